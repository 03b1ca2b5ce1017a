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

/** The sites that are drawn when some are collapsed, in the order of the scene. */
export function shownSites(scene: Scene, collapsed: ReadonlySet<string>): readonly ShownSite[] {
    const below = hiddenBelow(scene, collapsed);
    const hidden = new Set<string>();
    const shown = scene.sites.filter(({ id, parent }) => {
        const isHidden = parent !== undefined && (collapsed.has(parent) || hidden.has(parent));
        return isHidden ? (hidden.add(id), false) : true;
    });
    const indexes = new Map(shown.map(({ id }, index) => [id, index]));
    const ranks = new Map([scene.tops, ...shown.map(({ children }) => children)].flatMap(list => list.map((id, i) => [id, { position: i + 1, siblings: list.length }] as const)));
    return shown.map((site, index) => ({
        site, index, ...ranks.get(site.id)!,
        children: collapsed.has(site.id) ? [] : site.children.map(id => indexes.get(id)!),
        hidden: below.get(site.id)
    }));
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
