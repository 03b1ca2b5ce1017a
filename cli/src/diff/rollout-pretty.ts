import { type Rollout, rolloutSummary, type Step, stepDetails } from '@sup/rollout';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';

/** The order of a rollout for people. */
export function rolloutLines(rollout: Rollout, paint: Paint): readonly string[] {
    const { steps, failure } = rollout;
    const left = failure && failure.changes.length > 0 ? ['', paint('bold', 'Changes without an order'), ...failure.changes.map(({ sentence }) => `  ${visible(sentence)}`)] : [];
    return ['', paint('bold', 'Rollout'), ...rolloutSummary(rollout).map(sentence => `  ${visible(sentence)}`), ...steps.flatMap(step => stepLines(step, paint)), ...left];
}

function stepLines(step: Step, paint: Paint): readonly string[] {
    return ['', `  ${paint('bold', `${step.number}. ${visible(step.title)}`)}`, ...stepDetails(step).map(({ label, text }) => `     ${paint('dim', `${label}:`)} ${visible(text)}`)];
}
