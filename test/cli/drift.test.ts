import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Log } from 'sarif';
import { sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';

const sample = (path: string): string => readFileSync(fileURLToPath(new URL(`../import/samples/${path}`, import.meta.url)), 'utf8');
const exported = sample('json/01-four-sites.json');
const complete = JSON.stringify({ ...JSON.parse(exported) as object, errors: [] });
const plan = sample('json/01-four-sites.sup');
const changed = plan.replace('ports: 80, 443\n      ssl: yes', 'ports: 8530, 8531\n      ssl: yes');
const finding = 'NV2SUP01, the pair of ports of the software update point: planned 8530, 8531; 80, 443 on 2026-11-23.';

beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T03:00:00Z') });
});
afterEach(() => {
    vi.useRealTimers();
});

describe('sup drift', () => {
    test('exits with 0 and counts what could not be compared if nothing differs', async () => {
        const cwd = temporaryFolder({ 'sup-hierarchy.json': complete, 'plans/nordvik.sup': plan });
        expect(await sup(['drift', 'sup-hierarchy.json', 'plans'], { cwd })).toMatchObject({
            code: 0, stderr: '', stdout: 'No differences between Nordvik and the export of 2026-11-23 08:15 UTC.\n2 properties could not be compared, because the plan or the export does not state them.\n'
        });
    });

    test('exits with 1 and shows each difference at its line, whatever the order of the arguments', async () => {
        const cwd = temporaryFolder({ 'sup-hierarchy.json': complete, 'plans/nordvik.sup': changed });
        const result = await sup(['drift', 'plans', 'sup-hierarchy.json'], { cwd });
        expect(result).toMatchObject({ code: 1, stderr: '' });
        expect(result.stdout).toContain(`plans/nordvik.sup\n  109:14  warning  ${finding} The plan describes`);
        expect(result.stdout).toContain('1 difference between Nordvik and the export of 2026-11-23 08:15 UTC.');
        expect(await sup(['drift', 'sup-hierarchy.json', 'plans/nordvik.sup'], { cwd })).toEqual(result);
    });

    test('compares with the plans in the current folder by default', async () => {
        const cwd = temporaryFolder({ 'sup-hierarchy.json': complete, 'nordvik.sup': plan });
        expect((await sup(['drift', 'sup-hierarchy.json'], { cwd })).code).toBe(0);
    });

    test('never exits with 0 if the export states that a part could not be read', async () => {
        const cwd = temporaryFolder({ 'sup-hierarchy.json': exported, 'nordvik.sup': plan });
        const { code, stdout, stderr } = await sup(['drift', 'sup-hierarchy.json'], { cwd });
        expect(code).toBe(2);
        expect(stdout).toContain('The comparison is incomplete');
        expect(stderr).toContain('sup: the export states that a part could not be read: computer of NV1SUP01: ');
    });

    test('warns once of an export that is older than 30 days', async () => {
        vi.setSystemTime(new Date('2027-01-05T03:00:00Z'));
        const cwd = temporaryFolder({ 'sup-hierarchy.json': complete, 'nordvik.sup': plan });
        const { code, stderr } = await sup(['drift', 'sup-hierarchy.json'], { cwd });
        expect({ code, stderr }).toEqual({ code: 0, stderr: 'sup: the export is 42 days old (2026-11-23), so the real hierarchy may have changed since; make a new one\n' });
    });

    test('writes JSON with the edits that take a difference over', async () => {
        const cwd = temporaryFolder({ 'sup-hierarchy.json': complete, 'nordvik.sup': changed });
        const { stdout } = await sup(['drift', 'sup-hierarchy.json', '--format', 'json'], { cwd });
        expect(JSON.parse(stdout)).toMatchObject({
            version: 1, hierarchy: 'Nordvik', collectedAt: '2026-11-23T08:15:00Z',
            differences: [{
                file: 'nordvik.sup', rule: 'plan-differs-from-reality', severity: 'warning', range: { start: { line: 108, character: 13 } },
                fixes: [{ title: 'Take over `80, 443` from reality', edits: [{ file: 'nordvik.sup', newText: '80, 443', range: { start: { line: 108, character: 13 }, end: { line: 108, character: 23 } } }] }]
            }],
            notCompared: [{ site: 'NV1', property: 'NV1, the link' }, { site: 'NV2', property: 'NV2, the link' }],
            summary: { differences: 1, notCompared: 2, accepted: [], notes: [], troubles: [] }
        });
    });

    test('writes SARIF with results, fixes and accepted differences', async () => {
        const accepted = changed.replace('secondary site NV3 "Kiel" reports to NV2 {', '$&\n  allow plan-differs-from-reality because "Planned for June"').replace('link: open 20:00', 'link: open 22:00');
        const cwd = temporaryFolder({ 'sup-hierarchy.json': complete, 'nordvik.sup': accepted });
        const { stdout, code } = await sup(['drift', 'sup-hierarchy.json', '--format', 'sarif'], { cwd });
        expect(code).toBe(1);
        const [run] = (JSON.parse(stdout) as Log).runs;
        expect(run!.results!.map(({ ruleId, suppressions, fixes }) => [ruleId, suppressions?.length, fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text])).toEqual([
            ['plan-differs-from-reality', 0, '80, 443'], ['plan-differs-from-reality', 1, 'open 20:00 to 06:00']
        ]);
    });

    test('writes Markdown with one row for each difference', async () => {
        const cwd = temporaryFolder({ 'sup-hierarchy.json': complete, 'nordvik.sup': changed });
        const { stdout } = await sup(['drift', 'sup-hierarchy.json', '--format', 'markdown'], { cwd });
        expect(stdout).toMatch(/^# Drift of Nordvik\n\n1 difference between Nordvik and the export of 2026-11-23 08:15 UTC\. 2 properties could not be compared/);
        expect(stdout).toContain('| nordvik.sup:109 | warning | NV2SUP01, the pair of ports');
    });

    test('applies the configuration, which can make a difference an error or turn the rule off', async () => {
        const cwd = temporaryFolder({ 'sup-hierarchy.json': complete, 'nordvik.sup': changed, 'sup.config.json': '{ "rules": { "plan-differs-from-reality": "error" } }' });
        expect((await sup(['drift', 'sup-hierarchy.json'], { cwd })).stdout).toContain('109:14  error');
        const off = temporaryFolder({ 'sup-hierarchy.json': complete, 'nordvik.sup': changed, 'sup.config.json': '{ "rules": { "plan-differs-from-reality": "off" } }' });
        expect(await sup(['drift', 'sup-hierarchy.json'], { cwd: off })).toMatchObject({ code: 0, stderr: 'sup: 1 difference not reported, because sup.config.json turns plan-differs-from-reality off\n' });
    });

    test('compares a plan in several files', async () => {
        const [head, ...rest] = plan.split('\nprimary site NV2');
        const cwd = temporaryFolder({ 'sup-hierarchy.json': complete, 'plans/a.sup': head!, 'plans/b.sup': `hierarchy Nordvik\n\nprimary site NV2${rest.join('')}`.replace('replica: yes', 'replica: no') });
        const { code, stdout } = await sup(['drift', 'sup-hierarchy.json', 'plans'], { cwd });
        expect(code).toBe(1);
        expect(stdout).toContain('plans/b.sup\n');
        expect(stdout).toContain('1 difference between Nordvik');
    });

    test.each([
        ['no export', ['drift', 'nordvik.sup'], {}, 'name at least one export of the real hierarchy: a JSON file, a site control file, or a table as CSV'],
        ['an export that does not exist', ['drift', 'missing.json'], {}, 'missing.json could not be read: there is no such file or folder'],
        ['a file of another format', ['drift', 'notes.txt'], { 'notes.txt': 'shopping list' }, /notes\.txt/],
        ['a folder without plans', ['drift', 'sup-hierarchy.json', 'empty'], { 'empty/readme.txt': '' }, 'there are no .sup files in empty'],
        ['plans of several hierarchies', ['drift', 'sup-hierarchy.json'], { 'other.sup': 'hierarchy Other\n\ncentral site OTH\n' }, 'these plans contain 2 hierarchies (Nordvik, Other), but an export describes one; select the files of a single hierarchy'],
        ['an export of another hierarchy', ['drift', 'sup-hierarchy.json', 'other'], { 'other/other.sup': 'hierarchy Other\n\ncentral site OTH\n' }, 'the files describe another hierarchy: the plan has none of their sites, which are NV0, NV1, NV2, NV3']
    ])('exits with 2 and states why for %s', async (_, args, files, message) => {
        const cwd = temporaryFolder({ 'sup-hierarchy.json': complete, 'nordvik.sup': plan, ...files });
        const { code, stdout, stderr } = await sup(args, { cwd });
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        if (typeof message === 'string') {
            expect(stderr).toBe(`sup: ${message}\n`);
        } else {
            expect(stderr).toMatch(message);
        }
    });
});

test('sup check neither reports differences nor judges an `allow` for them', async () => {
    const cwd = temporaryFolder({ 'nordvik.sup': changed.replace('central site NV0 "Headquarters" {', '$&\n  allow plan-differs-from-reality because "Planned for June"') });
    expect((await sup(['check'], { cwd })).stdout).not.toMatch(/plan-differs-from-reality {2}|allow-unused/);
});
