import { activeUpdatePointOf, type Hierarchy, loadOn, type Site, supportedClientsOf, totalOf, usedOnInternet, usesSsl } from '@sup/model';
import type { SceneUpdatePoint } from './scene.js';
import { nameless, shownName } from './shown.js';

/** The software update points of a site that clients use. */
export function updatePointsIn(hierarchy: Hierarchy, site: Site): readonly SceneUpdatePoint[] {
    const used = new Set([activeUpdatePointOf(site), usedOnInternet(site)].filter(point => point !== undefined));
    return [...used].map(point => ({
        server: point.host.name === '' ? nameless : shownName(point.host.name),
        usesSsl: usesSsl(point),
        clients: totalOf(loadOn(hierarchy, point)),
        supported: supportedClientsOf(point),
        isCluster: point.host.element === 'cluster'
    }));
}
