import { checkModel } from '@sup/language';
import type { Hierarchy } from '@sup/model';
import { orderRollout, type Rollout, type Step } from '@sup/rollout';
import { runToEnd } from '@sup/simulation';
import { hierarchyOf } from './hierarchy.js';

/** Orders the changes between two plans. A rule that fails makes the test fail. */
export function rolloutOf(before: Hierarchy | string, after: Hierarchy | string): Rollout {
    const [from, to] = [before, after].map(each => typeof each === 'string' ? hierarchyOf(each) : each);
    return runToEnd(orderRollout(from!, to!, { check, run: {} }));
}

export const check = (hierarchy: Hierarchy, sites = hierarchy.sites): ReturnType<typeof checkModel> => checkModel(hierarchy, sites, (rule, error) => {
    throw new Error(`the rule ${rule.id} failed`, { cause: error });
});

/** The kind of a step with the sites where it is made: `to native ALD BIR`. */
export const stepText = ({ kind, sites }: Step): string => [kind, ...sites].join(' ');

/** The pairs of steps of which the first comes before the second for a stated reason, directly or through others. */
export function reasonsBetween({ steps }: Rollout): ReadonlySet<string> {
    const above = new Map<number, Set<number>>();
    for (const { number, after } of steps) {
        above.set(number, new Set(after.flatMap(({ step }) => [step, ...above.get(step)!])));
    }
    return new Set(steps.flatMap(step => [...above.get(step.number)!].map(first => `${stepText(steps[first - 1]!)} < ${stepText(step)}`)));
}
