import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { InstalledPages } from '@sup/files';
import { registry, type Rule } from '@sup/language';
import { check } from '../../cli/src/check/check.js';
import { pretty } from '../../cli/src/check/pretty.js';
import type { CheckedFile, CheckFinding } from '../../cli/src/check/report.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { fakeTerminal } from '../support/terminal.js';

// Conditions that can only be created from inside the process.

const pages = new InstalledPages('docs');

describe('failing rules', () => {
    const broken: Rule = { ...registry[0]!, id: 'broken', checks: { segment() { throw new Error('first line\nsecond line'); } } };
    afterEach(() => void (registry as Rule[]).splice(registry.indexOf(broken), 1));

    test('reports a failing rule on one line without a stack, and exits with 2', async () => {
        (registry as Rule[]).push(broken);
        const { written, fake } = fakeTerminal();
        const folder = temporaryFolder({ 'a.sup': '', 'b.sup': 'bogus: 1' });
        expect(await check([folder], { format: 'json', version: '1.2.3', pages }, fake)).toBe(2);
        expect(written.filter(text => text.startsWith('message'))).toEqual(['a.sup', 'b.sup'].map(name =>
            `message: The rule broken failed on file://${join(folder, name)} and reports no more findings there: Error: first line`));
        expect(JSON.parse(written[0]!.replace(/^stdout: /, ''))).toMatchObject({ diagnostics: [{ rule: 'unknown-property' }] });
    });
});

test('erases the progress before it writes the report', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now += 2000);
    const { written, fake } = fakeTerminal();
    await check([temporaryFolder({ 'a.sup': '' })], { format: 'pretty', version: '1.2.3', pages }, fake);
    vi.restoreAllMocks();
    expect(written.map(text => text.replace(/\x1b/g, 'ESC'))).toEqual([
        'stderr: \rESC[KReading plans: 0 of 1',
        'stderr: \rESC[KChecking plans: 0 of 1',
        'stderr: \rESC[K',
        'stdout: No findings in 1 file.\n'
    ]);
});

test('counts and lists unknown values', async () => {
    const { written, fake } = fakeTerminal();
    const plan = 'central site AAA {\n  mode: unknown\n  server A1 {\n    wsus unknown { ports: unknown }\n  }\n}\n';
    const folder = temporaryFolder({ 'a.sup': plan });
    await check([folder], { format: 'pretty', version: '1.2.3', pages }, fake);
    expect(written.at(-1)).toMatch(/ in 1 file, 3 unknown values\.\n\nUnknown values\n {2}\S*a\.sup:2 {2}mode\n {2}\S*a\.sup:4 {2}ports of WSUS on A1\n {2}\S*a\.sup:4 {2}version of WSUS on A1\n$/);
    await check([folder], { format: 'json', version: '1.2.3', pages }, fake);
    expect(JSON.parse(written.at(-1)!.replace(/^stdout: /, ''))).toMatchObject({ summary: { unknownValues: [{ line: 1, key: 'mode', text: 'mode' }, { line: 3, key: 'ports' }, { line: 3, key: 'version' }] } });
});

test('escapes control characters in the pretty report', () => {
    const evil = 'a\x1b[2J\u202e\r\n\x9b\x07';
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
    const finding: CheckFinding = { rule: 'some-rule', severity: 'error', message: evil, range, related: [{ path: evil, range, message: evil }] };
    const counts = { error: 1, warning: 0, information: 0, hint: 0 };
    const file: CheckedFile = { path: evil, counts, findings: [finding], accepted: [{ rule: evil, reason: evil, until: undefined, range, count: 1, findings: [] }], unknown: [], lineAt: () => evil };
    const text = pretty({ version: '1.2.3', files: [file], counts, failures: [] }, false);
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    expect(text.match(/\\x1b/g)).toHaveLength(9);
    expect(text.trimEnd().split('\n')).toHaveLength(11);
});
