import { comparedFinding, type ElementFinding, type ComparedFinding } from '@sup/comparison';
import type { Hierarchy, Site } from '@sup/model';

/** Checks sites of a hierarchy with the rules about the meaning of a plan. */
export type CheckSites = (hierarchy: Hierarchy, sites: readonly Site[]) => readonly ElementFinding[];

/**
 * The findings of a state, by their rule, severity, site, host and count: messages name values, which differ from state to state, and one rule can report
 * several findings about one host.
 */
export type Findings = ReadonlyMap<string, ComparedFinding>;

/** Rules that compare parts which are two hierarchies for a while: a site that joins later is the top of its own hierarchy until then. */
const rulesOfOneHierarchy: ReadonlySet<string> = new Set(['multiple-central-sites', 'multiple-sync-roots']);

/** The facts about the network are not set in the product: an end that no longer exists breaks nothing, and the administrator has nothing to do about it. */
const isAboutNetwork = ({ rule, part }: ElementFinding): boolean => rule === 'unknown-server' && part === 'cannot reach';

export function findingsOf(check: CheckSites, hierarchy: Hierarchy, sites = hierarchy.sites): Findings {
    return keyedFindings(check(hierarchy, sites));
}

export function keyedFindings(found: readonly ElementFinding[]): Findings {
    const counts = new Map<string, number>();
    return new Map(found.filter(finding => !rulesOfOneHierarchy.has(finding.rule) && !isAboutNetwork(finding)).map(comparedFinding).map(finding => {
        const subject = subjectOf(finding);
        const count = (counts.get(subject) ?? 0) + 1;
        counts.set(subject, count);
        return [`${subject} ${count}`, finding];
    }));
}

export const isError = ({ severity }: ComparedFinding): boolean => severity === 'error';

/** The errors of a state that are not accepted, because neither end of the rollout has them. */
export function newErrorsIn(findings: Findings, accepted: ReadonlySet<string>): Findings {
    return new Map([...findings].filter(([key, finding]) => isError(finding) && !accepted.has(key)));
}

const subjectOf = ({ rule, severity, site, host }: ComparedFinding): string => JSON.stringify([rule, severity, site, host]);
