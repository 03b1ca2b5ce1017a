import { ArrowHeads, counted, layOut, number, pictureClass, placeLegend, type Scene } from '@sup/picture';
import type { VNode } from 'preact';

const kinds = ['central', 'primary', 'secondary', undefined] as const;
const legendWidth = 250;

/** Figures about the hierarchy, and the legend of the picture. */
export function HierarchyFacts({ scene }: { readonly scene: Scene }): VNode {
    const { sites } = scene;
    const sum = (count: (site: Scene['sites'][number]) => number): number => sites.reduce((total, site) => total + count(site), 0);
    const facts: readonly (readonly [string, string])[] = [
        ['Sites', kinds.flatMap(kind => {
            const count = sites.filter(site => site.kind === kind).length;
            return count === 0 ? [] : [`${count} ${kind ?? 'of unknown kind'}`];
        }).join(', ')],
        ['Clients', number(sum(({ clients }) => clients.intranet + clients.internet))],
        ['Servers', number(sum(({ servers }) => servers.length))],
        ['Problems', counted(sum(({ problems }) => problems.length) + scene.problems.length, 'problem')]
    ];
    // Based on the full layout: a collapsed branch may be expanded.
    const legend = placeLegend(scene, layOut(scene, { direction: 'down', detail: 'full' }), legendWidth, 'legend-arrow');
    return <>
        <h2>{scene.title ?? 'Hierarchy'}</h2>
        <dl class="facts">{facts.map(([name, value]) => <><dt>{name}</dt><dd>{value}</dd></>)}</dl>
        <h3>Legend</h3>
        <svg class={pictureClass} width={legendWidth} height={legend.height} role="img" aria-label="Legend">
            <defs><ArrowHeads id="legend-arrow" /></defs>
            {legend.draw()}
        </svg>
    </>;
}
