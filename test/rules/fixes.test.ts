import { readdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { checked, everyFix, findingsIn, fixedAll, objectionsTo } from '../support/applied-fixes.js';
import { exampleFiles } from '../support/example-files.js';
import { flawedPlan } from '../support/flawed-plan.js';
import { Random } from '../support/random.js';
import { byRunLength } from '../support/run-length.js';
import type { Files } from '../support/workspace.js';

// A fix solves its finding, makes no error, and leaves comments and layout alone. The pages of the rules have the same test.

/** The faults of the fixes of all findings in files, and those of applying all safe ones. */
async function objections(files: Files): Promise<string[]> {
    const workspace = await checked(files);
    const before = findingsIn(workspace, files);
    const found: string[] = [];
    // All are computed before the first one is applied, for which the workspace is used again.
    for (const fix of everyFix(workspace, files)) {
        found.push(...(await objectionsTo(fix, before, files)).map(objection => `"${fix.title}" for ${fix.rule.id} ${objection}`));
    }
    return [...found, ...(await fixedAll(files) ? [] : ['applying all safe fixes does not end'])];
}

const batch = 20;
const batches = Array.from({ length: byRunLength({ short: 2, long: 100 }) }, (_, i) => i * batch);

test.each(batches)('every fix of random plans with mistakes is sound, from seed %i', async first => {
    for (let seed = first; seed < first + batch; seed++) {
        const plan = flawedPlan(new Random(seed));
        // Weakly referenced objects live until the end of a task, and the rest of this test is a single one.
        await setImmediate();
        expect(await objections({ 'plan.sup': plan }), `seed ${seed}\n${plan}`).toEqual([]);
    }
});

test('random plans have findings of most rules about hierarchies', async () => {
    const rules = new Set<string>();
    for (let seed = 0; seed < 150; seed++) {
        const files = { 'plan.sup': flawedPlan(new Random(seed)) };
        findingsIn(await checked(files), files).forEach(({ rule }) => rules.add(rule.id));
    }
    expect(rules.size).toBeGreaterThan(35);
});

describe('the examples', () => {
    test.each(readdirSync(new URL('../../examples/', import.meta.url)).filter(name => !name.includes('.')))('every fix in %s is sound', async example => {
        expect(await objections(exampleFiles(example))).toEqual([]);
    });
});
