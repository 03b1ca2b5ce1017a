import { comparedFinding, type ElementFinding, type ComparedFinding } from '@sup/comparison';
import type { Hierarchy, Site } from '@sup/model';

/** Checks sites of a hierarchy with the rules about the meaning of a plan. */
export type CheckSites = (hierarchy: Hierarchy, sites: readonly Site[]) => readonly ElementFinding[];

/** The findings of a state, by the rule and the site and host that they are about: messages name values, which differ from state to state. */
export type Findings = ReadonlyMap<string, ComparedFinding>;

/** Rules that compare parts which are two hierarchies for a while: a site that joins later is the top of its own hierarchy until then. */
const rulesOfOneHierarchy: ReadonlySet<string> = new Set(['multiple-central-sites', 'multiple-sync-roots']);

export function findingsOf(check: CheckSites, hierarchy: Hierarchy, sites = hierarchy.sites): Findings {
    return new Map(check(hierarchy, sites).map(comparedFinding).filter(({ rule }) => !rulesOfOneHierarchy.has(rule)).map(finding => [keyOf(finding), finding]));
}

export const isError = ({ severity }: ComparedFinding): boolean => severity === 'error';

/** The errors of a state that are not accepted, because neither end of the rollout has them. */
export function newErrorsIn(findings: Findings, accepted: ReadonlySet<string>): Findings {
    return new Map([...findings].filter(([key, finding]) => isError(finding) && !accepted.has(key)));
}

const keyOf = ({ rule, site, host }: ComparedFinding): string => JSON.stringify([rule, site, host]);
