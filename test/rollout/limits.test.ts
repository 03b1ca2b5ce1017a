import { describe, expect, test } from 'vitest';
import { assembleHierarchy } from '@sup/model';
import { orderRollout, rolloutSummary } from '@sup/rollout';
import { runToEnd } from '@sup/simulation';
import { hierarchyOf } from '../support/hierarchy.js';
import { largeHierarchy } from '../support/large-hierarchy.js';
import { rolloutExamples } from '../support/rollout-examples.js';
import { check, rolloutOf, stepText } from '../support/rollout.js';

describe('a rollout without a complete order', () => {
    test('the same plan twice has no steps', () => {
        for (const [before] of Object.values(rolloutExamples)) {
            expect(rolloutOf(before, before)).toMatchObject({ steps: [], failure: undefined, gaps: [] });
        }
        expect(rolloutSummary(rolloutOf('', ''))).toEqual(['There is nothing to do: the plans differ in nothing that is set in the product.']);
    });

    test('a plan that states something twice is refused, with its place', () => {
        const [before, after] = rolloutExamples['mixed to native'];
        const rollout = rolloutOf(before, `${after}\nsecondary site CED "Cedar" reports to BIR { }`);
        expect(rollout).toMatchObject({ steps: [], failure: { kind: 'ambiguous' } });
        expect(rollout.failure!.reason).toBe('In the later plan, there are two sites with the code CED. Solve this first: no order can be derived from it.');
        expect(rollout.failure!.changes.length).toBeGreaterThan(0);
    });

    test('a search that reaches its limit keeps the steps that it has found', () => {
        const [before, after] = rolloutExamples['SP2 with a cluster'];
        const rollout = runToEnd(orderRollout(hierarchyOf(before), hierarchyOf(after), { check, run: {}, maxStates: 3 }));
        expect(rollout.steps.map(stepText)).toEqual(['upgrade WSUS ELM', 'upgrade WSUS FIR', 'upgrade WSUS GUM']);
        expect(rollout.failure).toMatchObject({ kind: 'limit', reason: 'The search ended after 3 plans were checked. Split the rollout into several plans.' });
        expect(rollout.failure!.changes.length).toBeGreaterThan(0);
    });

    test('errors of the later plan come first, and do not stand in the way of an order', () => {
        const [before, after] = rolloutExamples['another active server with a Group Policy'];
        const broken = after.replace('http://MIDSUP02:8530', 'http://elsewhere:8530');
        const rollout = rolloutOf(before, broken);
        expect(rollout.introduced.map(({ rule }) => rule)).toEqual(['gpo-wsus-url-conflict']);
        expect(rollout.failure).toBeUndefined();
        expect(rolloutSummary(rollout)[0]).toMatch(/^The later plan has 1 error that the earlier one does not have; solve them first: /);
    });

    test('two sites that exchange their servers must do so in one maintenance window', () => {
        const plan = (first: string, second: string): string => `
hierarchy Swap
central site TOP "Top" {
  release: SP2
  mode: mixed
  clients: 900 intranet
  server ${first} { site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active }
  synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: "Windows XP"
    classifications: "Security Updates"
    languages: en
    summary languages: en }
}
primary site LOW "Low" reports to TOP {
  release: SP2
  mode: mixed
  clients: 100 intranet
  server ${second} { site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active }
}`;
        const rollout = rolloutOf(plan('ALPHA', 'BETA'), plan('BETA', 'ALPHA'));
        expect(rollout.failure).toBeUndefined();
        const forced = rollout.steps.filter(({ forcedBy }) => forcedBy.length > 0);
        expect(forced.length, rollout.steps.map(stepText).join()).toBeLessThanOrEqual(1);
        expect(rollout.steps.at(-1)!.hierarchy.sites.map(({ servers }) => servers.map(({ name }) => name))).toEqual([['ALPHA'], ['BETA']]);
    });
});

test('a thousand sites take no more checks than there are kinds of changes and levels', () => {
    const after = largeHierarchy(1_000);
    const before = assembleHierarchy(undefined, after.sites.map(site => ({ ...site, release: { product: 'ConfigMgr 2007' as const, servicePack: 'SP1' as const, addOn: undefined } })));
    const rollout = rolloutOf(before, after);
    expect(rollout.failure).toBeUndefined();
    // The hierarchy has seven levels.
    expect(rollout.steps.map(({ sites }) => sites.length)).toEqual([1, 7, 21, 63, 189, 567, 152]);
    expect(rollout.checkedPlans).toBe(7);
});
