import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { Log, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { registry } from '@sup/language';
import { sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';

const reason = 'ordered, \x1b[2J \u202eCHG-1842';

/** Two files with a finding that has a related location, one below error, a suppressed one, and text that is hostile to a terminal. */
const plans = {
    '.git/HEAD': '',
    'head office/a.sup': [
        'hierarchy Harbour',
        'central site CEN {',
        `  allow multiple-active-sups until 2999-12-31 because "${reason}"`,
        '  server A { software update point active }',
        '  server B { software update point active }',
        '}',
        ''
    ].join('\n'),
    'b.sup': [
        'hierarchy Harbour',
        'secondary site BER reports to CEN {',
        '\t\x1b[31mbogus: "😀 \x07"',
        '  server BERSUP01 {',
        '    wsus 3.0 SP2 { ports: 8530, 8531  /* 😀日本 */  replica: no }',
        '    software update point active',
        '  }',
        '}',
        ''
    ].join('\r\n'),
    'sup.config.json': '{ "rules": { "secondary-sup-not-replica": "warning" } }'
};
/** The column of the finding on the fifth line of b.sup. */
const no = plans['b.sup'].split('\r\n')[4]!.indexOf('no }');
const options = (format: string): readonly string[] => ['check', '--format', format];

/** The rules that the tests look for; other rules also report findings on these plans. */
const testedRules = ['secondary-sup-not-replica', 'multiple-active-sups'];

describe('JSON format of check', () => {
    test('contains every finding with its LSP range, and a summary', async () => {
        const { code, stdout } = await sup(options('json'), { cwd: temporaryFolder(plans) });
        const { diagnostics, summary } = JSON.parse(stdout) as { diagnostics: { rule: string; severity: string }[]; summary: Record<string, unknown> };
        const count = (severity: string): number => diagnostics.filter(diagnostic => diagnostic.severity === severity).length;
        expect(code).toBe(1);
        expect(diagnostics.filter(({ rule }) => testedRules.includes(rule))).toEqual([{
            file: 'b.sup',
            rule: 'secondary-sup-not-replica',
            severity: 'warning',
            message: expect.stringMatching(/^WSUS on BERSUP01 is planned as an autonomous server/) as string,
            range: { start: { line: 4, character: no }, end: { line: 4, character: no + 2 } },
            related: [{
                file: 'head office/a.sup',
                message: expect.any(String) as string,
                range: { start: { line: 3, character: 35 }, end: { line: 3, character: 41 } }
            }]
        }]);
        expect(summary).toEqual({
            files: 2,
            errors: count('error'),
            warnings: count('warning'),
            information: count('information'),
            hints: count('hint'),
            acceptedRisks: [{ file: 'head office/a.sup', line: 2, rule: 'multiple-active-sups', reason, until: '2999-12-31', findings: 1 }],
            unknownValues: [],
            troubles: []
        });
    });

    test('escapes control characters in JSON without loss', async () => {
        const name = 'a\u009b2J\u202e.sup';
        const { stdout } = await sup(options('json'), { cwd: temporaryFolder({ [name]: 'bogus: 1' }) });
        expect(stdout).not.toMatch(/[^\n\x20-\x7e]/);
        expect((JSON.parse(stdout) as { diagnostics: { file: string }[] }).diagnostics[0]?.file).toBe(name);
    });

    test('lists only accepted risks in force', async () => {
        const allow = (until: string): string => `  allow multiple-active-sups until ${until} because "${until}"\n`;
        const { stdout } = await sup(options('json'), { cwd: temporaryFolder({ 'a.sup': `primary site ABC {\n${allow('2001-01-01')}${allow('2999-01-01')}${allow('2999-02-30')}}\n` }) });
        expect(JSON.parse(stdout)).toMatchObject({ summary: { acceptedRisks: [{ line: 2, reason: '2999-01-01', findings: 0 }] } });
    });

    test('counts all suppressed findings, beyond the limit of a file', async () => {
        const servers = Array.from({ length: 151 }, (_, i) => `  server S${i} { software update point active }\n`).join('');
        const { stdout } = await sup(options('json'), { cwd: temporaryFolder({ 'a.sup': `primary site ABC {\n  allow multiple-active-sups because "so be it"\n${servers}}\n` }) });
        expect(JSON.parse(stdout)).toMatchObject({ summary: { acceptedRisks: [{ rule: 'multiple-active-sups', until: null, findings: 150 }] } });
    });

    test('lists failures in JSON', async () => {
        const { stdout } = await sup(options('json'), { cwd: temporaryFolder({ 'a.sup': '', 'sup.config.json': '[]' }) });
        expect(JSON.parse(stdout)).toMatchObject({ summary: { troubles: ['sup.config.json:1:1: The configuration must be an object, in braces.'] } });
    });
});

describe('SARIF format of check', () => {
    async function runOf(files: Readonly<Record<string, string>>): Promise<{ run: Run; stdout: string; cwd: string }> {
        const cwd = temporaryFolder(files);
        const { stdout } = await sup(options('sarif'), { cwd });
        const log = JSON.parse(stdout) as Log;
        expect(validationErrors(log)).toEqual([]);
        return { run: log.runs[0]!, stdout, cwd };
    }

    test('writes valid SARIF with and without findings, and after failures', async () => {
        await runOf(plans);
        expect((await runOf({ 'a.sup': '' })).run).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });
        expect((await runOf({ 'a.sup': '', 'sup.config.json': '[]' })).run).toMatchObject({
            invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: 'sup.config.json:1:1: The configuration must be an object, in braces.' } }] }]
        });
    });

    test('rejects an invalid log with the SARIF schema', () => {
        expect(validationErrors({ version: '2.1.0', runs: [{ results: [] }] })).not.toEqual([]);
    });

    test('describes every rule, without an address that needs a network', async () => {
        const { rules, version } = (await runOf(plans)).run.tool.driver;
        expect(version).toBe('1.2.3');
        expect(rules?.map(rule => rule.id)).toEqual(registry.map(rule => rule.id));
        for (const rule of rules ?? []) {
            expect(rule.helpUri).toBeUndefined();
            expect(rule.help?.text).toContain(`sup explain ${rule.id}`);
            expect(rule.shortDescription?.text).toBeTruthy();
        }
    });

    test('contains findings with one-based UTF-16 regions and related locations, and no local folder', async () => {
        const { run, stdout, cwd } = await runOf(plans);
        expect(run.columnKind).toBe('utf16CodeUnits');
        const result = run.results?.find(({ ruleId }) => ruleId === 'secondary-sup-not-replica');
        expect(result).toMatchObject({
            level: 'warning',
            locations: [{ physicalLocation: { artifactLocation: { uri: 'b.sup', uriBaseId: '%SRCROOT%' }, region: { startLine: 5, startColumn: no + 1, endLine: 5, endColumn: no + 3 } } }],
            relatedLocations: [{ id: 1, physicalLocation: { artifactLocation: { uri: 'head%20office/a.sup', uriBaseId: '%SRCROOT%' }, region: { startLine: 4, startColumn: 36 } } }],
            suppressions: []
        });
        expect(run.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe('secondary-sup-not-replica');
        expect(stdout).not.toContain(cwd);
        expect(run.artifacts?.map(artifact => artifact.location?.uri)).toEqual(['b.sup', 'head%20office/a.sup']);
    });

    test('contains accepted findings as suppressed, with their reasons', async () => {
        const { run } = await runOf(plans);
        expect(run.results?.filter(({ ruleId }) => ruleId === 'multiple-active-sups')).toMatchObject([{
            level: 'error',
            suppressions: [{ kind: 'inSource', status: 'accepted', justification: reason, location: { physicalLocation: { region: { startLine: 3, startColumn: 3, endLine: 3 } } } }]
        }]);
    });

    test('applies the configured level to a suppressed finding', async () => {
        const { run } = await runOf({ ...plans, 'sup.config.json': '{ "rules": { "category:roles": "hint" } }' });
        expect(run.results?.filter(({ ruleId }) => ruleId === 'multiple-active-sups')).toMatchObject([{ level: 'note' }]);
    });

    test('writes notes of the checker as notifications', async () => {
        const { run } = await runOf({ 'plan.sup': 'bogus: 1\n'.repeat(120) });
        expect(run.results).toHaveLength(100);
        expect(run.invocations?.[0]?.toolExecutionNotifications).toMatchObject([{ level: 'note', message: { text: expect.stringContaining('20 more findings') as string } }]);
    });
});

describe('pretty format of check', () => {
    test('shows each finding with its line and its range underlined', async () => {
        const { stdout } = await sup(options('pretty'), { cwd: temporaryFolder({
            'a.sup': 'hierarchy H\n\tbogus: 1\nhierarchy I\n',
            'b.sup': [...Array<string>(9).fill(''), '/* 😀日本é\u0301\t*/ crazy: "\x1b[31m\x9b2J\u202e\x07"', ''].join('\n'),
            'sup.config.json': '{ "rules": { "category:language": "off", "unknown-property": "information" } }'
        }) });
        expect(stdout.replace(/`.*(?= {2}unknown-property)/g, 'MESSAGE').split('\n')).toEqual([
            'a.sup',
            '  2:2  information  MESSAGE  unknown-property',
            '       | bogus: 1',
            '       | ^^^^^',
            '',
            'b.sup',
            '  10:14  information  MESSAGE  unknown-property',
            '         | /* 😀日本é\u0301    */ crazy: "\\x1b[31m\\x9b2J\\u202e\\x07"',
            '         |                  ^^^^^',
            '',
            '2 information messages in 2 files.',
            '`sup explain a.sup:2` shows how a finding follows from the plan.',
            ''
        ]);
    });

    test('lists related locations and accepted risks', async () => {
        const { stdout } = await sup(options('pretty'), { cwd: temporaryFolder(plans) });
        expect(stdout).toMatch(/^ +head office\/a\.sup:4:36 The active software update point of CEN, which it replicates$/m);
        expect(stdout).toMatch(/\nAccepted risks\n {2}head office\/a\.sup:3 {2}multiple-active-sups until 2999-12-31: ordered, \\x1b\[2J \\u202eCHG-1842\n$/);
        expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    });

    test('marks an accepted risk that matches no finding', async () => {
        const { stdout } = await sup(options('pretty'), { cwd: temporaryFolder({ 'a.sup': 'primary site ABC {\n  allow multiple-active-sups because "why not"\n}\n' }) });
        expect(stdout).toMatch(/\nAccepted risks\n {2}a\.sup:2 {2}multiple-active-sups \(matches no finding\): why not\n$/);
    });

    test('cuts a long line around the finding', async () => {
        const { stdout } = await sup(options('pretty'), { cwd: temporaryFolder({ 'a.sup': `hierarchy H\n  /*${'y'.repeat(500)}*/ bogus: ${'x'.repeat(100_000)}` }) });
        const [source, underline] = stdout.split('\n').slice(2, 4);
        expect(source).toMatch(/^ {9}\| …y{37}\*\/ bogus: x{73}…$/);
        expect(underline).toBe(`         | ${' '.repeat(41)}^^^^^`);
        expect(Math.max(...stdout.split('\n').map(line => line.length))).toBeLessThan(500);
    });

    test('counts findings that are not listed in the summary', async () => {
        const { stdout } = await sup(options('pretty'), { cwd: temporaryFolder({ 'a.sup': 'bogus: 1\n'.repeat(120) }) });
        expect(stdout).toMatch(/\n120 errors in 1 file\.\n`sup explain a\.sup:1` /);
    });

    test.each<[NodeJS.ProcessEnv, boolean]>([
        [{}, false],
        [{ FORCE_COLOR: '1' }, true],
        [{ FORCE_COLOR: '' }, true],
        [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true],
        [{ FORCE_COLOR: '0' }, false],
        [{ NO_COLOR: '1' }, false]
    ])('decides on color without a terminal for %j: %s', async (env, colored) => {
        const { stdout, stderr } = await sup(options('pretty'), { cwd: temporaryFolder({ 'a.sup': 'bogus: 1' }), env });
        expect(stdout.includes('\x1b[31merror\x1b[39m')).toBe(colored);
        expect(stdout.includes('\x1b')).toBe(colored);
        expect(stderr).toBe('');
    });

    test('never uses color in JSON', async () => {
        const { stdout } = await sup(options('json'), { cwd: temporaryFolder({ 'a.sup': 'bogus: 1' }), env: { FORCE_COLOR: '1' } });
        expect(stdout).not.toContain('\x1b');
    });
});

/** The errors that the official schema finds in a log. The schema is of draft 4, but uses only keywords that later drafts still have. */
function validationErrors(log: unknown): unknown[] {
    const { $schema: _draft, id: _id, ...schema } = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as Record<string, unknown>;
    const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, formats: {
        uri: text => URL.canParse(text),
        'uri-reference': text => URL.canParse(text, 'file:///'),
        'date-time': text => !Number.isNaN(Date.parse(text))
    } });
    ajv.validate(schema, log);
    return ajv.errors ?? [];
}
