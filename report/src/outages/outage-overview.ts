import { type Hierarchy, hostNamed, type Site, type Target } from '@sup/model';
import { idsOf, keepsFromScanning, type OutageOverview, type SiteOutage } from '@sup/picture';
import { mapProgress, type OutageImpact, type RunOptions, stopText, sweep, type Sweep, sweepHeadline } from '@sup/simulation';

/**
 * Simulates the failure of each part of a hierarchy, one at a time. Without a limit for the number of sites, because users ask for it and can cancel it.
 * Yields the share that is done.
 */
export function* simulateOutages(hierarchy: Hierarchy, options: RunOptions): Generator<number, OutageOverview> {
    return outageOverview(hierarchy, yield* mapProgress(sweep(hierarchy, options), ({ done, of }) => done / of));
}

/** The result of a sweep by site: for each, the failure of one of its parts that costs clients the most. */
export function outageOverview(hierarchy: Hierarchy, sweep: Sweep): OutageOverview {
    const ids = idsOf(hierarchy);
    const worst = new Map<Site, OutageImpact>();
    for (const impact of sweep.impacts.filter(({ clients }) => clients > 0)) {
        const site = siteOf(hierarchy, impact.target);
        const known = site && worst.get(site);
        if (site && (!known || isWorse(impact, known))) {
            worst.set(site, impact);
        }
    }
    return { ...sweepHeadline(hierarchy, sweep), sites: [...worst].map(([site, impact]) => siteOutage(hierarchy, ids.of(site), impact)) };
}

function siteOf(hierarchy: Hierarchy, target: Target): Site | undefined {
    switch (target.kind) {
        case 'server': return hostNamed(hierarchy, target.name)?.site;
        case 'link': return hierarchy.sitesByCode.get(target.site)?.[0];
        default: return undefined;
    }
}

/** Failing scans come before old updates, because they harm clients that are up to date too, unless they fail for minutes only. */
function isWorse(a: OutageImpact, b: OutageImpact): boolean {
    return keepsFromScanning(a) || keepsFromScanning(b) ? a.failedHours > b.failedHours : a.staleHours > b.staleHours;
}

function siteOutage(hierarchy: Hierarchy, site: string, { target, clients, failedHours, staleHours }: OutageImpact): SiteOutage {
    // The picture names the site already.
    const failure = target.kind === 'link' ? 'its link is cut' : stopText(hierarchy, target).replace(/ \([^)]*\) stops$/, ' stops');
    return { site, failure, clients, failedHours, staleHours };
}
