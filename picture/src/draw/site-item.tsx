import type { VNode } from 'preact';
import type { Detail, PlacedBox } from '../layout/layout.js';
import type { SceneSite } from '../scene/scene.js';
import { FullBox } from './full-box.js';
import { CodeBox, Dot } from './small-box.js';

export interface SiteItemProps {
    readonly site: SceneSite;
    readonly box: PlacedBox;
    readonly detail: Detail;
    /** Whether the Tab key leads here; undefined in a picture that takes no keys. */
    readonly isCurrent: boolean | undefined;
}

/** A site as an item of the tree. Everything drawn in it is also in its sentence or in a tooltip. */
export function SiteItem({ site, box, detail, isCurrent }: SiteItemProps): VNode {
    const { width, height, hidden } = box;
    return <g
        role="treeitem" aria-label={site.sentence} aria-level={site.level} aria-posinset={box.position} aria-setsize={box.siblings}
        aria-expanded={site.children.length === 0 ? undefined : hidden === undefined} tabIndex={isCurrent === undefined ? undefined : isCurrent ? 0 : -1}
        data-site={site.id} transform={`translate(${box.x} ${box.y})`}
    >
        <title>{site.sentence}</title>
        {detail !== 'dot' && hidden && <rect class="behind" x="5.5" y="5.5" width={width - 1} height={height - 1} rx="7" />}
        {detail !== 'dot' && <rect class={site.kind === 'central' ? 'box box-central' : 'box'} x="0.5" y="0.5" width={width - 1} height={height - 1} rx="7" />}
        <Content detail={detail} site={site} box={box} />
    </g>;
}

function Content({ detail, site, box }: Pick<SiteItemProps, 'detail' | 'site' | 'box'>): VNode {
    switch (detail) {
        case 'full': return <FullBox site={site} box={box} />;
        case 'code': return <CodeBox site={site} box={box} />;
        case 'dot': return <Dot site={site} box={box} />;
    }
}
