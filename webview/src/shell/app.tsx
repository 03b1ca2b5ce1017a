import type { VNode } from 'preact';
import { ComparisonHeadline, type ComparisonHeadlineProps } from '../comparing/comparison-headline.js';
import { ComparisonPane } from '../comparing/comparison-pane.js';
import { Details } from '../details/details.js';
import { SiteList } from '../list/site-list.js';
import { OutageHeadline } from '../layers/outage-headline.js';
import { LegendBar } from '../picture/legend-bar.js';
import { PicturePane } from '../picture/picture-pane.js';
import { RolloutHeadline } from '../rollout/rollout-headline.js';
import type { Preview } from '../state/preview.js';
import { Headline } from '../time/headline.js';
import { TimePane } from '../time/time-pane.js';
import { Menu } from '../what-if/menu.js';
import { Announcements } from './announcements.js';
import { Notice } from './notice.js';
import { SummaryBar } from './summary-bar.js';
import { Toolbar } from './toolbar.js';

/** The layout of the page: the picture, the details of the selected part over its edge, and the time pane below. */
export function App({ preview }: { readonly preview: Preview }): VNode {
    return <div class={preview.isPresenting.value ? 'preview presenting' : 'preview'}>
        <Toolbar preview={preview} />
        <Notice preview={preview} />
        {preview.compared.value ? <ComparedHeadline preview={preview} plans={preview.compared.value} /> : preview.isTimeShown.value ? <Headline preview={preview} /> : preview.isPlanDrawn.value && preview.layers.chosen.value === 'outages' ? <OutageHeadline preview={preview} /> : <SummaryBar preview={preview} />}
        <main class="middle">
            <div class="drawing">
                {preview.isListed.value ? <SiteList preview={preview} /> : <PicturePane preview={preview} />}
                {!preview.compared.value && <Details preview={preview} />}
            </div>
            {preview.compared.value && <ComparisonPane preview={preview} plans={preview.compared.value} />}
        </main>
        {preview.isTimeShown.value && <TimePane preview={preview} />}
        {!preview.isListed.value && <LegendBar preview={preview} />}
        <Menu preview={preview} />
        <Announcements preview={preview} />
    </div>;
}

/** The differences between two plans, or a step of the rollout from one to the other. */
function ComparedHeadline(props: ComparisonHeadlineProps): VNode {
    return props.preview.rollout.isShown.value ? <RolloutHeadline {...props} /> : <ComparisonHeadline {...props} />;
}
