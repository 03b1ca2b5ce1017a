import type { Scene, SceneSite, SceneUpdatePoint } from '../scene/scene.js';

/** Finds the software update point that the clients of a site without its own one use. */
export function pointUsedBy({ sites }: Pick<Scene, 'sites'>): (site: SceneSite) => SceneUpdatePoint | undefined {
    const byServer = new Map(sites.flatMap(({ updatePoints }) => updatePoints.map(point => [point.server, point] as const)));
    return ({ supply }) => supply.kind === 'scans-at-parent' ? byServer.get(supply.server) : undefined;
}
