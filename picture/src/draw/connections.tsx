import type { VNode } from 'preact';
import type { Layout } from '../layout/layout.js';
import type { SceneSite } from '../scene/scene.js';
import { supplyText } from '../scene/supply.js';
import { lineKindOf, type LineKind, lineStyles } from './line-styles.js';

/** The arrow heads for the lines of one picture. */
export function ArrowHeads({ id }: { readonly id: string }): VNode {
    return <>
        <marker id={id} viewBox="0 0 10 10" refX="10" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse">
            <path class="arrow" d="M0 0.5L10 5L0 9.5Z" />
        </marker>
        <marker id={`${id}-twice`} viewBox="0 0 18 10" refX="18" refY="5" markerWidth="16.2" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">
            <path class="arrow" d="M0 0.5L9 5L0 9.5ZM9 0.5L18 5L9 9.5Z" />
        </marker>
    </>;
}

/** A line; `arrow` is the id of the {@link ArrowHeads} of its picture. */
export function Line({ kind, path, arrow }: { readonly kind: LineKind; readonly path: string; readonly arrow: string }): VNode {
    const head = { down: `url(#${arrow})`, twice: `url(#${arrow}-twice)`, up: `url(#${arrow})`, none: undefined }[lineStyles[kind].arrow];
    const isUp = lineStyles[kind].arrow === 'up';
    return <path class={`line-${kind}`} d={path} marker-start={isUp ? head : undefined} marker-end={isUp ? undefined : head} />;
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
