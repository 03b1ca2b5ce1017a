import { describe, expect, test } from 'vitest';
import { registry } from '@sup/language';
import { sh, sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';

const plans = {
    'a.sup': 'hierarchy Quay\nsecondary site BER reports to OSL {\n  server BERSUP01 {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active\n  }\n}\n',
    'b/osl.sup': 'hierarchy Quay\ncentral site CEN {\n  server CENSUP01 { site server }\n}\nprimary site OSL reports to CEN\n',
    '.git/HEAD': ''
};

interface Explained {
    readonly rule: string;
    readonly file: string;
    readonly steps: readonly { readonly text: string; readonly place: { readonly file: string } | null; readonly quote: string | null; readonly source: string | null }[];
}

describe('explaining a finding', () => {
    test('shows the chain of facts across files, each with its place or its source', async () => {
        const { code, stdout, stderr } = await sup(['explain', 'a.sup:6'], { cwd: temporaryFolder(plans) });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).toMatch(/^BER has an active software update point, but its parent site OSL has none\.\nerror {2}sup-gap-in-chain {2}a\.sup:6:27\n\nHow this follows\n {2}1\. /);
        expect(stdout).toContain(`${' '.repeat(5)}b/osl.sup:5:14  primary site OSL reports to CEN\n`);
        expect(stdout).toMatch(/\n {5}Source: About the Software Update Point/);
        expect(stdout).toMatch(/\n\nWhy it matters\n {2}.+\n\nWhat to do\n {2}.+\n\nQuick fixes\n {2}- /);
        expect(stdout).toMatch(/`sup explain sup-gap-in-chain` shows the page of the rule\.\n$/);
    });

    test('explains all findings of a file, or those at a line and a column', async () => {
        const cwd = temporaryFolder({ 'plan.sup': 'hierarchy Quay\nbogus: 1\nsecondary site BER reports to X, Y\n' });
        const rulesAt = async (place: string): Promise<string[]> => {
            const { stdout } = await sup(['explain', place, '--format', 'json'], { cwd });
            return (JSON.parse(stdout) as { explanations: Explained[] }).explanations.map(({ rule }) => rule);
        };
        expect((await rulesAt('plan.sup')).length).toBeGreaterThan(2);
        expect(await rulesAt('plan.sup:2')).toEqual(['unknown-property']);
        expect((await rulesAt('plan.sup:3')).length).toBeGreaterThan((await rulesAt('plan.sup:3:31')).length);
    });

    test('writes every step as JSON', async () => {
        const { stdout } = await sup(['explain', 'a.sup:6', '--format', 'json'], { cwd: temporaryFolder(plans) });
        const { explanations: [explained] } = JSON.parse(stdout) as { explanations: Explained[] };
        expect(explained).toMatchObject({ rule: 'sup-gap-in-chain', file: 'a.sup', severity: 'error', severityByDefault: 'error' });
        expect(explained!.steps.map(({ place }) => place?.file)).toContain('b/osl.sup');
        expect(explained!.steps.every(({ place, source }) => place !== null || source !== null)).toBe(true);
    });

    test('explains accepted findings at their place and at that of the `allow`', async () => {
        const accepted = '  allow sup-gap-in-chain until 2999-12-31 because "CHG-1842"\n';
        const cwd = temporaryFolder({ ...plans, 'a.sup': plans['a.sup'].replace('{\n', `{\n${accepted}`) });
        for (const line of [3, 7]) {
            expect((await sup(['explain', `a.sup:${line}`], { cwd })).stdout).toContain('\naccepted until 2999-12-31 because "CHG-1842"  a.sup:3:3\n\nHow this follows\n');
        }
        const { explanations: [explained] } = JSON.parse((await sup(['explain', 'a.sup:7', '--format', 'json'], { cwd })).stdout) as { explanations: Explained[] };
        expect(explained).toMatchObject({ accepted: { reason: 'CHG-1842', until: '2999-12-31', place: { file: 'a.sup' } } });
    });

    test('states the level that the configuration sets', async () => {
        const cwd = temporaryFolder({ ...plans, 'sup.config.json': '{ "rules": { "sup-gap-in-chain": "hint" } }' });
        expect((await sup(['explain', 'a.sup:6'], { cwd })).stdout).toContain('\nhint (by default error)  sup-gap-in-chain  ');
    });

    test.each<[string, number, string]>([
        ['b/osl.sup:1', 1, 'sup: b/osl.sup:1 has no finding\n'],
        ['c.sup:1', 2, 'sup: c.sup:1 is neither a rule nor a place in a plan\n'],
        ['sup-gap-in-chian', 2, 'sup: sup-gap-in-chian is neither a rule nor a place in a plan; did you mean sup-gap-in-chain?\n']
    ])('exits with an error for %s: %i', async (target, code, stderr) => {
        expect(await sup(['explain', target], { cwd: temporaryFolder(plans) })).toMatchObject({ code, stdout: '', stderr });
    });

    test('makes control characters of plans visible', async () => {
        const { stdout } = await sup(['explain', 'a.sup'], { cwd: temporaryFolder({ 'a.sup': 'bo\x1b[31mgus: "\u202e"\n' }) });
        expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    });
});

describe('explaining a rule', () => {
    test('prints its page as text', async () => {
        const { code, stdout } = await sup(['explain', 'secondary-sup-not-replica']);
        expect(code).toBe(0);
        expect(stdout).toMatch(/^secondary-sup-not-replica\nThe software update point of a secondary site is a replica of its parent's active one\.\n\nLevel: error\. Category: synchronization/);
        expect(stdout).toContain('\nIncorrect\n\nWSUS skips the parent site.\n\n    central site NRD {\n');
        expect(stdout).not.toMatch(/```|<!--|^\| /m);
        expect(stdout).toMatch(/\nSources\n- About the Software Update Point\n- About the Software Update Point on a Secondary Site\n$/);
    });

    test('answers for every rule, as text and as JSON', async () => {
        const { stdout } = await sh(`for id in ${registry.slice(0, 12).map(({ id }) => id).join(' ')}; do $SUP explain $id --format json || exit 1; done`);
        expect(stdout.match(/"page": "# /g)).toHaveLength(12);
    }, 60_000);
});

describe('rules', () => {
    test('lists every rule with its level, fix and summary', async () => {
        const { code, stdout } = await sup(['rules'], { cwd: temporaryFolder() });
        expect(code).toBe(0);
        expect(registry.filter(({ id }) => !new RegExp(`^${id} `, 'm').test(stdout))).toEqual([]);
        expect(stdout).toMatch(/\n\d+ rules\. Levels are the defaults; no sup\.config\.json applies here\. /);
    });

    test('lists the levels of the configuration that applies to a folder', async () => {
        const cwd = temporaryFolder({ 'plans/north/a.sup': '', 'plans/sup.config.json': '{ "rules": { "category:coverage": "error", "sup-gap-in-chain": "off" } }' });
        const { stdout } = await sup(['rules', 'plans/north', '--format', 'json'], { cwd });
        const { configuration, rules } = JSON.parse(stdout) as { configuration: string; rules: { id: string; level: string; configured: string | null }[] };
        expect(configuration).toBe('plans/sup.config.json');
        const levels = (id: string): unknown[] => rules.filter(rule => rule.id === id).map(({ level, configured }) => [level, configured]);
        expect([levels('sup-gap-in-chain'), levels('sup-role-not-active'), levels('syntax-error')]).toEqual([[['error', 'off']], [['warning', 'error']], [['error', null]]]);
        expect(Object.keys(rules[0]!)).toEqual(['id', 'category', 'level', 'configured', 'fixable', 'since', 'summary', 'sources']);
    });

    test('exits with 2 for an invalid configuration or a missing folder', async () => {
        expect(await sup(['rules'], { cwd: temporaryFolder({ 'sup.config.json': '[]' }) })).toMatchObject({ code: 2, stderr: 'sup: sup.config.json:1:1: The configuration must be an object, in braces.\n' });
        expect(await sup(['rules', 'nowhere'], { cwd: temporaryFolder() })).toMatchObject({ code: 2, stdout: '', stderr: 'sup: nowhere: there is no such file or folder\n' });
    });
});
