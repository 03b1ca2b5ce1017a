import type { Hierarchy } from '@sup/model';
import { idsOf, mergeScenes, type Scene, type SiteMark } from '@sup/picture';
import { locationOf } from '@sup/language';

const kept: SiteMark = { kind: 'kept', lines: ['It is shown as it was before: the text that says it cannot be read at present.'] };

/** A hierarchy when all of its text could be read: what was to be seen, and which site was in which file. */
export interface Sound {
    readonly scene: Scene;
    /** URIs, by the ids of sites. */
    readonly files: ReadonlyMap<string, string>;
}

export function soundOf(hierarchy: Hierarchy, scene: Scene): Sound {
    const ids = idsOf(hierarchy);
    return { scene, files: new Map(hierarchy.sites.map(site => [ids.of(site), locationOf(site, 'name').uri])) };
}

/** A scene with the sites that some files had when they could be read last: somebody is at work on them. */
export function keepUnread({ scene, files }: Sound, now: Scene, unread: ReadonlySet<string>): Scene {
    const here = new Set(now.sites.map(({ id }) => id));
    return mergeScenes(scene, now, id => here.has(id) || !unread.has(files.get(id) ?? '') ? undefined : kept);
}
