import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { expectLinear, expectSound, survives } from '../support/hostile.js';
import { applied, TestWorkspace } from '../support/workspace.js';

// A hostile scenario may only cause findings in its own file, in time that grows linearly with its size.

const plan = readFileSync(new URL('../../examples/starter/starter.sup', import.meta.url), 'utf8');
const scenario = [
    'hierarchy Harbour', '', '/** Why. */', 'scenario "Two days" for 7 days {', '  seed: 7', '  assume {', '    retry interval: 30 minutes  catalog size: 150 MB', '  }',
    '  at 1d: fail Microsoft Update for 2d', '  at 1d 3h: set HARSUP01 products to "Windows 7",', '    "Office 2007" // both', '  at 2d 02:07: publish update "KB1" of product "Windows 7"',
    '  at 5d: set group policy of Internet clients of sites below HAR to "http://a:8530"', '  expect all sites synchronized within 24h of HAR', '  expect status 6703 at HAR at least 2 times by 7d',
    '  expect clients "Sales" fail to scan with SSL failure', '  allow scenario-unknown-name because "x"', '}', ''
].join('\n');

test.each([
    'scenario', 'scenario for', 'scenario for for', 'scenario "', 'scenario "x" "y" for 1d 2 "3" for, for', 'scenario scenario', 'scenario { scenario {', 'for', 'for 7 days {', 'assume', 'assume x {', 'at', 'at:', 'at :', 'at at', 'at 1d', 'at 1d:', 'at 1d: :',
    'at 1d:: stop', 'at ,: ,', 'at 1d: stop A, B', 'at 1d 3h {', 'at 1d: {', 'at 3h: {\n}', 'expect', 'expect {', 'expect:', 'expect x: y', 'expect ,', 'expect expect', 'expect at expect', 'at noon: x', 'at group policy: x', 'at 99999999999d: stop A', 'at 1d: set A ports to 80,', 'at 1d: set A ports to ,80',
    'at 1d: stop ""', 'at 1d: publish update "', 'at 1d: set A proxy to px:80:90', 'at 1d: stop A at 2d: start A', 'expect status 99999999999 at A', 'expect load of A at most 1e9 clients', 'expect constructor synchronized', 'at 1d: stop __proto__'
])('survives %j anywhere', async statement => {
    await survives(statement);
    await survives(`scenario "x" for 7 days {\n  ${statement}\n  at 1h: stop A\n}\n`);
    await survives(`central site AAA {\n  ${statement}\n  mode: mixed\n}\n`);
});

describe('the time to check scenarios', () => {
    const many = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('');
    const inScenario = (n: number, line: (i: number) => string): string => `central site AAA { server S { wsus 3.0 { } } }\nscenario "x" for 7 days {\n${many(n, line)}}\n`;
    test.each<[string, number, (n: number) => string]>([
        ['scenarios', 1_250, n => many(n, i => `scenario "${i}" for 7 days {\n  at 1d: stop S\n}\n`)],
        ['scenarios of one title', 1_250, n => many(n, () => 'scenario "x" for 7 days\n')],
        ['events', 1_250, n => inScenario(n, () => '  at 1d: stop S\n')],
        ['events without effect', 1_250, n => inScenario(n, () => '  at 1d: start S\n')],
        ['events that cannot be read', 1_250, n => inScenario(n, () => '  at 1d: set S prots to 80\n')],
        ['updates', 1_250, n => inScenario(n, i => `  at 1d: publish update "${i}"\n  expect update "${n - i}x" available at AAA\n`)],
        ['expectations', 1_250, n => inScenario(n, () => '  expect clients of all sites scan\n')],
        ['unknown names', 1_250, n => inScenario(n, i => `  at 1d: stop X${i}\n  expect B${i} matches AAA\n`)],
        ['items of one event', 10_000, n => inScenario(1, () => `  at 1d: set S products to ${'"x", '.repeat(n)}"y"\n`)],
        ['words of one event', 10_000, n => inScenario(1, () => `  at ${'1d '.repeat(n)}: stop ${'S '.repeat(n)}\n`)],
        ['keywords', 10_000, n => 'scenario for at expect assume '.repeat(n)],
        ['keywords on lines of their own', 2_500, n => 'scenario\nfor\nat\nexpect\nassume\n'.repeat(n)]
    ])('grows linearly with %s', async (_, n, make) => {
        await expectLinear(make, n);
    }, 120_000);
});

describe('broken scenarios', () => {
    test('survives every prefix of a scenario', async () => {
        const workspace = new TestWorkspace();
        await workspace.write({ 'plan.sup': plan });
        for (let end = 0; end <= scenario.length; end++) {
            await workspace.write({ 'scenario.sup': scenario.slice(0, end) });
            expectSound(workspace);
        }
    }, 120_000);

    const tokens = [...scenario.matchAll(/\/\*[\s\S]*?\*\/|\/\/.*|"[^"\n]*"|[\w.]+|[^\s\w]/g)].map(match => ({ offset: match.index, end: match.index + match[0].length, text: match[0] }));

    test.each<[string, (offset: number, end: number, text: string) => string]>([
        ['deleted', (offset, end) => scenario.slice(0, offset) + scenario.slice(end)],
        ['doubled', (offset, _, text) => `${scenario.slice(0, offset)}${text} ${scenario.slice(offset)}`],
        ['misspelt', (offset, end, text) => `${scenario.slice(0, offset)}${text.slice(0, 1)}x${text.slice(1)}${scenario.slice(end)}`]
    ])('reports few findings, and offers fixes that change something, with each token %s', async (_, broken) => {
        const workspace = new TestWorkspace();
        for (const { offset, end, text } of tokens) {
            const files = { 'scenario.sup': broken(offset, end, text) };
            await workspace.write(files);
            expectSound(workspace);
            // One mistake causes a few findings, not a flood; without the head of the scenario, each statement of its block is misplaced.
            expect(workspace.findings('scenario.sup').filter(({ rule }) => rule.id !== 'scenario-unknown-name').length, files['scenario.sup']).toBeLessThanOrEqual(12);
            for (const fix of workspace.findings('scenario.sup').flatMap(finding => finding.fixes())) {
                expect(applied(files, changesOf(fix.edits)), `${fix.title}: ${files['scenario.sup']}`).not.toEqual(files);
            }
        }
    }, 120_000);
});
