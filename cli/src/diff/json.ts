import { type Change, type ComparedFinding, isSame } from '@sup/comparison';
import { stringify } from '../stringify.js';
import type { ComparedHierarchy } from './report.js';

/** The comparison as JSON. Properties that do not apply are null. */
export function json(compared: readonly ComparedHierarchy[]): string {
    return `${stringify({
        hierarchies: compared.map(({ label, comparison }) => {
            const { verdict, changes, findings: { introduced, solved, unchanged }, outcome } = comparison;
            return {
                hierarchy: label, isSame: isSame(comparison), verdict, changes: changes.map(changeJson),
                findings: { introduced: introduced.map(findingJson), solved: solved.map(findingJson), unchanged },
                outcome: outcome.map(({ what, before, after, isBetter }) => ({ what, before, after, isBetter: isBetter ?? null }))
            };
        })
    })}\n`;
}

function changeJson({ kind, subject, site, host, sentence, from, to, cost }: Change): object {
    return { kind, subject, site: site ?? null, host: host ?? null, sentence, from: from ?? null, to: to ?? null, cost: { class: cost.class, text: cost.text, source: cost.source ?? null } };
}

function findingJson({ rule, severity, site, host, message }: ComparedFinding): object {
    return { rule, severity, site: site ?? null, host: host ?? null, message };
}
