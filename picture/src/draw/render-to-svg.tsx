import { counted } from '@sup/model';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Layout } from '../layout/layout.js';
import { fitted } from '../layout/text-width.js';
import type { Scene } from '../scene/scene.js';
import { placeLegend } from './legend.js';
import type { Theme } from './palette.js';
import { Picture } from './picture.js';
import { pictureClass, stylesheet } from './stylesheet.js';

const margin = 28;
const headHeight = 62;
/** Room for a heading and a legend beside a picture of a few sites. */
const leastWidth = 680;

/** A picture for a file of its own: with a heading, a legend and its colours. It holds no script and refers to nothing outside. */
export function renderToSvg(scene: Scene, layout: Layout, theme: Exclude<Theme, 'host'>): string {
    return `${renderToString(<Sheet id="picture" scene={scene} layout={layout} style={stylesheet(theme)} />)}\n`;
}

/** The same for a page that brings the stylesheet and a heading; `id` is another one for each picture of the page. */
export function renderInPage(scene: Scene, layout: Layout, id: string): string {
    return renderToString(<Sheet id={id} scene={scene} layout={layout} />);
}

interface SheetProps {
    readonly id: string;
    readonly scene: Scene;
    readonly layout: Layout;
    /** Of a sheet that stands alone. */
    readonly style?: string;
}

function Sheet({ id, scene, layout, style }: SheetProps): VNode {
    const width = Math.max(layout.width, leastWidth);
    const legend = placeLegend(scene, layout, width - 2 * margin, `${id}-arrow`);
    const top = style === undefined ? 0 : headHeight;
    const height = top + layout.height + legend.height + margin;
    const title = scene.title ?? 'Hierarchy';
    return <svg xmlns="http://www.w3.org/2000/svg" class={pictureClass} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title}>
        <title>{title}</title>
        {style !== undefined && <style>{style}</style>}
        <rect class="page" width={width} height={height} />
        {style !== undefined && <Heading scene={scene} title={fitted(title, 23, width - 2 * margin)} />}
        <g transform={`translate(${(width - layout.width) / 2} ${top})`}><Picture id={id} scene={scene} layout={layout} /></g>
        <g transform={`translate(${margin} ${top + layout.height})`}>{legend.draw()}</g>
    </svg>;
}

function Heading({ scene, title }: { readonly scene: Scene; readonly title: string }): VNode {
    const clients = scene.sites.reduce((sum, site) => sum + site.clients.intranet + site.clients.internet, 0);
    return <>
        <text class="heading" x={margin} y="40">{title}</text>
        <text class="subheading" x={margin} y="60">{`${counted(scene.sites.length, 'site')}, ${counted(clients, 'client')}`}</text>
    </>;
}
