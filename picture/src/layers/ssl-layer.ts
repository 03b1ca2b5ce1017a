import { number } from '@sup/model';
import type { Scene, SceneSite, SceneUpdatePoint } from '../scene/scene.js';
import type { FigureSign, Layer, LegendSign } from './layer.js';
import { pointUsedBy } from './point-used-by.js';
import { sumByBranch } from '../scene/sum-by-branch.js';

type Protocol = Extract<FigureSign, 'ssl' | 'http' | 'unknown'>;

const meanings: Readonly<Record<Protocol, string>> = { ssl: 'SSL', http: 'HTTP', unknown: 'not stated in the plan' };
const texts: Readonly<Record<Protocol, string>> = { ssl: 'SSL', http: 'HTTP', unknown: '?' };

/** The protocol in which the clients of each site scan. */
export function sslLayer(scene: Scene): Layer {
    const usedBy = pointUsedBy(scene);
    const protocols = new Map(scene.sites.map(site => [site.id, protocolOf(site, usedBy(site))]));
    const http = sumByBranch(scene, ({ id }) => protocols.get(id) === 'http' ? 1 : 0);
    const unknown = sumByBranch(scene, ({ id }) => protocols.get(id) === 'unknown' ? 1 : 0);
    const found = new Set(protocols.values());
    return {
        name: 'ssl',
        caption: 'Clients scan over',
        figures: new Map(scene.sites.map(site => {
            const protocol = protocols.get(site.id);
            const note = noteOf(site, usedBy(site));
            return [site.id, {
                value: protocol === undefined ? '' : texts[protocol], sign: protocol, note,
                branch: branchText(http.get(site.id)!, unknown.get(site.id)!),
                sentence: protocol === undefined ? '' : `clients scan over ${protocol === 'unknown' ? 'a protocol that the plan does not state' : texts[protocol]}`
            }];
        })),
        legend: (Object.keys(meanings) as Protocol[]).filter(protocol => found.has(protocol)).map((sign): LegendSign => ({ sign, text: meanings[sign] }))
    };
}

/** The least secure of the protocols of a site's software update points, or that of the one above that its clients use. */
function protocolOf({ updatePoints }: SceneSite, above: SceneUpdatePoint | undefined): Protocol | undefined {
    const used = (updatePoints.length > 0 ? updatePoints : above ? [above] : []).map(({ usesSsl }) => usesSsl);
    return used.length === 0 ? undefined : used.includes(false) ? 'http' : used.includes(undefined) ? 'unknown' : 'ssl';
}

function noteOf({ updatePoints, supply }: SceneSite, above: SceneUpdatePoint | undefined): string {
    const differ = new Set(updatePoints.map(({ usesSsl }) => usesSsl)).size > 1;
    const names = updatePoints.map(({ server, usesSsl }) => differ ? `${server} (${usesSsl === undefined ? '?' : usesSsl ? 'SSL' : 'HTTP'})` : server).join(', ');
    return names || (supply.kind === 'scans-at-parent' ? `at ${above?.server ?? supply.server}` : '');
}

function branchText(http: number, unknown: number): string {
    const parts = [http > 0 ? `${number(http)} over HTTP` : '', unknown > 0 ? `${number(unknown)} not stated` : ''].filter(Boolean);
    return parts.length === 0 ? 'all over SSL' : parts.join(', ');
}
