import { counted, largestOf, number } from '@sup/model';
import { branchSums } from '../scene/branch-sums.js';
import type { Scene } from '../scene/scene.js';
import type { Heat, Layer, LegendSign } from './layer.js';

/** The failure of one part of a site that costs its clients the most. */
export interface SiteOutage {
    /** The id of the site. */
    readonly site: string;
    /** `EURSUP01 stops`, `its link is cut`. */
    readonly failure: string;
    /** The clients that it affects, also at other sites. */
    readonly clients: number;
    /** Client-hours in which scans fail. */
    readonly failedHours: number;
    /** Client-hours with updates that are too old. */
    readonly staleHours: number;
}

/** Whether scans fail for at least an hour on average. Clients that find another software update point after minutes lose nothing that anyone notices. */
export function keepsFromScanning({ clients, failedHours }: Pick<SiteOutage, 'clients' | 'failedHours'>): boolean {
    return failedHours > 0 && failedHours >= clients;
}

/** The effect on clients if the parts of a hierarchy fail, one at a time. */
export interface OutageOverview {
    /** The result in a sentence, and the sentences below it. */
    readonly title: string;
    readonly detail: string;
    /** Whether no failure affects clients. */
    readonly isHarmless: boolean;
    readonly sites: readonly SiteOutage[];
}

/** The worst failure of a part of each site. */
export function outageLayer(scene: Scene, { sites: outages }: OutageOverview): Layer {
    const bySite = new Map(outages.map(outage => [outage.site, outage]));
    const limits = limitsFor(largestOf(outages.map(({ failedHours }) => failedHours)));
    const heatOf = (outage: SiteOutage | undefined): Heat => outage && keepsFromScanning(outage) ? 1 + limits.filter(limit => outage.failedHours >= limit).length as Heat : 0;
    const found = new Set(scene.sites.map(({ id }) => heatOf(bySite.get(id))));
    return {
        name: 'outages',
        caption: 'Client-hours without a scan',
        figures: new Map(scene.sites.map(site => {
            const outage = bySite.get(site.id);
            const clients = branchSums(scene).get(site.id)!.clients;
            return [site.id, {
                value: outage === undefined ? '' : keepsFromScanning(outage) ? `${number(Math.round(outage.failedHours))} h` : outage.staleHours >= 0.5 ? 'late' : '',
                note: outage?.failure ?? 'no client affected', heat: heatOf(outage), branch: counted(clients, 'client'),
                sentence: outage ? outageSentence(outage) : 'the failure of one of its parts affects no client'
            }];
        })),
        legend: ([0, 1, 2, 3, 4] as const).filter(heat => found.has(heat)).map((heat): LegendSign => ({ heat, text: heat === 0 ? 'none (late: updates come later)' : stepText(heat, limits) }))
    };
}

function outageSentence({ failure, clients, failedHours, staleHours }: SiteOutage): string {
    const hours = [failedHours >= 0.5 ? `${counted(Math.round(failedHours), 'client-hour')} without a scan` : '', staleHours >= 0.5 ? `${counted(Math.round(staleHours), 'client-hour')} with old updates` : ''].filter(Boolean);
    return `if ${failure}: ${counted(clients, 'client')} affected, ${hours.join(', ')}`;
}

/** The shares of the largest figure from which the second, third and fourth step begin. */
const shares = [0.05, 0.25, 0.75] as const;

/** The limits of the steps in ascending order, each rounded to one digit so that a legend can state it. */
function limitsFor(most: number): readonly number[] {
    const limits: number[] = [];
    for (const share of shares) {
        const unit = 10 ** Math.floor(Math.log10(Math.max(share * most, 1)));
        limits.push(Math.max(Math.round(share * most / unit) * unit, (limits.at(-1) ?? 0) + 1));
    }
    return limits;
}

function stepText(heat: Exclude<Heat, 0>, limits: readonly number[]): string {
    return heat === 1 ? `below ${number(limits[0]!)}` : heat === 4 ? `from ${number(limits[2]!)}` : `from ${number(limits[heat - 2]!)} to ${number(limits[heat - 1]!)}`;
}
