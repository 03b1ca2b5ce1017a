import type { VNode } from 'preact';
import type { Detail, PlacedBox } from '../layout/layout.js';
import type { SceneSite } from '../scene/scene.js';
import { FullBox } from './full-box.js';
import { MarkedSite, markLines } from './site-mark.js';
import { CodeBox, Dot } from './small-box.js';

export interface SiteItemProps {
    readonly site: SceneSite;
    readonly box: PlacedBox;
    readonly detail: Detail;
    /** Whether the Tab key moves the focus here; undefined in a picture that does not handle keys. */
    readonly isCurrent: boolean | undefined;
    /** Undefined in a picture without selection. */
    readonly isSelected: boolean | undefined;
}

/** A site as an item of the tree. Everything drawn in it is also in its description or in a tooltip. */
export function SiteItem({ site, box, detail, isCurrent, isSelected }: SiteItemProps): VNode {
    const { width, height, hidden } = box;
    return <g
        role="treeitem" class={site.mark?.kind === 'removed' ? 'gone' : undefined} aria-label={sentenceOf(site)} aria-level={site.level} aria-posinset={box.position} aria-setsize={box.siblings}
        aria-selected={isSelected} aria-expanded={site.children.length === 0 ? undefined : hidden === undefined} tabindex={isCurrent === undefined ? undefined : isCurrent ? 0 : -1}
        data-part={site.id} transform={`translate(${box.x} ${box.y})`}
    >
        <title>{sentenceOf(site)}</title>
        {detail !== 'dot' && hidden && <rect class="behind" x="5.5" y="5.5" width={width - 1} height={height - 1} rx="7" />}
        {detail !== 'dot' && <rect class={boxClass(site)} x="0.5" y="0.5" width={width - 1} height={height - 1} rx="7" />}
        <Content detail={detail} site={site} box={box} />
        {site.mark && <MarkedSite mark={site.mark} box={box} />}
    </g>;
}

function boxClass({ kind, unknowns }: SceneSite): string {
    return ['box', kind === 'central' && 'box-central', unknowns.length > 0 && 'box-uncertain'].filter(Boolean).join(' ');
}

/** Lines about the differences of a site that a screen reader reads out. */
const maxSpokenLines = 3;

/** The description of a site, with its differences in a comparison. */
function sentenceOf({ sentence, mark }: SceneSite): string {
    return mark ? `${sentence}, ${markLines(mark, maxSpokenLines).join('; ')}` : sentence;
}

function Content({ detail, site, box }: Pick<SiteItemProps, 'detail' | 'site' | 'box'>): VNode {
    switch (detail) {
        case 'full': return <FullBox site={site} box={box} />;
        case 'code': return <CodeBox site={site} box={box} />;
        case 'dot': return <Dot site={site} box={box} />;
    }
}
