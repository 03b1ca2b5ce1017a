import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Random } from '../support/random.js';
import { byRunLength } from '../support/run-length.js';
import { differenceAfter, differenceIn, shrunk, workspaceOf } from './incremental/difference.js';
import { randomFile, randomStep } from './incremental/random-step.js';
import type { Step } from './incremental/step.js';
import { fuzzSeed } from './seed.js';

// Compares the incremental state after thousands of changes with a fresh analysis of the same files. A seed that leads to a difference is
// printed with the fewest steps that reproduce it: add those to test/fuzz/corpus, whose steps are repeated in every run, and fix the fault.

const rounds = byRunLength({ short: 12, long: 40 });
const steps = Number(process.env['SUP_FUZZ_EDITS'] ?? byRunLength({ short: 600, long: 20_000 })) / rounds;
const seed = fuzzSeed(9_000);
/** The number of steps between two comparisons. */
const between = 25;

describe(`${rounds} rounds of ${steps} changes to the files of a hierarchy`, () => {
    test.each(Array.from({ length: rounds }, (_, round) => seed + round))('seed %i: the incremental state equals a fresh analysis', async each => {
        const random = new Random(each);
        let workspace = await workspaceOf(new Map([['a.sup', randomFile(random)], ['b.sup', randomFile(random)], ['c.sup', randomFile(random)]]));
        for (let done = 0; done < steps; done += between) {
            const start = workspace.files;
            const taken: Step[] = [];
            while (taken.length < between) {
                const step = randomStep(random, workspace.files);
                taken.push(step);
                await workspace.take(step);
            }
            const difference = await differenceIn(workspace);
            if (difference !== undefined) {
                const fewest = await shrunk(start, taken);
                expect.fail(`seed ${each}, after ${done} changes: ${difference}\n${JSON.stringify({ start: [...fewest.start], steps: fewest.steps })}`);
            }
            workspace = workspace.files.size > 0 ? workspace : await workspaceOf(new Map([['a.sup', randomFile(random)]]));
        }
    }, 300_000);
});

const corpus = join(import.meta.dirname, 'corpus');

describe('reproductions of earlier differences', () => {
    test.each(readdirSync(corpus))('%s leads to no difference', async name => {
        const { start, steps: recorded } = JSON.parse(readFileSync(join(corpus, name), 'utf8')) as { readonly start: [string, string][]; readonly steps: readonly Step[] };
        expect(await differenceAfter(new Map(start), recorded)).toBeUndefined();
    });
});
