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
    const [previous, current] = [sitesByCode(before.hierarchy), sitesByCode(after.hierarchy)];
    const removed = [...previous].filter(([code]) => !current.has(code)).map(([, site]) => site);
    const added = [...current].filter(([code]) => !previous.has(code)).map(([, site]) => site);
    const recoded = findRecodedSites(removed, added);
    const changesOfHosts = hostChanges(before.hierarchy, after.hierarchy);
    return [
        ...compareNames(before.hierarchy, after.hierarchy),
        ...removed.map(site => siteRemoved(site, recoded.get(site))),
        ...[...current].flatMap(([code, site]) => {
            const earlier = previous.get(code);
            return [
                ...earlier ? compareSites(before.hierarchy, earlier, after.hierarchy, site) : [siteAdded(site, recoded.get(site))],
                ...changesOfHosts(earlier, site),
                ...earlier ? compareClientGroups(earlier, site) : []
            ];
        }),
        ...compareScenarios(before.scenarios, after.scenarios)
    ];
}

function sitesByCode({ sites }: Hierarchy): ReadonlyMap<string, Site> {
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
