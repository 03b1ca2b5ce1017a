import type { Scene, SceneSite } from '../scene/scene.js';
import type { Hidden } from './layout.js';

/** A site that is drawn, with the indexes of its children in the list of shown sites. */
export interface ShownSite {
    readonly site: SceneSite;
    readonly index: number;
    readonly children: readonly number[];
    readonly position: number;
    readonly siblings: number;
    readonly hidden: Hidden | undefined;
}

/**
 * The sites that are drawn when some are collapsed, in depth-first order. Sites without children come before the branches next to them,
 * because their column is left of the branches.
 */
export function shownSites(scene: Scene, collapsed: ReadonlySet<string>): readonly ShownSite[] {
    const sites = new Map(scene.sites.map(site => [site.id, site]));
    const below = hiddenBelow(scene, collapsed);
    const inOrder = (ids: readonly string[]): readonly SceneSite[] => {
        const all = ids.map(id => sites.get(id)!);
        return [...all.filter(({ children }) => children.length === 0), ...all.filter(({ children }) => children.length > 0)];
    };
    const shown: (Omit<ShownSite, 'children'> & { readonly children: number[] })[] = [];
    // Not recursive, because the length of a chain of sites is not limited.
    const topmost = scene.tops.map((id, i) => ({ site: sites.get(id)!, parent: undefined as number | undefined, position: i + 1, siblings: scene.tops.length }));
    const waiting = topmost.reverse();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { site, parent, position, siblings } = next;
        const index = shown.length;
        shown.push({ site, index, position, siblings, children: [], hidden: below.get(site.id) });
        if (parent !== undefined) {
            shown[parent]!.children.push(index);
        }
        const children = collapsed.has(site.id) ? [] : inOrder(site.children);
        for (let i = children.length - 1; i >= 0; i--) {
            waiting.push({ site: children[i]!, parent: index, position: i + 1, siblings: children.length });
        }
    }
    return shown;
}

function hiddenBelow({ sites }: Scene, collapsed: ReadonlySet<string>): ReadonlyMap<string, Hidden> {
    const totals = new Map(sites.map(({ id, problems }) => [id, { sites: 1, problems: problems.length }]));
    for (const { id, parent } of [...sites].reverse()) {
        const total = totals.get(id)!;
        const above = parent === undefined ? undefined : totals.get(parent);
        if (above) {
            above.sites += total.sites;
            above.problems += total.problems;
        }
    }
    return new Map(sites.filter(({ id, children }) => children.length > 0 && collapsed.has(id)).map(({ id, problems }) => {
        const total = totals.get(id)!;
        return [id, { sites: total.sites - 1, problems: total.problems - problems.length }];
    }));
}
