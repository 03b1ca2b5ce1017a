import { describe, expect, test } from 'vitest';
import { assembleHierarchy } from '@sup/model';
import { orderRollout, rolloutSummary } from '@sup/rollout';
import { runToEnd } from '@sup/simulation';
import { hierarchyOf } from '../support/hierarchy.js';
import { largeHierarchy } from '../support/large-hierarchy.js';
import { rolloutExamples } from '../support/rollout-examples.js';
import { check, rolloutOf, stepText } from '../support/rollout.js';

const planWith = (first: string, second: string): string => `
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

/** Two sites that exchange their servers. */
const exchangedServers = [planWith('ALPHA', 'BETA'), planWith('BETA', 'ALPHA')] as const;

/** Two sites that are removed, each with a property that names the server of the other. */
function pairOfRemovedSites(property: string): readonly [before: string, after: string] {
    const after = planWith('ALPHA', 'BETA').replace(/primary site LOW[^]*/, '');
    const site = (code: string, other: string): string => `\nsecondary site ${code} "${code}" reports to TOP {\n${property}${other}SRV01\nserver ${code}SRV01 { site server }\n}`;
    return [`${after}${site('LOW', 'NEW')}${site('NEW', 'LOW')}`, after];
}

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

    test.each([1, 2, 3, 4, 5, 6, 7, 8])('a search that ends after %i plans has no step that it has not checked, nor one that it has not shown to be needed together', maxStates => {
        for (const [before, after] of [...Object.values(rolloutExamples), exchangedServers]) {
            const rollout = runToEnd(orderRollout(hierarchyOf(before), hierarchyOf(after), { check, run: {}, maxStates }));
            const whole = rolloutOf(before, after);
            // With the address in a Group Policy removed first, the whole order has a step more.
            const known = whole.steps.map(stepText).filter(text => !text.startsWith('lift policy'));
            if (rollout.failure) {
                expect(rollout.failure.kind).toBe('limit');
                expect(rollout.steps.map(stepText)).toEqual(known.slice(0, rollout.steps.length));
                expect(rolloutSummary(rollout)[0]).toMatch(/^(?:The order is incomplete: \d+ changes? ha(?:s|ve) no step|No order was found)\. The search ended after /);
            } else {
                expect(rollout.steps.map(stepText)).toEqual(whole.steps.map(stepText));
            }
        }
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
        const rollout = rolloutOf(...exchangedServers);
        expect(rollout.failure).toBeUndefined();
        expect(rollout.steps.map(stepText)).toEqual(['together LOW TOP']);
        expect(rollout.steps[0]!.forcedBy.map(({ rule }) => rule)).toContain('server-name-duplicate');
        expect(rollout.steps.at(-1)!.hierarchy.sites.map(({ servers }) => servers.map(({ name }) => name))).toEqual([['ALPHA'], ['BETA']]);
    });

    test('the reason for a maintenance window is an error of the changes that are made in it', () => {
        const [before, after] = pairOfRemovedSites('client installation: ');
        const rollout = rolloutOf(before, after);
        expect(rollout.steps.map(stepText)).toEqual(['together LOW NEW']);
        expect(rollout.steps[0]!.forcedBy.map(({ rule, site }) => [rule, site])).toEqual([['unknown-server', 'NEW'], ['unknown-server', 'LOW']]);
    });

    test('sites that are removed and name each other only in what they cannot reach are removed in any order', () => {
        const rollout = rolloutOf(...pairOfRemovedSites('cannot reach: '));
        expect(rollout.steps.map(step => [stepText(step), step.forcedBy])).toEqual([['remove site LOW NEW', []]]);
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
