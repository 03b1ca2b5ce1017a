import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sup } from '../support/cli.js';
import { payloads } from '../support/payloads.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { scenario, tidewater } from '../support/tidewater.js';

const night = scenario('Night', '2 days', 'expect OSL synchronized');
const changed = tidewater.replace('secondary site BER reports to OSL', 'secondary site BER reports to CEN').replace('400 intranet', '500 intranet');

/** Two versions in one repository, as after copying a folder. */
const versions = { '.git/HEAD': '', 'before/plan.sup': tidewater, 'before/more/night.sup': night, 'after/plan.sup': changed, 'after/more/night.sup': night };

interface ComparedHierarchy {
    readonly hierarchy: string;
    readonly isSame: boolean;
    readonly verdict: string;
    readonly changes: readonly { readonly kind: string; readonly site: string | null; readonly sentence: string; readonly cost: { readonly class: string; readonly source: string | null } }[];
    readonly outcome: readonly { readonly what: string; readonly before: string }[];
    readonly planErrors: Readonly<Record<'before' | 'after', readonly { readonly file: string; readonly text: string }[]>>;
}

async function hierarchiesOf(cwd: string, ...args: string[]): Promise<readonly ComparedHierarchy[]> {
    const { stdout } = await sup(['diff', ...args, '--format', 'json'], { cwd });
    return (JSON.parse(stdout) as { hierarchies: ComparedHierarchy[] }).hierarchies;
}

describe('diff', () => {
    test('reports changes, what they require and their outcome', async () => {
        const { code, stdout, stderr } = await sup(['diff', 'before', 'after'], { cwd: temporaryFolder(versions) });
        expect([code, stderr]).toEqual([1, '']);
        expect(stdout).toMatch(/^Tidewater\n2 changes; 1 only by reinstallation; simulated figures get better\.\n/);
        expect(stdout).toContain('  → BER moves from OSL to CEN.\n      re-installation  The parent of a secondary site cannot be changed after installation: the site is removed and installed again. (How to Join Primary Sites into a Hierarchy)\n');
        expect(stdout).toContain('\nConsequences\n  = BER: the software update point of its clients on the intranet changes from OSLSUP01 to CENSUP01.\n');
        expect(stdout).toContain('\nSimulated outcome\n');
    });

    test('compares two versions in one workspace as `sup check` reads them', async () => {
        const cwd = temporaryFolder({ ...versions, 'before/sup.config.json': '{}', 'after/sup.config.json': '{ "rules": { "category:synchronization": "hint" } }' });
        expect((await sup(['check'], { cwd })).stdout).not.toMatch(/hierarchy-copied|duplicate/);
        expect((await hierarchiesOf(cwd, 'before', 'after'))[0]!.changes.map(({ sentence }) => sentence)).toContain('BER moves from OSL to CEN.');
    });

    test('exits with 0 if both versions have the same meaning in different texts', async () => {
        const cwd = temporaryFolder({ 'a/plan.sup': tidewater, 'b/one.sup': `// Copied.\n${tidewater.replaceAll('  ', '\t')}` });
        expect(await sup(['diff', 'a', 'b'], { cwd })).toMatchObject({ code: 0, stdout: 'Tidewater\nBoth versions mean the same.\n', stderr: '' });
    });

    test('compares hierarchies that have run for weeks', async () => {
        // Clients that have just been installed transfer more over their link than those that have scanned before.
        const larger = tidewater.replace('40 intranet', '400 intranet');
        const outcomes = async (config: string): Promise<unknown> => {
            const cwd = temporaryFolder({ 'before/plan.sup': tidewater, 'after/plan.sup': larger, 'before/sup.config.json': config, 'after/sup.config.json': config });
            return (await hierarchiesOf(cwd, 'before', 'after'))[0]!.outcome;
        };
        expect(await outcomes('{}')).toEqual(await outcomes('{ "simulation": { "start": "settled" } }'));
        expect(await outcomes('{}')).not.toEqual(await outcomes('{ "simulation": { "start": "installed" } }'));
    });

    test('compares two files in the same folder', async () => {
        const cwd = temporaryFolder({ '.git/HEAD': '', 'old.sup': tidewater, 'new.sup': changed });
        expect((await hierarchiesOf(cwd, 'old.sup', 'new.sup'))[0]!.changes.map(({ sentence }) => sentence)).toContain('BER moves from OSL to CEN.');
        expect(await sup(['diff', 'old.sup', 'old.sup'], { cwd })).toMatchObject({ code: 0 });
    });

    test('matches hierarchies by name, and those without a name by file', async () => {
        const plans = (clients: number) => ({ 'tidewater.sup': tidewater.replace('400 intranet', `${clients} intranet`), 'quay.sup': 'hierarchy Quay\ncentral site QUA {}\n', 'x/alone.sup': `central site ALN { clients: ${clients} intranet }\n` });
        const cwd = temporaryFolder(Object.fromEntries(Object.entries({ a: plans(400), b: { ...plans(410), 'new.sup': 'hierarchy New\ncentral site NEW {}\n' } }).flatMap(([side, files]) => Object.entries(files).map(([name, text]) => [`${side}/${name}`, text]))));
        const found = await hierarchiesOf(cwd, 'a', 'b');
        expect(found.map(({ hierarchy, changes }) => [hierarchy, changes.map(({ sentence }) => sentence)])).toEqual(expect.arrayContaining([
            ['Quay', []], ['New', ['Central site NEW is added.']], ['Tidewater', ['OSL: the number of clients on the intranet changes from 400 to 410.']],
            ['b/x/alone.sup', ['ALN: the number of clients on the intranet changes from 400 to 410.']]
        ]));
        expect(found).toHaveLength(4);
    });

    test('matches the only hierarchy of each side despite different names', async () => {
        const cwd = temporaryFolder({ 'a/plan.sup': tidewater, 'b/plan.sup': tidewater.replace('hierarchy Tidewater', 'hierarchy Ebb') });
        expect((await hierarchiesOf(cwd, 'a', 'b')).map(({ hierarchy, changes }) => [hierarchy, changes.map(({ sentence }) => sentence)])).toEqual([['Ebb', ['The hierarchy is now called Ebb.']]]);
    });

    test('writes the same bytes in every locale and time zone', async () => {
        const cwd = temporaryFolder(versions);
        const outputs = await Promise.all(['pretty', 'markdown', 'json', 'svg'].flatMap(format => [{ TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' }, { TZ: 'UTC', LC_ALL: 'C' }].map(env => sup(['diff', 'before', 'after', '--format', format], { cwd, env }))));
        expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(4);
    });
});

describe('formats of diff', () => {
    test('writes null in JSON for properties that do not apply', async () => {
        const [hierarchy] = await hierarchiesOf(temporaryFolder(versions), 'before', 'after');
        expect(hierarchy).toMatchObject({ hierarchy: 'Tidewater', isSame: false, findings: { introduced: expect.any(Array) as unknown[], solved: expect.any(Array) as unknown[], unchanged: expect.any(Number) as number } });
        expect(hierarchy!.changes.find(({ kind }) => kind === 'moved')).toEqual({
            kind: 'moved', subject: 'site', site: 'BER', host: null, from: 'OSL', to: 'CEN', sentence: 'BER moves from OSL to CEN.',
            cost: { class: 're-installation', text: expect.any(String) as string, source: 'How to Join Primary Sites into a Hierarchy' }
        });
        expect(hierarchy!.changes.find(({ kind }) => kind === 'changed')).toMatchObject({ cost: { class: 'outside', source: null } });
    });

    test('writes tables in Markdown', async () => {
        const { stdout } = await sup(['diff', 'before', 'after', '--format', 'markdown'], { cwd: temporaryFolder(versions) });
        expect(stdout).toMatch(/^## Tidewater\n\n\*\*2 changes;/);
        expect(stdout).toContain('\n| → | BER moves from OSL to CEN. | **Re-installation**. The parent of a secondary site cannot be changed after installation');
        expect(stdout).toContain('\n### Consequences\n\n- BER: ');
        expect(stdout).toContain('\n### Simulated outcome\n');
    });

    test('names the errors of both versions', async () => {
        const cwd = temporaryFolder({ 'before/plan.sup': tidewater.replace('reports to CEN', 'reports to NIX'), 'after/plan.sup': tidewater });
        expect((await sup(['diff', 'before', 'after'], { cwd })).stdout).toMatch(/^Tidewater\n.*\nThe earlier version has \d+ errors?, and the result shows (?:its|their) effect:\n {2}before\/plan\.sup:\d+:\d+ {2}.*NIX/);
        expect((await sup(['diff', 'before', 'after', '--format', 'markdown'], { cwd })).stdout).toMatch(/\n\nThe earlier version has \d+ errors?, and the result shows (?:its|their) effect:\n\n- before\/plan\.sup:\d+:\d+ .*NIX/);
        const [hierarchy] = await hierarchiesOf(cwd, 'after', 'before');
        expect(hierarchy!.planErrors.before).toEqual([]);
        expect(hierarchy!.planErrors.after).toContainEqual(expect.objectContaining({ file: 'before/plan.sup', text: expect.stringContaining('NIX') as string }));
    });

    test('names the errors of both versions before the check list of a rollout', async () => {
        const cwd = temporaryFolder({ 'before/plan.sup': tidewater, 'after/plan.sup': tidewater.replace('reports to CEN', 'reports to NIX') });
        expect((await sup(['diff', 'before', 'after', '--steps', '--format', 'markdown'], { cwd })).stdout).toMatch(/^## Rollout of Tidewater\n\nThe later version has \d+ errors?, and the result shows (?:its|their) effect:\n\n- after\/plan\.sup:\d+:\d+ .*NIX/);
    });

    test('writes one picture of both versions to a file', async () => {
        const cwd = temporaryFolder(versions);
        expect(await sup(['diff', 'before', 'after', '--format', 'svg', '--output', 'both.svg'], { cwd })).toMatchObject({ code: 1, stdout: '', stderr: '' });
        const svg = readFileSync(join(cwd, 'both.svg'), 'utf8');
        expect(svg).toContain('class="site-mark site-moved"');
        expect(svg).toContain('class="site-mark site-changed"');
    });

    test('escapes hostile names in every format', async () => {
        const named = (name: string): string => tidewater.replace('central site CEN', `central site CEN "${name.replaceAll('"', '""').replace(/[\r\n]/g, ' ')}"`);
        const hostile = payloads.join(' ').replace(/\ud800|\ufffe/g, '');
        const cwd = temporaryFolder({ 'a/plan.sup': named('Quay'), 'b/plan.sup': named(hostile.slice(0, 60)), 'c/plan.sup': named('\u001b[2J\u202e\u0007') });
        for (const [side, format] of ['b', 'c'].flatMap(each => ['pretty', 'markdown', 'json', 'svg'].map(format => [each, format] as const))) {
            const { code, stdout } = await sup(['diff', 'a', side, '--format', format], { cwd });
            expect(code).toBe(1);
            expect(stdout, format).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
            expect(format === 'svg' && stdout.includes('<script')).toBe(false);
        }
    });
});

describe('errors of diff', () => {
    test.each([
        [[], /missing required argument 'before'/], [['before'], /missing required argument 'after'/], [['before', 'after', 'third'], /too many arguments/],
        [['before', 'nowhere'], /nowhere: /], [['before', 'empty'], /there are no \.sup files in empty/], [['before', 'after', '--format', 'html'], /Allowed choices are pretty, markdown, json, svg/]
    ])('exits with 2 for the arguments %j', async (args, message) => {
        const { code, stdout, stderr } = await sup(['diff', ...args], { cwd: temporaryFolder({ ...versions, 'empty/readme.md': '' }) });
        expect([code, stdout]).toEqual([2, '']);
        expect(stderr).toMatch(message);
    });

    test('rejects several hierarchies in one picture', async () => {
        const both = { ...versions, 'before/quay.sup': 'hierarchy Quay\ncentral site QUA {}\n' };
        const { code, stderr } = await sup(['diff', 'before', 'after', '--format', 'svg'], { cwd: temporaryFolder(both) });
        expect(code).toBe(2);
        expect(stderr).toContain('these plans contain 2 hierarchies, but a picture shows one');
    });

    test('does not overwrite a plan', async () => {
        const cwd = temporaryFolder(versions);
        expect(await sup(['diff', 'before', 'after', '--output', 'after/plan.sup'], { cwd })).toMatchObject({ code: 2 });
        expect(readFileSync(join(cwd, 'after/plan.sup'), 'utf8')).toBe(changed);
        expect(existsSync(join(cwd, '.plan.sup'))).toBe(false);
    });
});
