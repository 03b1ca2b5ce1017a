import { expect, test } from 'vitest';
import { Random } from '../support/random.js';
import { byRunLength } from '../support/run-length.js';
import { casesOf } from './cases.js';
import { agree, compare, coveredRules, decisiveClauses, programWithout, type Case, type Comparison } from './clauses.js';
import { describeDifferences } from './describe-differences.js';
import { randomSites } from './random-sites.js';
import { smallWorlds } from './small-worlds.js';
import { World } from './worlds.js';

// The rules about topology agree with clauses that are written from the documents, and not from the rules.

const most = byRunLength({ short: 40, long: Infinity });
const fired = new Set<string>();

async function expectAgreement(comparison: Comparison): Promise<void> {
    comparison.fired.forEach(rule => fired.add(rule));
    expect(await describeDifferences(comparison.differences)).toBe('');
}

test.for(Object.entries(smallWorlds))('rules and clauses agree on every hierarchy among %s', async ([, texts]) => {
    await expectAgreement(await compare(new World(texts).cases(new Random(1), most)));
});

function randomCases(first: number, count: number): Promise<readonly Case[]> {
    return casesOf(Array.from({ length: count }, (_, i) => randomSites(new Random(first + i))));
}

test('rules and clauses agree on random hierarchies of up to twelve sites', async () => {
    const cases: Case[] = [];
    for (let seed = 1; seed <= byRunLength({ short: 100, long: 5_000 }); seed += 100) {
        cases.push(...await randomCases(seed, 100));
    }
    await expectAgreement(await compare(cases));
});

test('every rule that the clauses speak about has a finding among these hierarchies', () => {
    expect([...coveredRules].filter(rule => !fired.has(rule))).toEqual([]);
});

const parts = byRunLength({ short: [], long: Array.from({ length: 8 }, (_, part) => part) });

test.each(parts)('every clause matters, part %i: without it, the rules and the others disagree', async part => {
    const cases = [...Object.values(smallWorlds).flatMap(texts => [...new World(texts).cases(new Random(1), 150)]), ...await randomCases(1, 1_500)];
    // Every call of clingo judges hierarchies of all kinds, so the first ones usually show the difference.
    const shuffled = new Random(1).shuffle(cases);
    const idle: string[] = [];
    for (const clause of decisiveClauses.filter((_, i) => i % parts.length === part)) {
        if (await agree(shuffled, programWithout(clause))) {
            idle.push(clause);
        }
    }
    expect(idle).toEqual([]);
});
