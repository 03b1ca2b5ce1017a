import type { VNode } from 'preact';
import type { Layout } from '../layout/layout.js';
import type { SceneSite } from '../scene/scene.js';
import { supplyText } from '../scene/supply.js';
import { lineKindOf, type LineKind, lineStyles } from './line-styles.js';

/** The arrow head for the lines of one picture. */
export function ArrowHeads({ id, isQuiet = false }: { readonly id: string; readonly isQuiet?: boolean }): VNode {
    return <marker id={id} viewBox="0 0 7 8" refX="6.5" refY="4" markerWidth="7" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">
        <path class={isQuiet ? 'arrow-quiet' : 'arrow'} d="M0 0L7 4L0 8Z" />
    </marker>;
}

/** A line; `arrow` is the id of the {@link ArrowHeads} of its picture. */
export function Line({ kind, path, arrow }: { readonly kind: LineKind; readonly path: string; readonly arrow: string }): VNode {
    return <path class={`line-${kind}`} d={path} marker-end={lineStyles[kind].hasArrow ? `url(#${arrow})` : undefined} />;
}

/** All lines of a picture. For screen readers, the descriptions of the sites contain the same information. */
export function Connections({ layout, siteOf, arrow }: { readonly layout: Layout; readonly siteOf: (id: string) => SceneSite; readonly arrow: string }): VNode {
    return <g aria-hidden="true">
        {layout.trunks.map(path => <path class="trunk" d={path} />)}
        {layout.lines.map(({ to, path }) => {
            const { code, link, supply } = siteOf(to);
            return <g>
                <title>{[code, link?.speed, link?.window, supplyText(supply)].filter(Boolean).join(', ')}</title>
                <Line kind={lineKindOf(supply)} path={path} arrow={arrow} />
            </g>;
        })}
        {layout.feeds.map(({ path }) => <Line kind="feed" path={path} arrow={arrow} />)}
    </g>;
}
