import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeExport } from '@sup/files';
import { compareWithReality, type ImportSource, importPlan } from '@sup/import';
import { changesOf, hierarchyOfText } from '@sup/language';
import type { Hierarchy } from '@sup/model';
import { driftOf, type FoundDrift } from '../support/drift.js';
import { applied, TestWorkspace, workspaceWith } from '../support/workspace.js';

// The drift of a plan: values that were read are compared, each difference is one finding at the line of the plan, and taking it over solves it.

const source = (path: string): ImportSource => ({ name: path.slice(path.lastIndexOf('/') + 1), text: decodeExport(readFileSync(fileURLToPath(new URL(`samples/${path}`, import.meta.url)))).text });
const plan = (sources: readonly ImportSource[]): string => importPlan(sources).files[0]!.text;

const samples: readonly (readonly string[])[] = [
    ['json/01-four-sites.json'], ['json/02-unicode-inactive.json'], ['json/03-utf16-mixed-case.json'], ['json/04-nlb.json'],
    ['sitectrl/01-central.ct0'], ['sitectrl/02-windows-1252.ct0'], ['sitectrl/03-cut-off-secondary.ct0'],
    ['csv/01-sql-long/sites.csv', 'csv/01-sql-long/roles.csv', 'csv/01-sql-long/components.csv', 'csv/01-sql-long/categories.csv'],
    ['csv/02-export-csv/sites.csv', 'csv/02-export-csv/roles.csv'], ['csv/03-spreadsheet/standorte.csv']
];

test.each(samples.map(files => [files[0]!, files] as const))('a plan made of %s does not differ from it', async (_, files) => {
    const sources = files.map(source);
    const { findings } = await driftOf(plan(sources), sources);
    expect(findings.map(({ message }) => message.what)).toEqual([]);
});

const four = [source('json/01-four-sites.json')];
const spreadsheet = [source('csv/03-spreadsheet/standorte.csv')];
const cluster = [source('json/04-nlb.json')];

interface Seed {
    /** The text that is replaced in the plan that was made of the export, and its replacement. */
    readonly from: string;
    readonly to: string;
    /** The text on whose line the finding is, and the finding. */
    readonly at: string;
    readonly what: string;
    readonly sources?: readonly ImportSource[];
    readonly severity?: 'warning' | 'information';
    /** Whether the export has no value to take over. */
    readonly isFinal?: boolean;
}

const nv1Role = 'software update point active {\n      ssl: yes\n      accepts: intranet\n    }\n  }\n\n  synchronization {\n    source: parent site\n    languages: en, nb';

const seeds: Readonly<Record<string, Seed>> = {
    'the ports of WSUS': { from: 'ports: 8530, 8531\n      ssl: required\n      replica: no\n      database: "NV0SQL01"', to: 'ports: 80, 443\n      ssl: required\n      replica: no\n      database: "NV0SQL01"', at: 'ports: 80, 443\n      ssl: required\n      replica: no\n      database: "NV0SQL01"', what: 'NV0SUP01, the pair of ports of the WSUS web site: planned 80, 443; 8530, 8531 on 2026-11-23.' },
    'the ports of a role': { from: '      ports: 80, 443\n      ssl: yes', to: '      ports: 8530, 8531\n      ssl: yes', at: 'ports: 8530, 8531\n      ssl: yes', what: 'NV2SUP01, the pair of ports of the software update point: planned 8530, 8531; 80, 443 on 2026-11-23.' },
    'the ports of a role that the plan leaves to WSUS': { from: '      ports: 80, 443\n      ssl: yes', to: '      ssl: yes', at: 'software update point active {\n      ssl: yes\n      accepts: intranet\n    }\n  }\n\n  synchronization {\n    source: parent site\n    languages: en, de', what: 'NV2SUP01, the pair of ports of the software update point: planned 8530, 8531; 80, 443 on 2026-11-23.' },
    'the use of SSL by a role': { from: nv1Role, to: nv1Role.replace('ssl: yes', 'ssl: no'), at: nv1Role.replace('ssl: yes', 'ssl: no').slice(nv1Role.indexOf('ssl')), what: 'NV1SUP01, the use of SSL by clients and child sites: planned no; yes on 2026-11-23.' },
    'SSL of WSUS': { from: 'ssl: required\n      replica: no\n      database: "NV1SUP01', to: 'ssl: no\n      replica: no\n      database: "NV1SUP01', at: 'ssl: no', what: 'NV1SUP01, the SSL setting of the WSUS web site: planned off; required on 2026-11-23.' },
    'SSL of WSUS that the plan leaves out': { from: 'ssl: required\n      replica: no\n      database: "NV1SUP01', to: 'replica: no\n      database: "NV1SUP01', at: 'wsus 3.0 SP2 {\n      ports: 8530, 8531\n      replica: no', what: 'NV1SUP01, the SSL setting of the WSUS web site: planned none; required on 2026-11-23.' },
    'the version of WSUS': { from: 'wsus 3.0 SP1 {', to: 'wsus 3.0 SP2 /* new */ {', at: 'wsus 3.0 SP2 /* new */', what: 'NV2SUP01, the version of WSUS: planned 3.0 SP2; 3.0 SP1 on 2026-11-23.' },
    'the console': { from: 'wsus console: 3.0 SP2', to: 'wsus console: 3.0 SP1', at: 'wsus console: 3.0 SP1', what: 'NV0SITE01, the WSUS administration console: planned 3.0 SP1; 3.0 SP2 on 2026-11-23.' },
    'the release': { from: 'release: SP2 R2\n  mode: native                              // import: IISSSLState 63, a guess\n  clients: 2100', to: 'release: SP1 R2\n  mode: native                              // import: IISSSLState 63, a guess\n  clients: 2100', at: 'release: SP1 R2', what: 'NV1, the release: planned SP1 R2; SP2 R2 on 2026-11-23.' },
    'the mode': { from: 'mode: native                              // import: IISSSLState 63, a guess\n  clients: 2100', to: 'mode: mixed\n  clients: 2100', at: 'mode: mixed', what: 'NV1, the mode: planned mixed; native on 2026-11-23.' },
    'the state of a role': { from: 'software update point internet', to: 'software update point', at: 'software update point {', what: 'NV0DMZ01, the state of the software update point: planned inactive; internet on 2026-11-23.' },
    'an active role that is inactive': { from: '    software update point {\n      ssl: no\n    }', to: '    software update point internet {\n      ssl: no\n    }', at: 'software update point internet', what: 'FABOLD01, the state of the software update point: planned internet; inactive on 2026-11-23.', sources: cluster },
    'the source': { from: 'source: Microsoft Update', to: 'source: none', at: 'source: none', what: 'NV0, the synchronization source: planned none (export and import); Microsoft Update on 2026-11-23.' },
    'the parent site': { from: '"Kiel" reports to NV2', to: '"Kiel" reports to NV1', at: 'NV1 {\n  release: SP2\n  clients: 230', what: 'NV3, the parent site: planned NV1; NV2 on 2026-11-23.' },
    'the name of a site': { from: '"Bergen"', to: '"Bergen Havn"', at: '"Bergen Havn"', what: 'NV1, the name: planned Bergen Havn; Bergen on 2026-11-23.' },
    'the kind of a site': { from: 'secondary site NV3', to: 'primary site NV3', at: 'primary site NV3', what: 'NV3, the kind of site: planned primary; secondary on 2026-11-23.' },
    'clients': { from: 'clients: 2100 intranet', to: 'clients: 900 intranet', at: 'clients: 900', what: 'NV1, the number of clients: planned 900 intranet, 0 internet; 2100 intranet, 0 internet on 2026-11-23.' },
    'update languages': { from: 'languages: en, nb\n', to: 'languages: en\n', at: 'languages: en\n', what: 'NV1, the update file languages: planned en; en, nb on 2026-11-23.' },
    'summary languages': { from: 'summary languages: en, nb, de', to: 'summary languages: en', at: 'summary languages: en', what: 'NV0, the languages of summary details: planned en; de, en, nb on 2026-11-23.' },
    'the schedule': { from: 'every 1 day at 02:07', to: 'every 7 days at 02:07', at: 'schedule: every 7', what: 'NV0, the synchronization schedule: planned every 7 days at 02:07; every 1 day at 02:07 on 2026-11-23.' },
    'products': { from: '"Office 2007", "Windows 7"', to: '"Windows 7"', at: 'products:', what: 'NV0, the products: planned Windows 7, Windows Server 2008 R2; Office 2007, Windows 7, Windows Server 2008 R2 on 2026-11-23.' },
    'update classifications': { from: '"Critical Updates", ', to: '', at: 'classifications:', what: 'NV0, the update classifications: planned Definition Updates, Security Updates; Critical Updates, Definition Updates, Security Updates on 2026-11-23.' },
    'events': { from: 'summary languages: en, nb, de\n    reporting events: none', to: 'summary languages: en, nb, de\n    reporting events: all', at: 'reporting events: all', what: 'NV0, the reporting of WSUS events: planned all; none on 2026-11-23.' },
    'the database': { from: 'database: "NV0SQL01"', to: 'database: "NV0SQL02"', at: 'database: "NV0SQL02"', what: 'NV0SUP01, the database of WSUS: planned NV0SQL02; NV0SQL01 on 2026-11-23.' },
    'the content folder': { from: 'content folder: "E:\\WSUS"', to: 'content folder: "F:\\WSUS"', at: 'content folder: "F', what: 'NV0SUP01, the content folder of WSUS: planned F:\\WSUS; E:\\WSUS on 2026-11-23.' },
    'the replica setting': { from: 'replica: no\n      database: "NV0SQL01"', to: 'replica: yes\n      database: "NV0SQL01"', at: 'replica: yes\n      database: "NV0SQL01"', what: 'NV0SUP01, the replica setting of WSUS: planned yes; no on 2026-11-23.' },
    'the hours of a link': { from: 'link: open 20:00 to 06:00', to: 'link: 512 kbps, open 22:00 to 06:00', at: 'link: 512 kbps', what: 'NV3, the time of day at which the link is open: planned 22:00 to 06:00; 20:00 to 06:00 on 2026-11-23.' },
    'a link that is always open': { from: 'clients: 2100 intranet\n  link: unknown', to: 'clients: 2100 intranet\n  link: open 22:00 to 06:00', at: 'link: open 22', what: 'NV1, the time of day at which the link is open: planned 22:00 to 06:00; always on 2026-11-23.' },
    'the bandwidth of a link': { from: 'link: 10 Mbps', to: 'link: 2 Mbps, 30 ms', at: 'link: 2 Mbps, 30', what: 'NUE, the bandwidth of the link: planned 2 Mbps; 10 Mbps in the export.', sources: spreadsheet },
    'the FQDN': { from: 'fqdn: "nv0sup01.nordvik.example"', to: 'fqdn: "nv0sup01.old.example"', at: 'fqdn: "nv0sup01.old', what: 'NV0SUP01, the fully qualified domain name: planned nv0sup01.old.example; nv0sup01.nordvik.example on 2026-11-23.' },
    'the name on the Internet': { from: 'internet fqdn: "updates.', to: 'internet fqdn: "wsus.', at: 'internet fqdn', what: 'NV0DMZ01, the fully qualified domain name on the Internet: planned wsus.nordvik.example; updates.nordvik.example on 2026-11-23.' },
    'the operating system': { from: 'os: "Windows Server 2003, Standard Edition"', to: 'os: "Windows Server 2008"', at: 'os: "Windows Server 2008"\n    wsus 3.0 SP1', what: 'NV2SUP01, the operating system: planned Windows Server 2008; Windows Server 2003, Standard Edition on 2026-11-23.' },
    'an account': { from: '      account: "NORDVIK\\svc-wsus"\n', to: '', at: 'software update point active {\n      ssl: yes\n      accepts: intranet\n    }\n  }\n\n  synchronization {\n    source: Microsoft', what: 'NV0SUP01, the connection account: planned none; NORDVIK\\svc-wsus on 2026-11-23.' },
    'a proxy server': { from: '      account: "NORDVIK\\svc-wsus"\n', to: '      account: "NORDVIK\\svc-wsus"\n      proxy {\n        host: "proxy"\n        port: 8080\n        authentication: no\n      }\n', at: 'software update point active {\n      ssl: yes\n      accepts: intranet\n      account', what: 'NV0SUP01, the proxy server: planned proxy:8080; none on 2026-11-23.' },
    'the clients that are accepted': { from: 'accepts: intranet\n      account', to: 'accepts: intranet, internet\n      account', at: 'accepts: intranet, internet', what: 'NV0SUP01, the clients that it accepts: planned internet, intranet; intranet on 2026-11-23.' },
    'the nodes of a cluster': { from: 'nodes: FABSUP01, FABSUP02', to: 'nodes: FABSUP01, FABSUP02, FABOLD01', at: 'nodes:', what: 'SUPNLB, the nodes: planned FABOLD01, FABSUP01, FABSUP02; FABSUP01, FABSUP02 on 2026-11-23.', sources: cluster },
    'the name of a cluster': { from: 'cluster SUPNLB {', to: 'cluster NLB01 {', at: 'NLB01', what: 'NLB01, the name of the cluster: planned NLB01; SUPNLB on 2026-11-23.', sources: cluster, isFinal: true },
    'the site server': { from: 'server NV0SITE01 {\n    site server\n', to: 'server NV0SITE01 {\n', at: 'NV0SITE01 {', what: 'NV0SITE01, the role of site server: planned no; yes on 2026-11-23.' }
};

const workspaces = new Map<readonly ImportSource[], { readonly text: string; readonly workspace: TestWorkspace }>();
beforeAll(async () => {
    for (const sources of [four, spreadsheet, cluster]) {
        const text = plan(sources);
        workspaces.set(sources, { text, workspace: await workspaceWith(text) });
    }
});

async function seeded(seed: Pick<Seed, 'from' | 'to' | 'sources'>): Promise<{ readonly text: string; readonly drift: FoundDrift }> {
    const sources = seed.sources ?? four;
    const { text, workspace } = workspaces.get(sources)!;
    expect(text.split(seed.from), 'the text that is replaced').toHaveLength(2);
    const changed = text.replace(seed.from, () => seed.to);
    return { text: changed, drift: await driftOf(changed, sources, workspace) };
}

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length - 1;

describe('a difference in', () => {
    test.each(Object.entries(seeds))('%s is found once, at its line, and is gone when it is taken over', async (_, seed) => {
        const { text, drift } = await seeded(seed);
        expect(text).toContain(seed.at);
        expect(drift.diagnostics.map(({ range, code }, i) => [range.start.line, code, drift.findings[i]!.message.what])).toEqual([[lineOf(text, seed.at), 'plan-differs-from-reality', seed.what]]);
        expect(drift.findings.map(({ shownAs }) => shownAs)).toEqual([seed.severity ?? 'warning']);
        const [fix] = drift.findings[0]!.fixes();
        expect(fix === undefined).toBe(seed.isFinal ?? false);
        if (fix) {
            const result = applied({ 'plan.sup': text }, changesOf(fix.edits))['plan.sup']!;
            const again = await driftOf(result, seed.sources ?? four, drift.workspace);
            expect(again.findings.map(({ message }) => message.what), result).toEqual([]);
            expect(drift.workspace.document('plan.sup').parseResult.parserErrors).toEqual([]);
        }
    });
});

const added = `
  server NV1SUP02 {
    wsus 3.0 SP2
    software update point
  }
`;

describe('a part that only one side has', () => {
    test('reports a server that only reality has at its site, and adds it with one fix', async () => {
        const block = /\n {2}server NV0DMZ01 \{[\s\S]*?\n {2}\}\n/.exec(workspaces.get(four)!.text)![0];
        const { text, drift } = await seeded({ from: block, to: '' });
        expect(drift.findings.map(({ message }) => message.what)).toEqual(['Server NV0DMZ01 with an Internet-based software update point is not in the plan, but was found on 2026-11-23.']);
        expect(drift.diagnostics[0]!.range.start.line).toBe(lineOf(text, 'central site NV0'));
        const [fix] = drift.findings[0]!.fixes();
        const result = applied({ 'plan.sup': text }, changesOf(fix!.edits))['plan.sup']!;
        expect(result).toContain('internet fqdn: "updates.nordvik.example"');
        expect(result).not.toContain('unknown { ports');
        expect((await driftOf(result, four, drift.workspace)).findings).toEqual([]);
    });

    test('reports a server that may be planned ahead as information', async () => {
        const { text, drift } = await seeded({ from: 'primary site NV1 "Bergen" reports to NV0 {', to: `primary site NV1 "Bergen" reports to NV0 {${added}` });
        expect(drift.findings.map(({ message, shownAs }) => [shownAs, message.what])).toEqual([['information', 'Server NV1SUP02 of site NV1 is in the plan, but was not found on 2026-11-23.']]);
        expect(drift.diagnostics[0]!.range.start.line).toBe(lineOf(text, 'server NV1SUP02'));
    });

    test('warns of a site server that was not found, since none is planned ahead', async () => {
        const { drift } = await seeded({ from: 'server NV0SITE01 {', to: 'server NV0SITE09 {' });
        expect(drift.findings.map(({ message, shownAs }) => [shownAs, message.what]).sort()).toEqual([
            ['warning', 'Server NV0SITE01, the site server, is not in the plan, but was found on 2026-11-23.'], ['warning', 'Server NV0SITE09 of site NV0 is in the plan, but was not found on 2026-11-23.']
        ]);
    });

    /** The sources with failed reads. The plan has another server with the role at each of the sites. */
    async function missingWith(...errors: readonly { readonly what: string; readonly server: string }[]): Promise<readonly string[]> {
        const sources = [{ ...four[0]!, text: JSON.stringify({ ...JSON.parse(four[0]!.text) as object, errors: errors.map(error => ({ ...error, text: 'Access denied' })) }) }];
        const text = workspaces.get(four)!.text.replace('primary site NV1 "Bergen" reports to NV0 {', `$&${added}`).replace('primary site NV2', '@').replace(/@.*\{/, line => `${line.replace('@', 'primary site NV2')}${added.replace('NV1SUP02', 'NV2SUP02')}`);
        return (await driftOf(text, sources, workspaces.get(four)!.workspace)).findings.map(({ message }) => message.what);
    }

    test('reports a missing server, except at sites of which a read of roles failed', async () => {
        const [ofNv1, ofNv2] = ['NV1', 'NV2'].map(code => `Server ${code}SUP02 of site ${code} is in the plan, but was not found on 2026-11-23.`);
        expect(await missingWith()).toEqual([ofNv1, ofNv2]);
        expect(await missingWith({ what: 'role SMS Software Update Point', server: 'NV1SUP01' })).toEqual([ofNv2]);
        expect(await missingWith({ what: 'roles', server: 'NV0SITE01' })).toEqual([]);
        expect(await missingWith({ what: 'computer', server: 'NV1SUP01' }, { what: 'version of sitecomp.exe', server: 'NV0SITE01' })).toEqual([ofNv1, ofNv2]);
    });

    test('reports a missing server of an export whose roles were read, if those of another export were not', async () => {
        const other = { format: 'sup-hierarchy', version: 1, sites: [{ code: 'NV9', type: 1, parent: 'NV0' }], roles: [], errors: [{ what: 'roles', server: 'NV9SITE01', text: 'Access denied' }] };
        const text = workspaces.get(four)!.text.replace('primary site NV1 "Bergen" reports to NV0 {', `$&${added}`);
        const { findings } = await driftOf(text, [...four, { name: 'other.json', text: JSON.stringify(other) }], workspaces.get(four)!.workspace);
        expect(findings.map(({ message }) => message.what)).toContain('Server NV1SUP02 of site NV1 is in the plan, but was not found on 2026-11-23.');
    });

    test('reports a missing site if the file version of a site server could not be read', async () => {
        const sources = [{ ...four[0]!, text: JSON.stringify({ ...JSON.parse(four[0]!.text) as object, errors: [{ what: 'version of sitecomp.exe', server: 'NV1SUP01', text: 'Access denied' }] }) }];
        const text = workspaces.get(four)!.text.replace('secondary site NV3', 'secondary site NV9 reports to NV0 { release: SP2 }\n\nsecondary site NV3');
        expect((await driftOf(text, sources, workspaces.get(four)!.workspace)).findings.map(({ message }) => message.what)).toEqual(['Site NV9 is in the plan, but was not found on 2026-11-23.']);
    });

    test('does not report a server without a part in software updates, since exports leave it out', async () => {
        const { drift } = await seeded({ from: 'primary site NV1 "Bergen" reports to NV0 {', to: 'primary site NV1 "Bergen" reports to NV0 {\n  server NV1SQL01 { os: "Windows Server 2008" }\n' });
        expect(drift.findings).toEqual([]);
    });

    test('reports a site that only reality has at its parent', async () => {
        const block = /\nsecondary site NV3 [\s\S]*$/.exec(workspaces.get(four)!.text)![0];
        const { text, drift } = await seeded({ from: block, to: '' });
        expect(drift.findings.map(({ message }) => message.what)).toEqual(['Secondary site NV3 below NV2 is not in the plan, but was found on 2026-11-23.']);
        expect(drift.diagnostics[0]!.range.start.line).toBe(lineOf(text, 'primary site NV2'));
        const result = applied({ 'plan.sup': text }, changesOf(drift.findings[0]!.fixes()[0]!.edits))['plan.sup']!;
        expect((await driftOf(result, four, drift.workspace)).findings).toEqual([]);
    });

    test('reports a site that only the plan has as information', async () => {
        const { drift } = await seeded({ from: 'secondary site NV3', to: 'secondary site NV9 reports to NV0 { release: SP2 }\n\nsecondary site NV3' });
        expect(drift.findings.map(({ message, shownAs }) => [shownAs, message.what])).toEqual([['information', 'Site NV9 is in the plan, but was not found on 2026-11-23.']]);
    });

    test('reports a role that only reality has on a server of both', async () => {
        const { drift } = await seeded({ from: '    software update point {\n      ssl: no\n    }\n', to: '', sources: cluster });
        expect(drift.findings.map(({ message }) => message.what)).toEqual(['An inactive software update point on FABOLD01 is not in the plan, but was found on 2026-11-23.']);
    });
});

test('reports a server at another site as moved, and compares it there', async () => {
    const block = /\n {2}server NV0DMZ01 \{[\s\S]*?\n {2}\}\n/.exec(workspaces.get(four)!.text)![0];
    const { text } = workspaces.get(four)!;
    const changed = text.replace(block, '').replace('primary site NV1 "Bergen" reports to NV0 {\n', start => start + block);
    const drift = await driftOf(changed, four, workspaces.get(four)!.workspace);
    expect(drift.findings.map(({ message }) => message.what)).toEqual(['NV0DMZ01 is planned at NV1, and was at NV0 on 2026-11-23.']);
    expect(drift.diagnostics[0]!.range.start.line).toBe(lineOf(changed, 'server NV0DMZ01'));
    const result = applied({ 'plan.sup': changed }, changesOf(drift.findings[0]!.fixes()[0]!.edits))['plan.sup']!;
    expect((await driftOf(result, four, drift.workspace)).findings).toEqual([]);
});

describe('the same or an unknown value', () => {
    test.each([
        ['a value that the plan does not state', 'os: "Windows Server 2008 R2 Standard"\n    wsus console: 3.0 SP2', ''],
        ['an operating system without its edition', 'os: "Windows Server 2008 R2 Standard"\n    wsus console', 'os: "Windows Server 2008 R2"\n    wsus console'],
        ['a number of clients that differs by less than a tenth', 'clients: 2100 intranet', 'clients: 2000 intranet'],
        ['a default that the plan writes', 'source: parent site\n    languages: en, nb', 'source: parent site\n    languages: en, nb\n    schedule: manual'],
        ['the case of codes, names and values', 'server NV1SUP01 {', 'server nv1sup01 {'],
        ['a server that the plan calls by its FQDN', 'server NV1SUP01 {', 'server nv1sup01.nordvik.example {'],
        ['the groups of clients of a site', 'clients: 2100 intranet', 'clients "Office" {\n    count: 1500\n    on: intranet\n  }\n  clients "Plant" {\n    count: 600\n    on: intranet\n  }'],
        ['R3, if the version of its file was not read', 'release: SP2\n  mode: native                              // import: IISSSLState 63, a guess\n  clients: 1600', 'release: SP2 R3\n  mode: native\n  clients: 1600']
    ])('%s', async (_, from, to) => {
        expect((await seeded({ from, to })).drift.findings.map(({ message }) => message.what)).toEqual([]);
    });

    test('counts a value that one of the two sides does not state', async () => {
        const { uncompared } = (await seeded({ from: 'wsus 3.0 SP1 {', to: 'wsus 3.0 SP1 /* */ {' })).drift;
        const inPlan = await seeded({ from: 'database: "NV0SQL01"', to: 'database: unknown' });
        expect(inPlan.drift.findings).toEqual([]);
        expect(inPlan.drift.uncompared).toHaveLength(uncompared.length + 1);
        expect(inPlan.drift.uncompared).toContainEqual({ site: 'NV0', subject: 'NV0SUP01, the database of WSUS' });
        const inExport = await seeded({ from: 'content folder: "E:\\WSUS"', to: 'content folder: "E:\\WSUS"\n      express files: yes' });
        expect(inExport.drift.findings).toEqual([]);
        expect(inExport.drift.uncompared).toHaveLength(uncompared.length + 1);
    });

    test('counts a site that a site control file does not describe', async () => {
        const sources = [source('sitectrl/01-central.ct0')];
        const drift = await driftOf(workspaces.get(four)!.text, sources);
        expect(drift.findings.map(({ message }) => message.what).filter(what => /NV[123]/.test(what))).toEqual([]);
        expect(drift.uncompared.length).toBeGreaterThan(3);
    });
});

test('does not report the roles of the nodes of a cluster, since a role on a cluster is one on each node', async () => {
    const text = workspaces.get(cluster)!.text.replaceAll('    software update point {\n      ssl: no\n      account: "FABRIKAL\\svc-sup"\n    }\n', '');
    expect((await driftOf(text, cluster)).findings).toEqual([]);
});

describe('an accepted difference', () => {
    const allow = 'allow plan-differs-from-reality because "New ports in June, CHG-1842"';

    test('lists an accepted difference as a risk instead of showing it', async () => {
        const { drift } = await seeded({ from: '      ports: 80, 443\n      ssl: yes', to: `      ${allow}\n      ports: 8530, 8531\n      ssl: yes` });
        expect(drift.findings).toEqual([]);
        expect(drift.risks.map(({ silenced }) => silenced.length)).toEqual([1]);
    });

    test('judges an `allow` as unused only where there is an export', async () => {
        const { drift } = await seeded({ from: '      ports: 80, 443\n      ssl: yes', to: `      ${allow}\n      ports: 80, 443\n      ssl: yes` });
        expect(drift.findings.map(({ rule }) => rule.id)).toEqual(['allow-unused']);
        expect(drift.workspace.listing().filter(line => line.includes('allow-'))).toEqual([]);
    });

    test('reports an `allow` that has ended in a check of the plan', async () => {
        const ended = `      ${allow.replace('because', 'until 2026-01-31 because')}\n      ports: 8530, 8531\n      ssl: yes`;
        const drift = await driftOf(workspaces.get(four)!.text.replace('      ports: 80, 443\n      ssl: yes', ended), four, new TestWorkspace({ today: () => '2026-12-01' }));
        expect(drift.findings.map(({ rule }) => rule.id)).toEqual(['plan-differs-from-reality']);
        expect(drift.workspace.listing().filter(line => line.includes('allow-'))).toHaveLength(1);
    });
});

test('rejects an export of another hierarchy, and names its sites', () => {
    const { services } = new TestWorkspace();
    const parse = (text: string): Hierarchy => hierarchyOfText(text, services);
    expect(() => compareWithReality(parse('central site ABC'), four, parse)).toThrow('the files describe another hierarchy: the plan has none of their sites, which are NV0, NV1, NV2, NV3');
});
