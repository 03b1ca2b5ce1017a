import { counted } from '@sup/model';
import type { VNode } from 'preact';
import type { Detail, Layout, Rectangle } from '../layout/layout.js';
import { microsoftUpdate as outside, type Scene } from '../scene/scene.js';
import { SiteItem } from './site-item.js';
import { ArrowHeads, Connections } from './connections.js';

export interface PictureProps {
    /** The prefix of the ids of its parts; different for each picture of a page. */
    readonly id: string;
    readonly scene: Scene;
    readonly layout: Layout;
    /** Less detail than the layout has room for, if full detail would be too small to read. */
    readonly detail?: Detail;
    /** The id of the site that the Tab key moves the focus to, where the picture handles keys. */
    readonly current?: string;
    /** The id of the selected site, or of the site that the selected part belongs to, where the picture handles keys. */
    readonly selected?: string | undefined;
}

/** Draws a scene as its layout places it: the content of an `svg` element with the {@link pictureClass}. */
export function Picture({ id, scene, layout, detail = layout.detail, current, selected }: PictureProps): VNode {
    const sites = new Map(scene.sites.map(site => [site.id, site]));
    const siteOf = (site: string) => sites.get(site)!;
    const { apart, microsoftUpdate } = layout;
    return <>
        <defs><ArrowHeads id={`${id}-arrow`} /></defs>
        {apart && <Apart frame={apart} />}
        <Connections layout={layout} siteOf={siteOf} arrow={`${id}-arrow`} />
        {microsoftUpdate && <MicrosoftUpdate box={microsoftUpdate} detail={detail} />}
        <g role="tree" aria-label={`${scene.title ?? 'Hierarchy'}, ${counted(scene.sites.length, 'site')}`}>
            {layout.boxes.map(box => <SiteItem key={box.site} site={siteOf(box.site)} box={box} detail={detail} isCurrent={current === undefined ? undefined : current === box.site}
                isSelected={current === undefined ? undefined : selected === box.site} />)}
        </g>
    </>;
}

function Apart({ frame: { x, y, width, height } }: { readonly frame: Rectangle }): VNode {
    return <g>
        <rect class="apart" x={x} y={y} width={width} height={height} rx="10" />
        <text class="fact" x={x + 14} y={y + 22}>Not part of the tree</text>
    </g>;
}

function MicrosoftUpdate({ box: { x, y, width, height }, detail }: { readonly box: Rectangle; readonly detail: Detail }): VNode {
    return <g role="img" aria-label="Microsoft Update" data-part={outside} transform={`translate(${x} ${y})`}>
        <rect class="outside" x="0.5" y="0.5" width={width - 1} height={height - 1} rx={height / 2} />
        <text x={width / 2} y={height / 2 + 4.5} text-anchor="middle" class={detail === 'full' ? 'title' : 'fact'}>Microsoft Update</text>
    </g>;
}
