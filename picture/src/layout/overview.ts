import type { Scene } from '../scene/scene.js';
import type { Detail } from './layout.js';

/**
 * Which sites to collapse so that a picture shows no more than so many: whole levels are shown from the top down, while they fit. The
 * tops are always shown.
 */
export function collapseToFit(scene: Scene, most: number): ReadonlySet<string> {
    const sites = new Map(scene.sites.map(site => [site.id, site]));
    let shown = scene.tops.length;
    let level = scene.tops;
    for (;;) {
        const next = level.flatMap(id => sites.get(id)!.children);
        shown += next.length;
        if (next.length === 0 || shown > most) {
            return new Set(level.filter(id => sites.get(id)!.children.length > 0));
        }
        level = next;
    }
}

export interface Overview {
    readonly detail: Detail;
    readonly collapsed: ReadonlySet<string>;
}

/** Sites that a poster has room for when everything is said of each, and when it is their codes only. */
const mostInFull = 150;
const mostByCode = 600;

/** What to show where nobody can zoom or open a site: everything of as many levels as fit; codes where that were the tops alone. */
export function overviewOf(scene: Scene): Overview {
    const collapsed = collapseToFit(scene, mostInFull);
    const isOpen = scene.sites.length <= mostInFull || !scene.tops.every(id => collapsed.has(id));
    return isOpen ? { detail: 'full', collapsed } : { detail: 'code', collapsed: collapseToFit(scene, mostByCode) };
}
