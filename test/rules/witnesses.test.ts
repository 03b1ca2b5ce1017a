import { expect, test } from 'vitest';
import { registry } from '@sup/language';
import { coveredRules } from '../oracle/clauses.js';
import { rulesIn, witnessIn } from '../oracle/witness.js';
import { readRulePage } from '../support/rule-page.js';

// `npm run witnesses` writes the smallest plan with a finding to the page of its rule, as a difference to the nearest plan without it.

const witnesses = registry.flatMap(({ id }) => {
    const [, difference] = /<!-- witness -->[\s\S]*?```diff\n([\s\S]*?)\n```[\s\S]*?<!-- \/witness -->/.exec(readRulePage(id).text) ?? [];
    return difference === undefined ? [] : [{ id, ...witnessIn(difference) }];
});

test('every rule about topology has a witness on its page', () => {
    expect([...coveredRules].filter(id => !witnesses.some(each => each.id === id))).toEqual([]);
});

test('the smallest plan of each page has the finding, and the nearest plan does not have it', async () => {
    const [before, after] = await Promise.all([rulesIn(witnesses.map(each => each.before)), rulesIn(witnesses.map(each => each.after))]);
    expect(witnesses.filter(({ id }, i) => !before[i]!.all.has(id) || after[i]!.all.has(id)).map(({ id }) => id)).toEqual([]);
});
