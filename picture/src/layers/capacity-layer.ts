import { counted, number } from '@sup/model';
import type { Scene, SceneSite, SceneUpdatePoint } from '../scene/scene.js';
import type { Heat, Layer, LegendSign, SiteFigure } from './layer.js';
import { pointUsedBy } from './point-used-by.js';
import { sumByBranch } from '../scene/sum-by-branch.js';

/** The shares of the supported clients up to which each step goes. */
const steps = [0.25, 0.5, 0.9, 1] as const;
const stepTexts = ['up to 25%', 'up to 50%', 'up to 90%', 'more than 90%'] as const;

/** The clients of the fullest software update point of each site, against the number that it supports. */
export function capacityLayer(scene: Scene): Layer {
    const usedBy = pointUsedBy(scene);
    const figures = new Map(scene.sites.map(site => [site.id, figureOf(site, usedBy(site))]));
    const full = sumByBranch(scene, ({ id }) => figures.get(id)!.sign === 'full' ? 1 : 0);
    const found = new Set([...figures.values()].map(({ heat }) => heat));
    return {
        name: 'capacity',
        caption: 'Share of the supported clients',
        figures: new Map([...figures].map(([id, figure]) => [id, { ...figure, branch: full.get(id) === 0 ? 'none over its limit' : `${number(full.get(id)!)} over the limit` }])),
        legend: [
            ...stepTexts.flatMap((text, i): readonly LegendSign[] => found.has(i + 1 as Heat) ? [{ heat: i + 1 as Heat, text }] : []),
            ...[...figures.values()].some(({ sign }) => sign === 'full') ? [{ sign: 'full', text: 'over the limit' } as const] : []
        ]
    };
}

function figureOf({ updatePoints, supply }: SceneSite, above: SceneUpdatePoint | undefined): Omit<SiteFigure, 'branch'> {
    const [point] = [...updatePoints].sort((a, b) => shareOf(b) - shareOf(a));
    if (!point) {
        return { value: '', note: supply.kind === 'scans-at-parent' ? `counted at ${above?.server ?? supply.server}` : '', sentence: '' };
    }
    const { server, clients, supported, isCluster } = point;
    const share = shareOf(point);
    const limit = supported === undefined ? 'an unknown number' : `${isCluster ? 'about ' : ''}${number(supported)}`;
    return {
        value: supported === undefined ? number(clients) : percentText(share), note: `${server}: ${number(clients)} of ${limit}`, shortNote: `${number(clients)} of ${limit}`, sign: share > 1 ? 'full' : undefined,
        share: Math.min(share, 1), heat: supported === undefined || clients === 0 ? 0 : Math.min(steps.findIndex(most => share <= most) + 1 || 4, 4) as Heat,
        sentence: `${server} serves ${counted(clients, 'client')} of ${limit} that it supports`
    };
}

const shareOf = ({ clients, supported }: SceneUpdatePoint): number => supported === undefined ? 0 : clients / supported;

/** Less than one percent is not nothing. */
function percentText(share: number): string {
    const percent = share * 100;
    return percent > 0 && percent < 1 ? '< 1%' : `${number(Math.round(percent))}%`;
}
