import { type Assumption, type AssumptionName, assumptions, type Assumptions } from './assumptions.js';
import { durationText } from './durations.js';
import { megabytesText, number } from './wording.js';

/** The value of an assumption with its unit: `7d`, `30 MB`, `20`. */
export function assumptionValueText(name: AssumptionName, value: number): string {
    const { unit, choices = [] }: Assumption = assumptions[name];
    const texts = { minutes: durationText, megabytes: megabytesText, number, choice: (index: number) => choices[index] ?? '' };
    return texts[unit](value);
}

/** The source of an assumption: the document that states it, or else whether it was set or is an estimate. */
export function assumptionSourceText(name: AssumptionName, value: number): string {
    const { source, default: usual } = assumptions[name];
    return value !== usual ? 'set in the plan or in `sup.config.json`' : source ?? 'an estimate: replace it with your own measurement';
}

/** Renders the assumptions that a result rests on, one sentence each. */
export function assumptionsText(names: readonly AssumptionName[], assumed: Assumptions): readonly string[] {
    return names.map(name => `Assumed: ${assumptions[name].key} ${assumptionValueText(name, assumed[name])} (${assumptionSourceText(name, assumed[name])}).`);
}
