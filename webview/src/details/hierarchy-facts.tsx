import { counted, number, type Scene } from '@sup/picture';
import type { VNode } from 'preact';

const kinds = ['central', 'primary', 'secondary', undefined] as const;

/** Figures about the hierarchy. */
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
    return <dl class="facts">{facts.map(([name, value]) => <><dt>{name}</dt><dd>{value}</dd></>)}</dl>;
}
