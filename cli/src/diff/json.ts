import { isSame } from '@sup/comparison';
import { planErrorJson } from '../plan-errors.js';
import { stringify } from '../stringify.js';
import { changeJson, findingJson } from './change-json.js';
import type { ComparedHierarchy } from './report.js';
import { rolloutJson } from './rollout-json.js';

/** The comparison as JSON. Properties that do not apply are null. */
export function json(compared: readonly ComparedHierarchy[]): string {
    return `${stringify({
        hierarchies: compared.map(({ label, comparison, rollout, before, after }) => {
            const { verdict, changes, findings: { introduced, solved, unchanged }, outcome } = comparison;
            return {
                hierarchy: label, isSame: isSame(comparison), verdict, planErrors: { before: before.planErrors.map(planErrorJson), after: after.planErrors.map(planErrorJson) }, changes: changes.map(changeJson),
                findings: { introduced: introduced.map(findingJson), solved: solved.map(findingJson), unchanged },
                outcome: outcome.map(({ what, before, after, isBetter }) => ({ what, before, after, isBetter: isBetter ?? null })),
                ...rollout && { rollout: rolloutJson(rollout) }
            };
        })
    })}\n`;
}
