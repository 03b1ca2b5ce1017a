import { expect, test } from 'vitest';
import { compareHierarchies } from '@sup/comparison';
import { byRunLength } from '../support/run-length.js';
import { hierarchyOf } from '../support/hierarchy.js';
import { Random } from '../support/random.js';
import { randomPlan } from '../support/random-plan.js';
import { rolloutOf } from '../support/rollout.js';

// Plans with mistakes: their rollout ends at the later plan, or states the changes that are left.

const seeds = Array.from({ length: byRunLength({ short: 40, long: 500 }) }, (_, i) => i + 1);

test.each(seeds)('pair %i of random plans with mistakes', seed => {
    const random = new Random(seed);
    const [before, after] = [hierarchyOf(randomPlan(random)), hierarchyOf(randomPlan(random))];
    const { steps, failure } = rolloutOf(before, after);
    const left = compareHierarchies({ hierarchy: steps.at(-1)?.hierarchy ?? before, scenarios: [] }, { hierarchy: after, scenarios: [] }).filter(({ kind }) => kind !== 'consequence');
    expect(failure ? failure.changes.map(({ sentence }) => sentence) : []).toEqual(left.map(({ sentence }) => sentence));
    expect(failure?.kind).not.toBe('limit');
});

test.each([['nothing', '', 'central site AAA { }'], ['a site', 'central site AAA { }', '']])('a rollout that starts with %s and ends with the other has one step', (_, before, after) => {
    expect(rolloutOf(before, after)).toMatchObject({ steps: [{ sites: ['AAA'] }], failure: undefined });
});

test('a circle of parents ends the search like any other plan', () => {
    const plan = (mode: string): string => `primary site AAA reports to BBB { mode: ${mode} }\nprimary site BBB reports to AAA { mode: ${mode} }`;
    expect(rolloutOf(plan('mixed'), plan('native')).failure).toBeUndefined();
});
