import { counted } from '@sup/model';
import type { VNode } from 'preact';
import type { Layer } from '../layers/layer.js';
import type { Layout, Rectangle } from '../layout/layout.js';
import { branchSums, siteCount } from '../scene/branch-sums.js';
import { changeCounts } from '../scene/changed-sites.js';
import type { Scene } from '../scene/scene.js';
import { SiteItem, type SiteItemProps } from './site-item.js';
import { Hatch } from './state-signs.js';
import { ArrowHeads, Connections } from './connections.js';

export interface PictureProps {
    /** The prefix of the ids of its parts; different for each picture of a page. */
    readonly id: string;
    readonly scene: Scene;
    readonly layout: Layout;
    /** The figures that it adds to the structure. */
    readonly layer?: Layer | undefined;
    /** The id of the site that the Tab key moves the focus to, where the picture handles keys. */
    readonly current?: string;
    /** The id of the selected site, or of the site that the selected part belongs to, where the picture handles keys. */
    readonly selected?: string | undefined;
    /** Draws a site, where a picture changes with time. */
    readonly Item?: (props: SiteItemProps) => VNode;
}

/** Draws a scene as its layout places it: the content of an `svg` element with the {@link pictureClass}. */
export function Picture({ id, scene, layout, layer, current, selected, Item = SiteItem }: PictureProps): VNode {
    const sites = new Map(scene.sites.map(site => [site.id, site]));
    const sums = branchSums(scene);
    const changes = scene.isComparison ? changeCounts(scene) : undefined;
    const { apart, panels, level } = layout;
    return <>
        <defs><ArrowHeads id={`${id}-arrow`} isQuiet={changes !== undefined} /><Hatch id={`${id}-hatch`} /></defs>
        {apart && <Apart frame={apart} />}
        <g aria-hidden="true">{panels.map(({ site, x, y, width, height }) => <rect key={site} class="panel" x={x} y={y} width={width} height={height} rx="8" />)}</g>
        {level !== 'mark' && <g class={scene.isComparison ? 'of-comparison' : undefined}><Connections layout={layout} siteOf={site => sites.get(site)!} arrow={`${id}-arrow`} /></g>}
        <g role="tree" aria-label={`${scene.title ?? 'Hierarchy'}, ${counted(siteCount(scene), 'site')}`}>
            {layout.boxes.map(box => <Item key={box.site} site={sites.get(box.site)!} box={box} sum={sums.get(box.site)!} changes={changes?.get(box.site)} figure={layer?.figures.get(box.site)} hatch={`${id}-hatch`} isCurrent={current === undefined ? undefined : current === box.site}
                isSelected={current === undefined ? undefined : selected === box.site} />)}
        </g>
    </>;
}

function Apart({ frame: { x, y, width, height } }: { readonly frame: Rectangle }): VNode {
    return <g>
        <rect class="apart" x={x + 0.5} y={y + 0.5} width={width - 1} height={height - 1} rx="8" />
        <text class="fact" x={x + 12} y={y + 20}>Not part of the tree</text>
    </g>;
}
