import type { VNode } from 'preact';
import { ComparisonPane } from '../comparing/comparison-pane.js';
import { Details } from '../details/details.js';
import { SiteList } from '../list/site-list.js';
import { PicturePane } from '../picture/picture-pane.js';
import type { Preview } from '../state/preview.js';
import { TimePane } from '../time/time-pane.js';
import { Menu } from '../what-if/menu.js';
import { Announcements } from './announcements.js';
import { Notice } from './notice.js';
import { Splitter } from './splitter.js';
import { Toolbar } from './toolbar.js';

/** The layout of the page: the picture, the details of the selected part beside it, and the time pane below. */
export function App({ preview }: { readonly preview: Preview }): VNode {
    return <div class="preview">
        <Toolbar preview={preview} />
        <Notice preview={preview} />
        <main class="middle" style={{ '--details-width': `${preview.detailsWidth.value}px` }}>
            {preview.isListed.value ? <SiteList preview={preview} /> : <PicturePane preview={preview} />}
            <Splitter label="Width of the details" size={preview.detailsWidth} edge="right" />
            {preview.compared.value ? <ComparisonPane preview={preview} plans={preview.compared.value} /> : <Details preview={preview} />}
        </main>
        {preview.isTimeOpen.value && !preview.compared.value && <TimePane preview={preview} />}
        <Menu preview={preview} />
        <Announcements preview={preview} />
    </div>;
}
