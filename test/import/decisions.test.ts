import { describe, expect, test } from 'vitest';
import { importPlan } from '@sup/import';
import { formatted } from '../support/formatted.js';
import { findingsIn } from '../support/imported.js';

type Record = { readonly [key: string]: unknown };

const site = (code: string, more: Record = {}): Record => ({ code, name: code, type: 2, parent: '', server: `${code}SRV01`, version: '4.00.6487.2000', definition: {}, ...more });
const role = (siteCode: string, server: string, properties: Record = {}): Record => ({ site: siteCode, role: 'SMS Software Update Point', server: `\\\\${server}`, props: { WSUSIISPort: [8530, '', ''], WSUSIISSSLPort: [8531, '', ''], SSLWSUS: [0, '', ''], IsINF: [0, '', ''], ...properties } });
const settings = (siteCode: string, active: string, more: Record = {}): Record => ({ site: siteCode, component: 'SMS_WSUS_CONFIGURATION_MANAGER', props: { DefaultWSUS: [0, '', active], DefaultUseParentWSUS: [0, '', ''], SupportedUpdateLanguages: [0, '', 'en'], SupportedTitleLanguages: [0, '', 'en'], ...more } });

function imported(content: Record, options: Parameters<typeof importPlan>[1] = {}): ReturnType<typeof importPlan> {
    return importPlan([{ name: 'a.json', text: JSON.stringify({ format: 'sup-hierarchy', version: 1, sites: [site('CEN')], roles: [], ...content }) }], options);
}
const planOf = (content: Record): string => imported(content).files[0]!.text;

describe('servers', () => {
    test('takes different spellings for one server, and different domains for two', () => {
        const text = planOf({ roles: [role('CEN', 'web1.a.example'), role('CEN', 'WEB1.b.example'), role('CEN', 'Web2'), role('CEN', 'web2.a.example')], components: [settings('CEN', 'web1.b.example')] });
        expect(text.match(/^ {2}server .*/gm)).toEqual(['  server CENSRV01 {', '  server WEB1 {', '  server WEB1-B {', '  server WEB2 {']);
        expect(text).toContain('// import: servers of two domains are called WEB1\n');
        expect(text).toMatch(/server WEB1-B \{\n {4}fqdn: "web1\.b\.example"\n[^}]*\}\n {4}software update point active/);
        expect(text).toContain('    // import: the sources have this role more than once\n');
    });

    test('leaves out site systems without a part in software updates', () => {
        const text = planOf({ roles: [{ site: 'CEN', role: 'SMS Site System', server: '\\\\DP01', props: {} }] });
        expect(text).not.toContain('DP01');
    });
});

describe('the active role', () => {
    test('names an active role that is not a server of the site in a comment', () => {
        const text = planOf({ roles: [role('CEN', 'CENSUP01')], components: [settings('CEN', 'ELSEWHERE')] });
        expect(text).toContain('  // import: the active software update point is ELSEWHERE, which is not a server of this site\n');
        expect(text).toContain('    software update point {\n');
    });

    test('takes servers with one database for the cluster that is active', () => {
        const wsus = (server: string): Record => ({ server, read: true, version: '3.2.7600.226', httpPort: 8530, httpsPort: 8531, requireSsl: [], configuration: { IsReplicaServer: false }, databaseServer: 'SQL01' });
        const text = planOf({ roles: [role('CEN', 'N1'), role('CEN', 'N2'), role('CEN', 'N3')], components: [settings('CEN', 'nlb.corp.example')], wsus: [wsus('N1'), wsus('N2')] });
        expect(text).toContain('  cluster NLB {\n    nodes: N1, N2\n    fqdn: "nlb.corp.example"\n    software update point active {\n');
    });

    test('reads that an active role accepts Internet clients', () => {
        expect(planOf({ roles: [role('CEN', 'CENSUP01', { IsINF: [1, '', ''] })], components: [settings('CEN', 'CENSUP01')] })).toContain('      accepts: intranet, internet\n');
    });
});

describe('sites', () => {
    test('leaves out sites that are not active, with a note', () => {
        const text = planOf({ sites: [site('CEN'), site('OLD', { parent: 'CEN', status: 4 })], roles: [role('OLD', 'OLDSUP01')] });
        expect(text).toContain('// import: site OLD is left out: its status is 4, not active\n');
        expect(text).not.toContain('primary site OLD');
        expect(text).not.toContain('OLDSUP01');
    });

    test('tells SMS 2003 from SMS 2.0, which plans cannot describe', () => {
        expect(planOf({ sites: [site('CEN', { version: '2.50.4160.2000' })] })).toContain('  release: SMS 2003\n');
        expect(planOf({ sites: [site('CEN', { version: '2.00.1493.6000' })] })).toMatch(/ {2}release: unknown +\/\/ import: version 2\.00\.1493\.6000\n/);
    });

    test('refuses sites of a later release by name', () => {
        expect(() => planOf({ sites: [site('CEN', { version: '5.00.7711.0000' })] })).toThrow('site CEN has version 5.00.7711.0000, which is of a later release than Configuration Manager 2007; plans cannot describe it');
        expect(() => planOf({ sites: [site('CEN', { type: 4, version: null })] })).toThrow(/central administration site/);
    });

    test('writes sites in a loop once, with all others', async () => {
        const text = planOf({ sites: [site('AAA', { parent: 'BBB' }), site('BBB', { parent: 'AAA' }), site('CEN')] });
        expect(text.match(/site \w{3} /g)).toEqual(['site CEN ', 'site AAA ', 'site BBB ']);
        expect(await findingsIn(text)).toContain('hierarchy-cycle');
    });

    test('writes a file for each branch', () => {
        const { files } = imported({ hierarchy: 'Ünïcode & Co', sites: [site('CEN'), site('B01', { parent: 'CEN' }), site('B02', { parent: 'B01', type: 1 }), site('A01', { parent: 'CEN' })] }, { branches: true });
        expect(files.map(({ name, text }) => [name, text.match(/site [A-Z0-9]{3}(?= )/g)])).toEqual([['unicode-co.sup', ['site CEN']], ['unicode-co-a01.sup', ['site A01']], ['unicode-co-b01.sup', ['site B01', 'site B02']]]);
        expect(files.every(({ text }) => text.startsWith('hierarchy "Ünïcode & Co"\n'))).toBe(true);
    });

    test('gives the hierarchy the name that the caller chooses', () => {
        expect(imported({ hierarchy: 'Nordvik' }, { hierarchy: 'Harbour' }).files[0]!.text).toMatch(/^hierarchy Harbour\n/);
    });
});

test('refuses more sites than one plan can be checked with', () => {
    const sites = Array.from({ length: 3_001 }, (_, i) => site(`A${i}`));
    expect(() => planOf({ sites })).toThrow('the sources have more than 3,000 sites, which is the limit; import the branches of the hierarchy one by one');
});

test.each([['properties', 'PROPERTY <a><b><c><d>\n', 250], ['lines', '<abc>\n', 1_000]])('refuses a site control file with more %s than the limit', (_, line, repeated) => {
    const text = `SITE CONTROL FILE [6487]\n${`BEGIN_COMPONENT\n${line.repeat(repeated)}END_COMPONENT\n`.repeat(2_100)}`;
    expect(() => importPlan([{ name: 'a.ct0', text }])).toThrow('a.ct0 has more than 2,000,000 values, which is the limit');
});

test('reports clients that scan against other servers', () => {
    expect(planOf({ scans: [{ location: 'http://rogue.example:80', clients: 12 }] })).toContain('// import: 12 clients last scanned at http://rogue.example:80, which is not a software update point of these sites\n');
});

test('reads a newer format as far as it can, and says so', () => {
    expect(imported({ version: 2, future: [1] }).messages).toEqual(['a.json has a newer format than this version reads, so parts of it may be missing from the plan; update this program']);
});

test('keeps hostile names as text, on one line, and reports them at their place', async () => {
    const text = planOf({ hierarchy: 'a"\n// b', sites: [site('CEN', { name: 'x"\r\n} central site EVL {\u202e\u0000\ud800 // import: y' })], roles: [role('CEN', 'S"P} {01')], errors: [{ what: 'sites', server: '', text: 'no\nway\u202e' }] });
    expect(text).toContain('hierarchy "a"" // b"\n');
    expect(text).toContain('central site CEN "x"" } central site EVL {\u202e\ufffd\ufffd // import: y" {\n');
    expect(text).toContain('// import: the script could not read sites: no way\\u202e\n');
    expect(text.match(/^(?:central |primary |secondary )?site /gm)).toHaveLength(1);
    expect(await formatted(text)).toBe(text);
    expect(await findingsIn(text)).toContain('invisible-character');
});
