import { memoize } from '@sup/model';
import { microsoftUpdate, type Scene, type SceneSite } from '../scene/scene.js';
import { columnsOf, rowsOf } from './box-rows.js';
import type { Layout, PlacedBox, Rectangle } from './layout.js';

/** Half of the height of a server's row. */
const half = 9;

/** Finds a part of a scene in the layout: a site, a server in its box, or for Microsoft Update the first site that it supplies. Undefined where it is not drawn. */
export function rectangleOfPart(scene: Scene, layout: Layout, part: string): Rectangle | undefined {
    if (part === microsoftUpdate) {
        return boxesIn(layout).get(scene.feeds.find(({ from }) => from === microsoftUpdate)?.to ?? '');
    }
    const site = siteOfPart(scene, part);
    const box = site && boxesIn(layout).get(site.id);
    return box && site.id !== part && box.level === 'full' ? rowOf(site, box, part) ?? box : box;
}

/** Finds the site that a part belongs to, which may be the part itself. */
export function siteOfPart(scene: Scene, part: string): SceneSite | undefined {
    return sitesByPart(scene).get(part);
}

// Memoized, because the page looks parts up on every move of the camera.
const sitesByPart = memoize(({ sites }: Scene): ReadonlyMap<string, SceneSite> => new Map(sites.flatMap(site => [site, ...site.servers].map(({ id }) => [id, site] as const))));
const boxesIn = memoize(({ boxes }: Layout): ReadonlyMap<string, PlacedBox> => new Map(boxes.map(box => [box.site, box])));

function rowOf(site: SceneSite, box: PlacedBox, part: string): Rectangle | undefined {
    const columns = columnsOf(box);
    const row = rowsOf(site, box.hidden, columns > 1).rows.find(each => each.kind === 'server' && each.server.id === part);
    const width = box.width / columns;
    return row && { x: box.x + row.column * width + 6, y: box.y + row.y - 1, width: width - 12, height: 2 * half };
}
