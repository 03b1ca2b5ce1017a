import { number } from '@sup/model';
import type { Scene, SceneSite } from '../scene/scene.js';
import type { Layer } from './layer.js';
import { sumByBranch } from '../scene/sum-by-branch.js';

/** The release of each site and the WSUS of its servers. Those that differ from most others are marked. */
export function versionLayer(scene: Scene): Layer {
    const release = mostCommon(scene.sites.flatMap(site => site.release ?? []));
    const wsus = mostCommon(scene.sites.map(wsusOf).filter(text => text !== ''));
    const differs = (site: SceneSite): boolean => site.release !== undefined && site.release !== release || wsusOf(site) !== '' && wsusOf(site) !== wsus;
    const sums = sumByBranch(scene, site => differs(site) ? 1 : 0);
    const hasDifference = scene.sites.some(differs);
    return {
        name: 'versions',
        caption: `Most sites: ${textOf(release, wsus) || 'no version in the plan'}`,
        figures: new Map(scene.sites.map(site => {
            const sum = sums.get(site.id)!;
            return [site.id, {
                value: wsusOf(site), note: textOf(site.release, wsusOf(site) && 'WSUS'), sign: differs(site) ? 'differs' : undefined, heat: differs(site) ? 2 : 0,
                branch: sum === 0 ? 'as most sites' : `${number(sum)} ${sum === 1 ? 'differs' : 'differ'}`,
                sentence: [textOf(site.release, wsusOf(site)), differs(site) ? 'differs from most sites' : ''].filter(Boolean).join(', ')
            }];
        })),
        legend: hasDifference ? [{ sign: 'differs', text: 'differs from most sites' }] : []
    };
}

const textOf = (release: string | undefined, wsus: string | undefined): string => [release, wsus && (wsus === 'WSUS' ? wsus : `WSUS ${wsus}`)].filter(Boolean).join(', ');

/** The versions of WSUS at a site: `3.0 SP2`. */
function wsusOf({ servers }: SceneSite): string {
    const versions = new Set(servers.flatMap(({ wsus }) => wsus === undefined || wsus === 'WSUS' ? [] : wsus.replace(/^WSUS /, '').split(' and ')));
    return [...versions].sort().join(' and ');
}

/** Of equally common texts, the first. */
function mostCommon(texts: readonly string[]): string | undefined {
    const counts = new Map<string, number>();
    texts.forEach(text => counts.set(text, (counts.get(text) ?? 0) + 1));
    return [...counts].reduce<readonly [string | undefined, number]>((most, each) => each[1] > most[1] ? each : most, [undefined, 0])[0];
}
