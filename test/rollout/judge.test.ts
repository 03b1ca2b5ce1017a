import { expect, test } from 'vitest';
import { orderRollout, type RolloutOptions } from '@sup/rollout';
import { runToEnd } from '@sup/simulation';
import { hierarchyOf } from '../support/hierarchy.js';
import { rolloutExamples } from '../support/rollout-examples.js';
import { check, rolloutOf, stepText } from '../support/rollout.js';

test.each(Object.entries(rolloutExamples))('a warning of a rule does not hide its error at the same place: %s', (_, [before, after]) => {
    const withWarnings: RolloutOptions['check'] = (hierarchy, sites) => check(hierarchy, sites).flatMap(finding => [finding, { ...finding, severity: 'warning', message: 'A warning.' }]);
    const rollout = runToEnd(orderRollout(hierarchyOf(before), hierarchyOf(after), { check: withWarnings, run: {} }));
    expect(rollout.failure).toBeUndefined();
    expect(rollout.steps.map(stepText)).toEqual(rolloutOf(before, after).steps.map(stepText));
});

test('a second error of a rule at the same place is new, although both plans have the first', () => {
    const [before, after] = rolloutExamples['another active server with a Group Policy'];
    const withFirst: RolloutOptions['check'] = (hierarchy, sites) => {
        const site = sites.find(({ code }) => code === 'MID');
        return [...site ? [{ rule: 'gpo-wsus-url-conflict', severity: 'error', message: 'The first error.', element: site } as const] : [], ...check(hierarchy, sites)];
    };
    const rollout = runToEnd(orderRollout(hierarchyOf(before), hierarchyOf(after), { check: withFirst, run: {} }));
    expect(rollout.steps.map(stepText)).toContain('lift policy MID');
});
