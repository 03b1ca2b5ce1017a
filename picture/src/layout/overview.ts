import type { Scene } from '../scene/scene.js';
import type { Detail } from './layout.js';

/**
 * Finds the sites to collapse so that a picture shows at most `max` sites. Whole levels are shown from the top down, as long as they fit;
 * the top level is always shown.
 */
export function collapseToFit(scene: Scene, max: number): ReadonlySet<string> {
    const sites = new Map(scene.sites.map(site => [site.id, site]));
    let shown = scene.tops.length;
    let level = scene.tops;
    for (;;) {
        const next = level.flatMap(id => sites.get(id)!.children);
        shown += next.length;
        if (next.length === 0 || shown > max) {
            return new Set(level.filter(id => sites.get(id)!.children.length > 0));
        }
        level = next;
    }
}

export interface Overview {
    readonly detail: Detail;
    readonly collapsed: ReadonlySet<string>;
}

/** The numbers of sites that fit into a static picture with all details, and with codes only. */
const maxFullSites = 150;
const maxCodeSites = 600;

/** Chooses the contents of a static picture: all details of as many levels as fit, or codes if that would be the top level only. */
export function overviewOf(scene: Scene): Overview {
    const collapsed = collapseToFit(scene, maxFullSites);
    const isOpen = scene.sites.length <= maxFullSites || !scene.tops.every(id => collapsed.has(id));
    return isOpen ? { detail: 'full', collapsed } : { detail: 'code', collapsed: collapseToFit(scene, maxCodeSites) };
}
