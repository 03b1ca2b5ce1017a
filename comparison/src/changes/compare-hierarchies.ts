import { type Hierarchy, type Site, toUpperCaseCode } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { changeAt, displayName } from './change.js';
import { compareClientGroups } from './client-groups.js';
import { compareScenarios } from './scenarios.js';
import { hostChanges } from './hosts.js';
import { compareSites, findRecodedSites, siteAdded, siteRemoved } from './sites.js';
import type { PlanVersion } from '../version.js';

/**
 * Compares the meaning of two versions of a plan. Sites are identified by their code, servers by their name, scenarios by their title:
 * their position in the text does not matter. Of several with the same name, which a rule reports, only the first is compared.
 */
export function compareHierarchies(before: PlanVersion, after: PlanVersion): readonly Change[] {
    return [
        ...compareNames(before.hierarchy, after.hierarchy),
        ...compareSomeSites(before.hierarchy, before.hierarchy.sites, after.hierarchy, after.hierarchy.sites),
        ...compareScenarios(before.scenarios, after.scenarios)
    ];
}

/** Compares two versions that share the objects of the sites in which they do not differ. The consequences of changes at other sites are left out. */
export function compareChangedSites(before: Hierarchy, after: Hierarchy): readonly Change[] {
    const [previous, current] = [new Set(before.sites), new Set(after.sites)];
    return compareSomeSites(before, before.sites.filter(site => !current.has(site)), after, after.sites.filter(site => !previous.has(site))).filter(({ kind }) => kind !== 'consequence');
}

function compareSomeSites(before: Hierarchy, sitesBefore: readonly Site[], after: Hierarchy, sitesAfter: readonly Site[]): readonly Change[] {
    const [previous, current] = [sitesByCode(sitesBefore), sitesByCode(sitesAfter)];
    const removed = [...previous].filter(([code]) => !current.has(code)).map(([, site]) => site);
    const added = [...current].filter(([code]) => !previous.has(code)).map(([, site]) => site);
    const recoded = findRecodedSites(removed, added);
    const changesOfHosts = hostChanges(sitesBefore, sitesAfter);
    return [
        ...removed.map(site => siteRemoved(site, recoded.get(site))),
        ...[...current].flatMap(([code, site]) => {
            const earlier = previous.get(code);
            return [
                ...earlier ? compareSites(before, earlier, after, site) : [siteAdded(site, recoded.get(site))],
                ...changesOfHosts(earlier, site),
                ...earlier ? compareClientGroups(earlier, site) : []
            ];
        })
    ];
}

function sitesByCode(sites: readonly Site[]): ReadonlyMap<string, Site> {
    const byCode = new Map<string, Site>();
    sites.forEach(site => byCode.set(toUpperCaseCode(site.code), byCode.get(toUpperCaseCode(site.code)) ?? site));
    return byCode;
}

function compareNames({ name: from }: Hierarchy, { name: to }: Hierarchy): readonly Change[] {
    return from === to ? [] : [changeAt({}, {
        kind: 'changed', subject: 'hierarchy', cost: costs.planOnly, from, to,
        sentence: to === undefined ? 'The hierarchy no longer has a name.' : `The hierarchy is now called ${displayName(to)}.`
    })];
}
