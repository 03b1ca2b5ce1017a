import type { Scene, SceneSite } from './scene.js';

/** The site and everything below it as a scene of its own. */
export function branchScene(scene: Scene, top: string): Scene {
    const kept = new Set([top]);
    // Parents come before their children.
    scene.sites.forEach(({ id, parent }) => parent !== undefined && kept.has(parent) ? kept.add(id) : undefined);
    return sceneOf(scene, top, scene.sites.filter(({ id }) => kept.has(id)));
}

/** A site and the sites directly below it as a scene of its own, without the branches at some of them. */
export function siteScene(scene: Scene, top: string, without: readonly string[]): Scene {
    const left = new Set(without);
    return sceneOf(scene, top, scene.sites.filter(({ id, parent }) => id === top || parent === top && !left.has(id)).map(site => ({ ...site, children: site.children.filter(id => !left.has(id)) })));
}

function sceneOf({ title, feeds }: Scene, top: string, kept: readonly SceneSite[]): Scene {
    const above = (kept[0]?.level ?? 1) - 1;
    const ids = new Set(kept.map(({ id }) => id));
    return {
        title, tops: [top], problems: [], feeds: feeds.filter(({ from, to }) => ids.has(from) && ids.has(to)),
        sites: kept.map(site => ({ ...site, level: site.level - above, parent: site.id === top ? undefined : site.parent }))
    };
}
