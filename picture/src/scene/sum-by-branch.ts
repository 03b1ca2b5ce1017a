import type { Scene, SceneSite } from './scene.js';

/** Adds up a figure of the sites of each branch, by the id of the site at its top. */
export function sumByBranch({ sites }: Pick<Scene, 'sites'>, figureOf: (site: SceneSite) => number): ReadonlyMap<string, number> {
    const sums = new Map(sites.map(site => [site.id, figureOf(site)]));
    for (const { id, parent } of [...sites].reverse()) {
        if (parent !== undefined && sums.has(parent)) {
            sums.set(parent, sums.get(parent)! + sums.get(id)!);
        }
    }
    return sums;
}
