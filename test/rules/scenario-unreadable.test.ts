import { describe, expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.js';
import { findingsOf } from '../support/rule-findings.js';

const within = (line: string): string => `scenario "x" for 7 days {\n  ${line}\n}\n`;

/** The result of each fix of a line of a scenario, by its title, without the fix that removes the line. */
async function fixesOf(line: string): Promise<Record<string, string>> {
    const [finding] = await findingsOf('scenario-unreadable', within(line));
    expect(finding, `a finding in ${line}`).toBeDefined();
    return Object.fromEntries(Object.entries(finding!.fixes)
        .map(([title, files]) => [title, files['plan.sup']!.split('\n')[1]!.trim()])
        .filter(([, result]) => result !== '}'));
}

describe('the fixes of a line', () => {
    test.each<[string, Record<string, string>]>([
        ['at 1d: stpo A', { 'Change to `stop`': 'at 1d: stop A' }],
        ['at 1d: set A prots to 80, 443', { 'Change to `ports`': 'at 1d: set A ports to 80, 443' }],
        ['at 1d stop A', { 'Write `:`': 'at 1d: stop A' }],
        ['at 3 dyas: stop A', { 'Change to `days`': 'at 3 days: stop A' }],
        ['at 1d: synchronize CEN', { 'Write `now`': 'at 1d: synchronize CEN now' }],
        ['at 1d: set A 80, 443', { 'Write `ports to`': 'at 1d: set A ports to 80, 443' }],
        ['at 1d: fail the link of BER', { }],
        ['at 1d: stop A for 4h please', { 'Remove `please`': 'at 1d: stop A for 4h' }],
        ['at 1d: publish update KB1 of product "x"', { 'Change to `"KB1"`': 'at 1d: publish update "KB1" of product "x"' }],
        ['at 1d: set A proxy to px:8080', { 'Write `"px:8080"`': 'at 1d: set A proxy to "px:8080"' }],
        ['at 1d: set group policy of all clients to http://a:8530', { 'Write `"http://a:8530"`': 'at 1d: set group policy of all clients to "http://a:8530"' }],
        ['expect OSL sinchronized', { 'Change to `synchronized`': 'expect OSL synchronized' }],
        ['expect internet clients of OSL scan', { 'Change to `Internet`': 'expect Internet clients of OSL scan' }],
        ['expect OSL synchronized until 3d', { }],
        ['expect no errors CEN', { 'Write `at`': 'expect no errors at CEN' }]
    ])('offers the intended words for %j', async (line, expected) => {
        expect(await fixesOf(line)).toMatchObject(expected);
    });
});

test('names the first word that does not fit and the words that are possible there', async () => {
    const messages = async (line: string): Promise<string[]> => (await workspaceWith(within(line))).findings('plan.sup').map(({ message }) => `${message.what} ${message.todo}`);
    expect(await messages('at 1d: stop A until 2d')).toEqual(['`until` is not allowed here. Write `for`.']);
    expect(await messages('at 1d: stop A for 2d now')).toEqual(['`now` is not allowed here. Remove it.']);
    expect(await messages('expect no errors at CEN always')).toEqual(['`always` is not allowed here. Write `by` or `after`.']);
    expect(await messages('at 1d: set A ports to 80, 99999')).toEqual(['`99999` is not allowed here. Write the HTTP port and the HTTPS port, each from 1 to 65535, such as `8530, 8531`.']);
    expect(await messages('expect 120 % of clients of CEN scan for "KB1" within 8d')).toEqual(['`120 %` is not allowed here. Write a share from `0.1 %` to `100 %`.']);
    expect(await messages('expect 0 % of clients of CEN scan for "KB1" within 8d')).toEqual(['`0 %` is not allowed here. Write a share from `0.1 %` to `100 %`.']);
    expect(await messages('expect CEN synchronized within 10 years')).toEqual(['`years` is not allowed here. Write `minutes`, `hours`, `days` or `weeks`.']);
    expect(await messages('expect CEN synchronized within 522 weeks')).toEqual(['`522` is not allowed here. Write a duration in whole weeks, days, hours or minutes, such as `2 weeks`, `4h` or `1d 6h`, up to `521 weeks`.']);
    expect(await messages('at')).toEqual(['Something is missing after `at`. Continue with a time since the start, such as `3h`, `1d 6h` or `2d 02:07`.']);
});

test.each([
    'at 1d: stop A at 2d: start A', 'at 1d: set A proxy to px:8080', 'at 1d: set A prots to 80', 'expect OSL sinchronized by', 'at 1d: stop = A', 'at 1d: publish update "KB1'
])('reports one error once: %j', async line => {
    const workspace = await workspaceWith(`central site CEN\nprimary site OSL reports to CEN {\n  server A { wsus 3.0 SP2 { } }\n}\n${within(line)}`);
    expect(workspace.findings('plan.sup').filter(({ at, rule }) => 'offset' in at || rule.category === 'language')).toHaveLength(1);
});

test('leaves a statement outside of a scenario to misplaced-statement', async () => {
    const workspace = await workspaceWith('central site CEN {\n  at 1d: nonsense\n}\n');
    expect(workspace.listing()).toEqual(['plan.sup:2:3 misplaced-statement']);
});
