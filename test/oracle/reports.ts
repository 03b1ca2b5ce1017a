import { type Hierarchy, ownerOf, type Site } from '@sup/model';
import { type Finding, registry } from '@sup/language';
import { RuleSet, type Subject } from '../../language/src/linter/rule-runner.js';
import { coveredRules } from './clauses.js';

/** A finding, reduced to its rule and the site in whose block it stands. */
export interface SiteReport {
    readonly rule: string;
    readonly site: Site;
}

const rules = new RuleSet(registry.filter(({ id }) => coveredRules.has(id)));

/** The findings of the rules about topology, which read only the model. */
export function reportsOf(hierarchy: Hierarchy): readonly SiteReport[] {
    const subject = { segment: { members: [] }, sites: hierarchy.sites, scenarios: [], hierarchy, allScenarios: () => [] } as unknown as Subject;
    return toReports(rules.run(subject, (rule, error) => {
        throw new Error(`${rule.id} failed`, { cause: error });
    }));
}

export function toReports(findings: readonly Finding[]): readonly SiteReport[] {
    return findings.flatMap(({ rule, at }) => {
        const owner = coveredRules.has(rule.id) && 'of' in at && 'element' in at.of ? ownerOf(at.of) : undefined;
        return owner ? { rule: rule.id, site: owner.site } : [];
    });
}
