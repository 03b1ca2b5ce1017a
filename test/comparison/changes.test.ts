import { beforeAll, describe, expect, test } from 'vitest';
import type { Change, ComparedVersion, CostClass } from '@sup/comparison';
import { compared, comparisonOf, followed, made, versionOf } from '../support/compared.js';
import { exampleFiles } from '../support/example-files.js';
import { tidewater } from '../support/tidewater.js';

// One edit is reported as one change, of the right part, with its cost in the product.

const files = exampleFiles('brightwater');

/** The example with one text replaced: its first occurrence, or its first after a heading. */
function edited(edit: string, to: string, after = ''): Record<string, string> {
    const [name, text] = Object.entries(files).find(([, each]) => each.includes(after === '' ? edit : after))!;
    const start = text.indexOf(after);
    const offset = text.indexOf(edit, start);
    expect(offset, `the example contains ${edit}`).toBeGreaterThan(-1);
    return { ...files, [name]: text.slice(0, offset) + to + text.slice(offset + edit.length) };
}

type Expected = Partial<Pick<Change, 'kind' | 'subject' | 'site' | 'host' | 'from' | 'to'>> & { readonly cost: CostClass; readonly sentence: string };

const edits: readonly (readonly [string, () => Record<string, string>, Expected])[] = [
    ['a number of clients', () => edited('3900 intranet', '4100 intranet'), { kind: 'changed', subject: 'clients', site: 'EUR', from: '3900', to: '4100', cost: 'outside', sentence: 'EUR: the number of clients on the intranet changes from 3900 to 4100.' }],
    ['a bandwidth', () => edited('100 Mbps, 12 ms', '20 Mbps, 12 ms'), { kind: 'changed', subject: 'link', site: 'EUR', cost: 'outside', sentence: 'EUR: the bandwidth of the link changes from 100 Mbps to 20 Mbps.' }],
    ['the hours of a link', () => edited('open 19:00 to 06:00', 'open 21:00 to 06:00', 'site LEH'), { kind: 'changed', subject: 'link', site: 'LEH', cost: 'setting', sentence: 'LEH: the time of day at which the link is open changes from 19:00 to 06:00 to 21:00 to 06:00.' }],
    ['an earlier release', () => edited('SP2 R3', 'SP2 R2', 'site ROS'), { kind: 'changed', subject: 'site', site: 'ROS', cost: 're-installation', sentence: 'ROS: the release changes from SP2 R3 to SP2 R2.' }],
    ['a mode', () => edited('mode: native', 'mode: mixed', 'site UKI'), { kind: 'changed', subject: 'site', site: 'UKI', from: 'native', to: 'mixed', cost: 'setting', sentence: 'UKI: the mode changes from native to mixed.' }],
    ['the name of a site', () => edited('"Rostock"', '"Rostock port"'), { kind: 'changed', subject: 'site', site: 'ROS', from: 'Rostock', to: 'Rostock port', cost: 'impossible', sentence: 'ROS is called Rostock port instead of Rostock.' }],
    ['the parent of a secondary site', () => edited('reports to EUR', 'reports to UKI', 'site ROS'), { kind: 'moved', subject: 'site', site: 'ROS', from: 'EUR', to: 'UKI', cost: 're-installation', sentence: 'ROS moves from EUR to UKI.' }],
    ['the parent of a primary site', () => edited('reports to BW0', 'reports to EUR', 'site UKI'), { kind: 'moved', subject: 'site', site: 'UKI', cost: 'setting', sentence: 'UKI moves from BW0 to EUR.' }],
    ['the kind of a site', () => edited('secondary site ROS', 'primary site ROS'), { kind: 'changed', subject: 'site', site: 'ROS', cost: 're-installation', sentence: 'ROS: the kind of site changes from secondary to primary.' }],
    ['ports in IIS', () => edited('ports: 8530, 8531', 'ports: 80, 443', 'server UKISUP01'), { kind: 'changed', subject: 'wsus', site: 'UKI', host: 'UKISUP01', cost: 'outside', sentence: 'UKISUP01: the pair of ports of the WSUS web site changes from 8530, 8531 to 80, 443.' }],
    ['SSL in IIS', () => edited('ssl: required', 'ssl: no', 'server UKISUP01'), { kind: 'changed', subject: 'wsus', host: 'UKISUP01', cost: 'outside', sentence: 'UKISUP01: the SSL setting of the WSUS web site changes from required to off.' }],
    ['an older WSUS', () => edited('wsus 3.0 SP2', 'wsus 3.0 SP1', 'server UKISUP01'), { kind: 'changed', subject: 'wsus', host: 'UKISUP01', from: '3.0 SP2', to: '3.0 SP1', cost: 're-installation', sentence: 'UKISUP01: the version of WSUS changes from 3.0 SP2 to 3.0 SP1.' }],
    ['a replica of a secondary site', () => edited('replica: yes', 'replica: no', 'server SOUSUP01'), { kind: 'changed', subject: 'wsus', host: 'SOUSUP01', cost: 'none', sentence: 'SOUSUP01: the replica setting of WSUS changes from yes to no.' }],
    ['a database of WSUS', () => edited('BWSQL01\\SUSDB', 'BWSQL02\\SUSDB'), { kind: 'changed', subject: 'wsus', host: 'BWSUP01', cost: 'outside', sentence: 'BWSUP01: the database of WSUS changes from BWSQL01\\SUSDB to BWSQL02\\SUSDB.' }],
    ['the active role', () => edited('software update point active', 'software update point inactive', 'server UKISUP01'), { kind: 'changed', subject: 'update-point', site: 'UKI', host: 'UKISUP01', from: 'active', to: 'inactive', cost: 'setting', sentence: 'UKISUP01 becomes a software update point that is not in use; it was the active software update point.' }],
    ['a role', () => edited('software update point active { ssl: yes }', '', 'server UKISUP01'), { kind: 'removed', subject: 'update-point', host: 'UKISUP01', cost: 'setting', sentence: 'UKISUP01 is no longer a software update point; it was the active software update point.' }],
    ['WSUS', () => edited('wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }', '', 'server UKISUP01'), { kind: 'removed', subject: 'wsus', host: 'UKISUP01', cost: 'installation', sentence: 'UKISUP01 is no longer a WSUS server.' }],
    ['the clients that a role accepts', () => edited('accepts: intranet, internet', 'accepts: intranet', 'server EURSUP01'), { kind: 'changed', subject: 'update-point', host: 'EURSUP01', cost: 'setting', sentence: 'EURSUP01: the clients that it accepts lose internet.' }],
    ['an account', () => edited('account: "BRIGHTWATER\\svc-sup"', ''), { kind: 'changed', subject: 'update-point', host: 'BWSUP', to: undefined, cost: 'setting', sentence: 'BWSUP: the connection account is no longer planned; it was BRIGHTWATER\\svc-sup.' }],
    ['a proxy server', () => edited('port: 3128', 'port: 8080'), { kind: 'changed', subject: 'update-point', host: 'BWSUP', cost: 'setting', sentence: 'BWSUP: the proxy server changes from proxy.brightwater.example:3128 to proxy.brightwater.example:8080.' }],
    ['the source of an Internet-based role', () => edited('internet { ports: 80, 443  ssl: yes }', 'internet { ports: 80, 443  ssl: yes  source: none }'), { kind: 'changed', subject: 'update-point', host: 'BWDMZ01', cost: 'setting', sentence: 'BWDMZ01: the source of the Internet-based software update point changes from the active software update point to none (export and import).' }],
    ['the nodes of a cluster', () => edited('nodes: BWSUP01, BWSUP02', 'nodes: BWSUP01'), { kind: 'changed', subject: 'cluster', host: 'BWSUP', cost: 'setting', sentence: 'BWSUP: the nodes lose BWSUP02.' }],
    ['a schedule', () => edited('every 1 day at 02:07', 'every 7 days at 02:07'), { kind: 'changed', subject: 'synchronization', site: 'BW0', cost: 'setting', sentence: 'BW0: the synchronization schedule changes from every 1 day at 02:07 to every 7 days at 02:07.' }],
    ['products', () => edited('"Office 2003", "Office 2007"', '"Office 2007", "Office 2010"'), { kind: 'changed', subject: 'synchronization', cost: 'setting', sentence: 'BW0: the products gain Office 2010, and lose Office 2003.' }],
    ['languages', () => edited('languages: en, de, pl', 'languages: en, de'), { kind: 'changed', subject: 'synchronization', site: 'EUR', cost: 'setting', sentence: 'EUR: the update file languages lose pl.' }],
    ['a source', () => edited('source: parent site', 'source: none', 'site UKI'), { kind: 'changed', subject: 'synchronization', site: 'UKI', from: 'BWSUP', to: 'none (export and import)', cost: 'setting', sentence: 'UKI: the synchronization source changes from BWSUP to none (export and import).' }],
    ['a server', () => edited('server UKISITE01 {\n    site server\n    fqdn: "ukisite01.brightwater.example"\n    wsus console: 3.0 SP2\n  }\n', ''), { kind: 'removed', subject: 'server', site: 'UKI', host: 'UKISITE01', cost: 're-installation', sentence: 'Server UKISITE01 is removed from UKI.' }],
    ['the operating system', () => edited('os: "Windows Server 2008 R2"', 'os: "Windows Server 2008"', 'server SOUSUP01'), { kind: 'changed', subject: 'server', host: 'SOUSUP01', cost: 'outside', sentence: 'SOUSUP01: the operating system changes from Windows Server 2008 R2 to Windows Server 2008.' }],
    ['the domain name of a server', () => edited('ukisup01.brightwater.example', 'sup.uk.brightwater.example'), { kind: 'changed', subject: 'server', host: 'UKISUP01', cost: 'setting', sentence: 'UKISUP01: the fully qualified domain name changes from ukisup01.brightwater.example to sup.uk.brightwater.example.' }],
    ['a console', () => edited('wsus console: 3.0 SP2', 'wsus console: 3.0 SP1', 'server UKISITE01'), { kind: 'changed', subject: 'server', host: 'UKISITE01', cost: 'installation', sentence: 'UKISITE01: the WSUS administration console changes from 3.0 SP2 to 3.0 SP1.' }],
    ['a group of clients', () => edited('count: 140', 'count: 150'), { kind: 'changed', subject: 'clients', site: 'BW0', cost: 'outside', sentence: 'The client group Quay kiosks of BW0 changes from 140 clients on the intranet, sent to https://bwsup.brightwater.example:8531 by a Group Policy to 150 clients on the intranet, sent to https://bwsup.brightwater.example:8531 by a Group Policy.' }],
    ['the Group Policy of a group', () => edited(':8531"\n', ':443"\n', 'clients "Quay'), { kind: 'changed', subject: 'clients', site: 'BW0', cost: 'outside', sentence: expect.stringContaining('bwsup.brightwater.example:443') as string }]
];

describe('a single edit', () => {
    let before: ComparedVersion;
    beforeAll(async () => { before = await versionOf(files); });

    test.each(edits)('reports an edit of %s as one change with its cost', async (_, edit, { cost, ...expected }) => {
        const changes = made(compared(before, await versionOf(edit())));
        expect(changes.map(change => change.sentence)).toHaveLength(1);
        expect(changes[0]).toMatchObject({ ...expected, cost: { class: cost } });
    });

    test('names the document that a cost is taken from', async () => {
        const [change] = made(compared(before, await versionOf(edited('reports to EUR', 'reports to UKI', 'site ROS'))));
        expect(change!.cost.source).toBe('How to Join Primary Sites into a Hierarchy');
    });
});

describe('facts about the network, the computer and WSUS', () => {
    const plan = (site: string, server: string, wsus: string, settings = ''): string => `central site AAA {\n  ${site}\n  server A1 {\n    ${server}\n    wsus 3.0 SP2 {\n      ${wsus}\n    }\n    software update point active\n  }\n  server A2 { }\n  synchronization { ${settings} }\n}\n`;

    test.each([
        ['cannot reach: A2', '', '', '', 'AAA: the servers that its computers cannot reach are now A2.', 'outside'],
        ['client installation: A1', '', '', '', 'AAA: the server of software update point client installation is now A1.', 'setting'],
        ['', 'forest: "perimeter.example"', '', '', 'A1: the forest is now perimeter.example.', 'outside'],
        ['', 'trusted: no', '', '', 'A1: the trust in its forest is now no.', 'outside'],
        ['', 'other roles: management point', '', '', 'A1: the other roles are now management point.', 'setting'],
        ['', 'cannot reach: Microsoft Update', '', '', 'A1: the servers that it cannot reach are now Microsoft Update.', 'outside'],
        ['', '', 'web site: custom', '', 'A1: the WSUS web site is now custom.', 'outside'],
        ['', '', 'certificate names: "a1.example"', '', 'A1: the names in its certificate are now a1.example.', 'outside'],
        ['', '', 'client certificates: require', '', 'A1: the setting for client certificates is now require.', 'outside'],
        ['', '', 'content share: "\\\\A1\\Content"', '', 'A1: the content share of WSUS is now \\\\A1\\Content.', 'outside'],
        ['', '', 'express files: yes', '', 'A1: the download of express installation files is now yes.', 'outside'],
        ['', '', 'previous products: "Office"', '', 'A1: the products that it synchronized before are now Office.', 'none'],
        ['', '', 'other clients: yes', '', 'A1: the use by clients that Configuration Manager does not manage is now yes.', 'outside'],
        ['', '', '', 'import: every 7 days from A2', 'AAA: the import of updates is now every 7 days from A2.', 'outside'],
        ['', '', '', 'schedule: on the last Friday of every 2 months at 22:07', 'AAA: the synchronization schedule changes from manual to on the last Friday of every 2 months at 22:07.', 'setting']
    ])('reports %s %s %s %s as one change', async (site, server, wsus, settings, sentence, cost) => {
        const changes = made(await comparisonOf(plan('', '', ''), plan(site, server, wsus, settings)));
        expect(changes.map(change => [change.sentence, change.cost.class])).toEqual([[sentence, cost]]);
    });

    test('a value that becomes known or unknown is a change without work', async () => {
        const before = plan('mode: unknown', 'other roles: unknown', 'ports: unknown');
        const changes = made(await comparisonOf(before, plan('mode: native', 'other roles: management point', 'ports: 80, 443')));
        expect(changes.map(change => [change.sentence, change.cost.class])).toEqual([
            ['AAA: the mode changes from unknown to native.', 'none'],
            ['A1: the other roles change from unknown to management point.', 'none'],
            ['A1: the pair of ports of the WSUS web site changes from unknown to 80, 443.', 'none']
        ]);
        expect(made(await comparisonOf(before, before))).toEqual([]);
    });
});

describe('a software update point of which the plan does not know whether it is in use', () => {
    const plan = (state: string): string => `central site AAA {\n  server A1 {\n    site server\n    wsus 3.0 SP2 { }\n    software update point ${state}\n  }\n}\n`;

    test.each([
        ['unknown', 'inactive', 'A1 is a software update point that is not in use; the state of its role was unknown.'],
        ['unknown', 'active', 'A1 is the active software update point; the state of its role was unknown.'],
        ['active', 'unknown', 'It is unknown whether A1 is still the active software update point.']
    ])('a role in the state %s differs from one in the state %s', async (before, after, sentence) => {
        const roles = made(await comparisonOf(plan(before), plan(after))).filter(({ subject }) => subject === 'update-point');
        expect(roles.map(change => [change.sentence, change.cost.class])).toEqual([[sentence, 'none']]);
    });

    test('a role in the state unknown does not differ from itself', async () => {
        expect(made(await comparisonOf(plan('unknown'), plan('unknown')))).toEqual([]);
    });
});

describe('added, removed and moved parts', () => {
    const stavanger = 'secondary site STV "Stavanger" reports to OSL {\n  clients: 20 intranet\n}\n';

    test('reports an added or removed site as one change', async () => {
        const { changes } = await comparisonOf(tidewater, tidewater + stavanger);
        expect(changes).toMatchObject([{ kind: 'added', subject: 'site', site: 'STV', sentence: 'Secondary site STV (Stavanger) is added below OSL.', cost: { class: 'installation' } }]);
        const back = (await comparisonOf(tidewater + stavanger, tidewater)).changes;
        expect(back).toMatchObject([{ kind: 'removed', subject: 'site', site: 'STV', sentence: 'Site STV (Stavanger) is removed.' }]);
    });

    test('does not report the servers of an added site separately', async () => {
        const site = stavanger.replace('clients', 'server STVSUP01 { site server }\n  clients');
        expect((await comparisonOf(tidewater, tidewater + site)).changes).toHaveLength(1);
    });

    test('reports an added server with its WSUS and its role', async () => {
        const [change, ...others] = made(await comparisonOf(tidewater, tidewater.replace('link: 512', 'server BERSUP01 {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active\n  }\n  link: 512')));
        expect(others).toEqual([]);
        expect(change).toMatchObject({ kind: 'added', subject: 'server', site: 'BER', host: 'BERSUP01', sentence: 'Server BERSUP01 is added to BER, with WSUS 3.0 SP2, as the active software update point.' });
    });

    test('identifies scenarios by their titles', async () => {
        const scenario = (end: string): string => `${tidewater}scenario "Night" for 2 days {\n  ${end}\n}\n`;
        expect(made(await comparisonOf(tidewater, scenario('expect OSL synchronized')))).toMatchObject([{ kind: 'added', subject: 'scenario', sentence: 'The scenario “Night” is added.', cost: { class: 'none' } }]);
        expect(made(await comparisonOf(scenario('expect OSL synchronized'), scenario('expect CEN synchronized')))).toMatchObject([{ kind: 'changed', subject: 'scenario' }]);
    });

    test('reports a changed site code as an impossible change, with one site removed and one added', async () => {
        const changes = made(await comparisonOf(tidewater + stavanger, tidewater + stavanger.replace('STV', 'STA')));
        expect(changes).toMatchObject([
            { kind: 'removed', site: 'STV', sentence: 'Site STV (Stavanger) is removed; STA looks like the same site with another code.', cost: { class: 'impossible', source: 'Configuration Manager Site Naming' } },
            { kind: 'added', site: 'STA', sentence: 'Secondary site STA (Stavanger) is added below OSL; it looks like STV with another code.', cost: { class: 'impossible' } }
        ]);
    });

    test('reports a server that moves to another site as one change', async () => {
        const server = 'server SPARE01 { os: "Windows Server 2008" }\n  ';
        const at = (code: string): string => tidewater.replace(new RegExp(`(site ${code}[^{]*\\{\\n)`), `$1  ${server}`);
        expect(made(await comparisonOf(at('CEN'), at('OSL')))).toMatchObject([{ kind: 'moved', subject: 'server', site: 'OSL', host: 'SPARE01', from: 'CEN', to: 'OSL', cost: { class: 're-installation' } }]);
    });
});

describe('consequences', () => {
    test('a new mode changes the mode of the secondary sites below', async () => {
        const comparison = await comparisonOf(tidewater, tidewater.replace(/(site OSL[^}]*?)mode: mixed/, '$1mode: native'));
        expect(made(comparison)).toHaveLength(1);
        expect(followed(comparison)).toEqual(['BER: the mode changes from mixed to native.']);
    });

    test('a replaced server changes the sources and the clients of the sites below', async () => {
        const comparison = compared(await versionOf(files), await versionOf(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replaceAll('UKISUP01', 'UKISUP02')]))));
        expect(made(comparison).map(({ kind, host }) => `${kind} ${host}`)).toEqual(['added UKISUP02', 'removed UKISUP01']);
        expect(followed(comparison)).toEqual(expect.arrayContaining([
            'SOU: the synchronization source changes from UKISUP01 to UKISUP02.',
            'LIV: the software update point of its clients on the intranet changes from UKISUP01 to UKISUP02.'
        ]));
    });

    test('new ports of WSUS change those of the role, which takes a setting', async () => {
        const { changes } = await comparisonOf(tidewater, tidewater.replace(/(OSLSUP01[^}]*?)8530, 8531/, '$180, 443'));
        expect(changes.map(({ kind, subject, cost }) => [kind, subject, cost.class])).toEqual([['changed', 'wsus', 'outside'], ['consequence', 'update-point', 'setting']]);
    });

    test('a consequence has no cost', async () => {
        const { changes } = await comparisonOf(tidewater, tidewater.replace(/(site OSL[^}]*?)mode: mixed/, '$1mode: native'));
        expect(changes.find(({ kind }) => kind === 'consequence')!.cost.class).toBe('none');
    });
});
