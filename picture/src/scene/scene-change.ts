import type { Scene, SceneSite } from './scene.js';

/** The difference from one scene to the next. A sequence of scenes of a large hierarchy is sent as the first one and these. */
export interface SceneChange {
    /** The parts of the later scene other than its sites. */
    readonly rest: Omit<Scene, 'sites'>;
    /** The sites of the later scene that the earlier one does not have in the same form. */
    readonly sites: readonly SceneSite[];
    /** The ids of all sites of the later scene in their order; absent if they are those of the earlier one. */
    readonly order?: readonly string[];
}

/** The difference between two scenes, so that {@link changedScene} restores the later one from the earlier one. */
export function sceneChange(before: Scene, after: Scene): SceneChange {
    const former = new Map(before.sites.map(site => [site.id, JSON.stringify(site)]));
    const { sites, ...rest } = after;
    const isOrderSame = before.sites.length === sites.length && sites.every(({ id }, i) => before.sites[i]!.id === id);
    return { rest, sites: sites.filter(site => former.get(site.id) !== JSON.stringify(site)), ...!isOrderSame && { order: sites.map(({ id }) => id) } };
}

/** The later scene of a difference. */
export function changedScene(before: Scene, { rest, sites, order }: SceneChange): Scene {
    const byId = new Map([...before.sites, ...sites].map(site => [site.id, site]));
    return { ...rest, sites: (order ?? before.sites.map(({ id }) => id)).flatMap(id => byId.get(id) ?? []) };
}
