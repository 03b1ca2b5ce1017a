import { describe, expect, test } from 'vitest';
import { compareHierarchies } from '@sup/comparison';
import type { Hierarchy } from '@sup/model';
import { byRunLength } from '../support/run-length.js';
import { hierarchyOf } from '../support/hierarchy.js';
import { Random } from '../support/random.js';
import { check, rolloutOf, stepText } from '../support/rollout.js';
import { soundPair } from '../support/sound-pairs.js';

// Random pairs of plans without errors: the whole hierarchy after every step is checked with all rules.

const seeds = Array.from({ length: byRunLength({ short: 20, long: 200 }) }, (_, i) => i + 1);

const errorsIn = (hierarchy: Hierarchy): readonly string[] => check(hierarchy).filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message}`);
const changesBetween = (before: Hierarchy, after: Hierarchy): readonly string[] => compareHierarchies({ hierarchy: before, scenarios: [] }, { hierarchy: after, scenarios: [] }).map(({ sentence }) => sentence);

describe.each(seeds)('pair %i', seed => {
    const [before, after] = soundPair(new Random(seed)).map(hierarchyOf) as [Hierarchy, Hierarchy];
    const rollout = rolloutOf(before, after);

    test('both plans are sound', () => {
        expect([before, after].flatMap(errorsIn)).toEqual([]);
    });

    test('no hierarchy after a step has an error, and the last one is the later plan', () => {
        expect(rollout.failure).toBeUndefined();
        expect(rollout.steps.filter(({ forcedBy }) => forcedBy.length > 0).map(stepText)).toEqual([]);
        for (const step of rollout.steps) {
            expect(errorsIn(step.hierarchy), stepText(step)).toEqual([]);
        }
        expect(changesBetween(rollout.steps.at(-1)?.hierarchy ?? before, after)).toEqual([]);
    });

    test('there are steps where the plans differ, and each changes something', () => {
        expect(rollout.steps.length > 0).toBe(changesBetween(before, after).length > 0);
        expect(rollout.steps.filter(({ changes }) => changes.length === 0).map(stepText)).toEqual([]);
    });
});
