import { type Hierarchy, type Scenario, type Site, toUpperCaseCode } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { changeAt, name } from './change.js';
import { compareClientGroups } from './client-groups.js';
import { compareScenarios } from './scenarios.js';
import { hostChanges } from './hosts.js';
import { compareSites, siteComes, siteGoes, twinsIn } from './sites.js';

/** A version of a plan. */
export interface Version {
    readonly hierarchy: Hierarchy;
    readonly scenarios: readonly Scenario[];
}

/**
 * What two versions of a plan mean differently. Sites go by their code, servers by their name, scenarios by their title: never by where
 * they stand in the text. Of several with one name, a mistake that rules report, the first is compared.
 */
export function compareHierarchies(before: Version, after: Version): readonly Change[] {
    const [former, present] = [sitesByCode(before.hierarchy), sitesByCode(after.hierarchy)];
    const gone = [...former].filter(([code]) => !present.has(code)).map(([, site]) => site);
    const fresh = [...present].filter(([code]) => !former.has(code)).map(([, site]) => site);
    const twins = twinsIn(gone, fresh);
    const changesOfHosts = hostChanges(before.hierarchy, after.hierarchy);
    return [
        ...compareNames(before.hierarchy, after.hierarchy),
        ...gone.map(site => siteGoes(site, twins.get(site))),
        ...[...present].flatMap(([code, site]) => {
            const earlier = former.get(code);
            return [
                ...earlier ? compareSites(before.hierarchy, earlier, after.hierarchy, site) : [siteComes(site, twins.get(site))],
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
        sentence: to === undefined ? 'The hierarchy has no name any more.' : `The hierarchy is now called ${name(to)}.`
    })];
}
