import { type Assumption, type AssumptionName, assumptions, type Assumptions } from './assumptions.js';
import { durationText } from './durations.js';
import { megabytesText, number } from './wording.js';

/** The value of an assumption with its unit: `7d`, `30 MB`, `20`. */
export function assumptionValueText(name: AssumptionName, value: number): string {
    const { unit, choices = [] }: Assumption = assumptions[name];
    const texts = { minutes: durationText, megabytes: megabytesText, number, choice: (index: number) => choices[index] ?? '' };
    return texts[unit](value);
}

/** The origin of the default of an assumption: the document that states it, or else what kind of value it is. */
export function assumptionOriginText({ source, isSetting = false }: Assumption): string {
    return source ?? (isSetting ? 'a setting' : 'an estimate');
}

/** The source of an assumption: the document that states it, or else whether it was set or is an estimate. */
export function assumptionSourceText(name: AssumptionName, value: number): string {
    const { source, isSetting = false, default: usual }: Assumption = assumptions[name];
    const isChanged = value !== usual && !isSetting;
    return isChanged ? 'set in the plan or in `sup.config.json`' : source ?? (isSetting ? 'a setting' : 'an estimate: replace it with your own measurement');
}

/** Renders the assumptions that a result rests on, one sentence each. */
export function assumptionsText(names: readonly AssumptionName[], assumed: Assumptions): readonly string[] {
    return names.map(name => `Assumed: ${assumptions[name].key} ${assumptionValueText(name, assumed[name])} (${assumptionSourceText(name, assumed[name])}).`);
}
