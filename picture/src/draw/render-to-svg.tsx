import { counted, visibleMarkup } from '@sup/model';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Layer } from '../layers/layer.js';
import type { Layout } from '../layout/layout.js';
import { truncateToWidth } from '../layout/text-width.js';
import { siteCount, totalClientsText } from '../scene/branch-sums.js';
import { omissionIn } from '../scene/build-scene.js';
import type { Scene } from '../scene/scene.js';
import { placeLegend } from './legend.js';
import type { Theme } from './palette.js';
import { Picture } from './picture.js';
import { pictureClass, stylesheet } from './stylesheet.js';

const margin = 28;
const headHeight = 62;
/** Leaves room for the heading and the legend of a picture with few sites. */
const minWidth = 680;
const minWidthInPage = 440;
/** The space beside the legend in a page, so that it begins below the boxes. */
const legendSide = 12;

/** Renders a picture as a standalone file with a heading, a legend and its colors. It has no scripts and refers to no other files. */
export function renderToSvg(scene: Scene, layout: Layout, theme: Exclude<Theme, 'host'>, layer?: Layer): string {
    return `${visibleMarkup(renderToString(<PictureSheet id="picture" scene={scene} layout={layout} layer={layer} style={stylesheet(theme)} />))}\n`;
}

export interface PictureSheetProps {
    /** Different for each picture of a page. */
    readonly id: string;
    readonly scene: Scene;
    readonly layout: Layout;
    readonly layer?: Layer | undefined;
    /** The style sheet of a standalone picture, which also gets a heading. A page has both itself. */
    readonly style?: string;
}

/** A picture with its legend, as an `svg` element. */
export function PictureSheet({ id, scene, layout, layer, style }: PictureSheetProps): VNode {
    const isAlone = style !== undefined;
    const width = Math.max(layout.width, isAlone ? minWidth : minWidthInPage);
    const side = isAlone ? margin : legendSide;
    const legend = placeLegend(scene, layout, width - 2 * side, `${id}-arrow`, { layer });
    const top = isAlone ? headHeight : 0;
    const height = top + layout.height + legend.height + (isAlone ? margin : 4);
    const title = scene.title ?? 'Hierarchy';
    return <svg xmlns="http://www.w3.org/2000/svg" class={pictureClass} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title}>
        <title>{title}</title>
        {isAlone && <style>{style}</style>}
        <rect class="page" width={width} height={height} />
        {isAlone && <Heading scene={scene} title={title} width={width - 2 * margin} />}
        <g transform={`translate(${isAlone ? (width - layout.width) / 2 : 0} ${top})`}><Picture id={id} scene={scene} layout={layout} layer={layer} /></g>
        <g transform={`translate(${side} ${top + layout.height})`}>{legend.draw()}</g>
    </svg>;
}

function Heading({ scene, title, width }: { readonly scene: Scene; readonly title: string; readonly width: number }): VNode {
    const content = omissionIn(scene) ?? `${counted(siteCount(scene), 'site')}, ${totalClientsText(scene.sites)}`;
    return <>
        <text class="heading" x={margin} y="40">{truncateToWidth(title, 23, width)}</text>
        <text class="subheading" x={margin} y="60">{truncateToWidth(content, 13, width)}</text>
    </>;
}
