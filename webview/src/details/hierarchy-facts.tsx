import { counted, number, type Scene, totalClientsText } from '@sup/picture';
import type { VNode } from 'preact';
import { kindsText } from './kinds-text.js';

/** Figures about the hierarchy. */
export function HierarchyFacts({ scene }: { readonly scene: Scene }): VNode {
    const { sites } = scene;
    const sum = (count: (site: Scene['sites'][number]) => number): number => sites.reduce((total, site) => total + count(site), 0);
    const facts: readonly (readonly [string, string])[] = [
        ['Sites', kindsText(sites)],
        ['Clients', totalClientsText(sites).replace(/ clients?$/, '')],
        ['Servers', number(sum(({ servers }) => servers.length))],
        ['Problems', counted(sum(({ problems }) => problems.length) + scene.problems.length, 'problem')]
    ];
    return <dl class="facts">{facts.map(([name, value]) => <><dt>{name}</dt><dd>{value}</dd></>)}</dl>;
}
