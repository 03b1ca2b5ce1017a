import type { Constraint, Rollout, Step } from '@sup/rollout';
import { changeJson, findingJson } from './change-json.js';

/** The order of a rollout as JSON. Properties that do not apply are null. */
export function rolloutJson({ steps, failure, introduced, gaps, checkedPlans }: Rollout): object {
    return {
        steps: steps.map(stepJson),
        failure: failure ? { kind: failure.kind, reason: failure.reason, changes: failure.changes.map(changeJson) } : null,
        introducedErrors: introduced.map(findingJson), gaps, checkedPlans
    };
}

function stepJson({ number, kind, title, sites, hosts, changes, after, preparation, until, undo, interruption, fullScans, pace, warnings, forcedBy }: Step): object {
    return {
        number, kind, title, sites, hosts, changes: changes.map(changeJson),
        after: after.map(({ step, why, rule, source, confidence }) => ({ step, why, rule: rule ?? null, source: source ?? null, confidence: confidence ?? null })),
        preparation: preparation ?? null, until: constraintJson(until), undo: undo ?? null,
        interruption: interruption ? { of: interruption.of, minutes: interruption.minutes, source: interruption.source ?? null, clients: interruption.clients, failedScans: interruption.failedScans ?? null } : null,
        fullScans: fullScans ?? null, pace: constraintJson(pace),
        warnings: warnings.map(warning => ({ ...findingJson(warning), untilStep: warning.untilStep ?? null })), forcedBy: forcedBy.map(findingJson)
    };
}

const constraintJson = (constraint: Constraint | undefined): object | null => constraint ? { text: constraint.text, source: constraint.source ?? null, confidence: constraint.confidence } : null;
