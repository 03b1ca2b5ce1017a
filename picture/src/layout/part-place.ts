import { memoize } from '@sup/model';
import { microsoftUpdate, type Scene, type SceneSite } from '../scene/scene.js';
import { rowsOf } from './box-rows.js';
import type { Layout, PlacedBox, Rectangle } from './layout.js';

/** Half of the height of a server's row. */
const half = 9;

/** Where a part of a scene stands: a site, a server in its box, Microsoft Update. Undefined where it is not drawn. */
export function placeOfPart(scene: Scene, layout: Layout, part: string): Rectangle | undefined {
    if (part === microsoftUpdate) {
        return layout.microsoftUpdate;
    }
    const site = siteWith(scene, part);
    const box = site && boxesIn(layout).get(site.id);
    return box && site.id !== part && layout.detail === 'full' ? rowOf(site, box, part) ?? box : box;
}

/** The site that a part is, or that it belongs to. */
export function siteWith(scene: Scene, part: string): SceneSite | undefined {
    return sitesByPart(scene).get(part);
}

// Whoever looks around in a picture asks again and again.
const sitesByPart = memoize(({ sites }: Scene): ReadonlyMap<string, SceneSite> => new Map(sites.flatMap(site => [site, ...site.servers].map(({ id }) => [id, site] as const))));
const boxesIn = memoize(({ boxes }: Layout): ReadonlyMap<string, PlacedBox> => new Map(boxes.map(box => [box.site, box])));

function rowOf(site: SceneSite, box: PlacedBox, part: string): Rectangle | undefined {
    const row = rowsOf(site, box.hidden).rows.find(each => each.kind === 'server' && each.server.id === part);
    return row && { x: box.x + 6, y: box.y + row.y - 1, width: box.width - 12, height: 2 * half };
}
