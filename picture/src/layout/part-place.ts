import type { Scene, SceneSite } from '../scene/scene.js';
import { microsoftUpdate } from '../scene/scene.js';
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
    const box = site && layout.boxes.find(each => each.site === site.id);
    return box && site.id !== part && layout.detail === 'full' ? rowOf(site, box, part) ?? box : box;
}

/** The site that a part is, or that it belongs to. */
export function siteWith(scene: Scene, part: string): SceneSite | undefined {
    return scene.sites.find(site => site.id === part || site.servers.some(server => server.id === part));
}

function rowOf(site: SceneSite, box: PlacedBox, part: string): Rectangle | undefined {
    const row = rowsOf(site, box.hidden).rows.find(each => each.kind === 'server' && each.server.id === part);
    return row && { x: box.x + 6, y: box.y + row.y - 1, width: box.width - 12, height: 2 * half };
}
