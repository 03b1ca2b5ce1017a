import { describe, expect, test } from 'vitest';
import { isUnknown, type Server, type Site } from '@sup/model';
import { catalogue } from '@sup/language';
import { workspaceWith } from '../support/workspace.js';

async function sitesOf(text: string): Promise<{ sites: readonly Site[]; syntaxErrors: number }> {
    const workspace = await workspaceWith(text);
    const document = workspace.document('plan.sup');
    const { lexerErrors, parserErrors } = document.parseResult;
    return { sites: workspace.services.analysis.hierarchies.sitesOf(document), syntaxErrors: lexerErrors.length + parserErrors.length };
}

const firstServer = async (body: string): Promise<Server> => (await sitesOf(`primary site AAA {\nserver X {\n${body}\n}\n}`)).sites[0]!.servers[0]!;

describe('values of a plan', () => {
    test('a site with every kind of block is projected completely', async () => {
        const { sites: [site], syntaxErrors } = await sitesOf(`
            /** The top. */
            central site 001 "Head ""office""" {
              release: SP2 R3
              mode: native
              clients: 12000 intranet, 300 internet
              link: 1.5 Mbps, 40 ms, open 20:00 to 06:00
              group policy: "https://sup.example:8531"
              client installation: SUP-01
              cannot reach: Microsoft Update, "OTHER 2"
              server "SUP-01" {
                site server
                fqdn: "sup-01.example"
                internet fqdn: "updates.example"
                os: "Windows Server 2008 R2"
                wsus console: 3.0 SP2
                forest: "perimeter.example"   trusted: no
                other roles: distribution point, management point
                cannot reach: OTHER
                wsus 3.0 SP2 {
                  ports: 8530, 8531   ssl: required   replica: no
                  virtual directories: APIRemoting30, ClientWebService
                  upstream: OTHER
                  database: "SQL01\\SUSDB"
                  content folder: "\\\\files\\wsus\\"
                  content share: "\\\\files\\share"
                  web site: custom   client certificates: ignore   express files: no   other clients: yes
                  certificate names: "sup-01.example", "updates.example"
                  previous products: "Office 2003"   previous classifications: "Tools"
                }
                software update point active {
                  ports: 8530, 8531
                  ssl: yes
                  accepts: intranet, internet
                  account: "CORP\\svc-sup"
                  proxy { host: "proxy"  port: 3128  account: "CORP\\svc-proxy" }
                  import: every 7 days from SUP-01
                }
              }
              cluster NLB {
                nodes: A, B   fqdn: "nlb.example"
                software update point
              }
              synchronization {
                source: server UP01
                schedule: every 7 days at 02:00
                products: "Windows 7",
                  "Office 2007"
                classifications: "Critical Updates"
                languages: en, zh-CN
                summary languages: en
                reporting events: status
                import: every 12 hours from "UP 02"
              }
              clients "Sales laptops" { count: 300  on: internet  policy: "http://sup.example:8530"  cannot reach: SUP-01 }
            }`);
        expect(syntaxErrors).toBe(0);
        expect(site).toMatchObject({
            kind: 'central', code: '001', title: 'Head "office"', parentCodes: [],
            release: { product: 'ConfigMgr 2007', servicePack: 'SP2', addOn: 'R3' },
            mode: 'native',
            clients: { intranet: 12_000, internet: 300 },
            link: { bandwidth: 1500, latency: 40, open: { from: 1200, to: 360 } },
            groupPolicy: 'https://sup.example:8531', clientInstallation: 'SUP-01', cannotReach: ['Microsoft Update', 'OTHER 2']
        });
        expect(site!.servers[0]).toMatchObject({
            name: 'SUP-01', isSiteServer: true, fqdn: 'sup-01.example', internetFqdn: 'updates.example', os: 'Windows Server 2008 R2', wsusConsole: '3.0 SP2',
            forest: 'perimeter.example', trusted: false, otherRoles: ['management point', 'distribution point'], cannotReach: ['OTHER'],
            wsus: {
                version: '3.0 SP2', ports: { http: 8530, https: 8531 }, ssl: 'required', replica: false, upstream: 'OTHER',
                virtualDirectories: ['APIRemoting30', 'ClientWebService'], database: 'SQL01\\SUSDB', contentFolder: '\\\\files\\wsus\\',
                contentShare: '\\\\files\\share', webSite: 'custom', clientCertificates: 'ignore', expressFiles: false, otherClients: true,
                certificateNames: ['sup-01.example', 'updates.example'], previousProducts: ['Office 2003'], previousClassifications: ['Tools']
            },
            updatePoints: [{
                state: 'active', ports: { http: 8530, https: 8531 }, ssl: true, accepts: ['intranet', 'internet'], account: 'CORP\\svc-sup',
                proxy: { host: 'proxy', port: 3128, account: 'CORP\\svc-proxy' }, importPlan: { every: 7 * 24 * 60, from: 'SUP-01' }
            }]
        });
        expect(site!.clusters[0]).toMatchObject({ name: 'NLB', nodes: ['A', 'B'], fqdn: 'nlb.example', updatePoints: [{ state: 'inactive' }] });
        expect(site!.synchronizations[0]).toMatchObject({
            source: { kind: 'server', server: 'UP01' }, schedule: { kind: 'every', count: 7, unit: 'day', at: 120 },
            products: ['Windows 7', 'Office 2007'], classifications: ['Critical Updates'], languages: ['en', 'zh-CN'], summaryLanguages: ['en'], reportingEvents: 'status', importPlan: { every: 12 * 60, from: 'UP 02' }
        });
        expect(site!.clientGroups[0]).toMatchObject({ label: 'Sales laptops', count: 300, on: 'internet', policy: 'http://sup.example:8530', cannotReach: ['SUP-01'] });
    });

    test.each([
        ['manual', { kind: 'manual' }],
        ['every 12 hours', { kind: 'every', count: 12, unit: 'hour', at: undefined }],
        ['every 1 week at 23:59', { kind: 'every', count: 1, unit: 'week', at: 1439 }],
        ['every 24 hours', { kind: 'every', count: 24, unit: 'hour', at: undefined }],
        ['every 1 week on Wednesday at 02:07', { kind: 'every', count: 1, unit: 'week', weekday: 'Wednesday', at: 127 }],
        ['every 2 weeks on Sunday', { kind: 'every', count: 2, unit: 'week', weekday: 'Sunday', at: undefined }],
        ['on day 15 of every month at 02:00', { kind: 'monthly', on: { kind: 'date', date: 15 }, months: 1, at: 120 }],
        ['on the last day of every month', { kind: 'monthly', on: { kind: 'date', date: 'last' }, months: 1, at: undefined }],
        ['on the second Tuesday of every month at 20:00', { kind: 'monthly', on: { kind: 'weekday', week: 2, weekday: 'Tuesday' }, months: 1, at: 1200 }],
        ['on the last Friday of every 3 months at 20:00', { kind: 'monthly', on: { kind: 'weekday', week: 'last', weekday: 'Friday' }, months: 3, at: 1200 }],
        ['every 7 days on Wednesday', undefined],
        ['every 1 week on Someday', undefined],
        ['on day 32 of every month', undefined],
        ['on the fifth Tuesday of every month', undefined],
        ['on the second Tuesday of every 13 months', undefined],
        ['every 1 day at 24:00', undefined],
        ['every day', undefined],
        ['every 1e3 days', undefined]
    ])('parses or rejects the schedule `%s`', async (schedule, expected) => {
        const { sites } = await sitesOf(`primary site AAA {\nsynchronization {\nschedule: ${schedule}\n}\n}`);
        expect(sites[0]!.synchronizations[0]!.schedule).toEqual(expected);
    });

    test.each([
        ['80, 443', { http: 80, https: 443 }],
        ['8530', { http: 8530, https: undefined }],
        ['0, 443', undefined],
        ['80, 65536', undefined],
        ['80, 80', undefined],
        ['80, 443, 8530', undefined],
        ['٨٠', undefined],
        ['99999999999999999999', undefined]
    ])('parses or rejects the ports `%s`', async (ports, expected) => {
        expect((await firstServer(`wsus 3.0 { ports: ${ports} }`)).wsus!.ports).toEqual(expected);
    });

    test.each([
        ['4000', { intranet: 4000, internet: 0 }],
        ['300 internet, 5 intranet', { intranet: 5, internet: 300 }],
        ['5 intranet, 6 intranet', undefined],
        ['5.5', undefined],
        ['many', undefined]
    ])('parses or rejects the client counts `%s`', async (clients, expected) => {
        expect((await sitesOf(`primary site AAA {\nclients: ${clients}\n}`)).sites[0]!.clients).toEqual(expected);
    });
});

describe('unknown values', () => {
    test('a value that is `unknown` is undefined, and is not the same as an omitted one', async () => {
        const { sites: [site], syntaxErrors } = await sitesOf('primary site AAA {\nmode: unknown\nserver X {\nos: unknown\nwsus console: unknown\nwsus unknown { ports: unknown }\nsoftware update point unknown { import: unknown }\n}\n}');
        const server = site!.servers[0]!;
        expect([syntaxErrors, site!.mode, server.os, server.wsusConsole, server.wsus!.version, server.wsus!.ports, server.updatePoints[0]!.state]).toEqual([0, undefined, undefined, undefined, undefined, undefined, 'inactive']);
        expect([isUnknown(site, 'mode'), isUnknown(site, 'release'), isUnknown(server, 'os'), isUnknown(server, 'wsusConsole')]).toEqual([true, false, true, true]);
        expect([isUnknown(server.wsus, 'version'), isUnknown(server.wsus, 'ports'), isUnknown(server.updatePoints[0], 'state'), isUnknown(server.updatePoints[0], 'importPlan')]).toEqual([true, true, true, true]);
    });

    test('the first of several values of a property counts, and a text in quotes is a text', async () => {
        expect(isUnknown(await firstServer('os: "Windows"\nos: unknown'), 'os')).toBe(false);
        expect(await firstServer('os: "unknown"')).toMatchObject({ os: 'unknown', unknown: undefined });
    });

    test('`unknown` is a valid value of every property of a plan', async () => {
        const block = (name: string, body: string): string => ({
            site: body, wsus: `server X { wsus 3.0 { ${body} } }`, 'software update point': `server X { software update point { ${body} } }`,
            proxy: `server X { software update point { proxy { ${body} } } }`, server: `server X { ${body} }`, cluster: `cluster C { ${body} }`,
            clients: `clients "x" { ${body} }`, synchronization: `synchronization { ${body} }`
        })[name]!;
        for (const [name, keys] of Object.entries(catalogue).filter(([each]) => !['file', 'scenario', 'assume'].includes(each))) {
            for (const key of Object.keys(keys)) {
                const workspace = await workspaceWith(`primary site AAA { ${block(name, `${key}: unknown`)} }`);
                expect(workspace.listing().filter(each => /invalid-value|unknown-/.test(each)), `${name} ${key}`).toEqual([]);
            }
        }
    });
});

describe('keywords', () => {
    test('a word is a keyword only where a statement can begin', async () => {
        const server = await firstServer('fqdn: site\nsoftware update point active');
        expect(server).toMatchObject({ fqdn: 'site', updatePoints: [{ state: 'active' }] });
        const { sites, syntaxErrors } = await sitesOf('primary site AAA "x" reports to BBB {\nserver server { site server }\nserver to\nserver wsus { wsus 3.0 }\n}');
        expect(syntaxErrors).toBe(0);
        expect(sites[0]!.servers.map(each => each.name)).toEqual(['server', 'to', 'wsus']);
    });

    test('a statement can follow `site server` on the same line', async () => {
        expect(await firstServer('site server wsus 3.0 SP2 { ports: 80 } software update point active')).toMatchObject({
            isSiteServer: true, wsus: { version: '3.0 SP2' }, updatePoints: [{ state: 'active' }]
        });
    });

    test('a misspelled keyword costs its own line only, since a value ends with its line', async () => {
        const { sites, syntaxErrors } = await sitesOf('primary site AAA {\n  mode: native\n  sever X {\n    fqdn: "x"\n  }\n  server Y\n}');
        expect(syntaxErrors).toBe(0);
        expect(sites[0]).toMatchObject({ mode: 'native', servers: [{ name: 'Y' }] });
    });
});

describe('syntax errors', () => {
    test.each([
        ['a missing brace', 'primary site AAA {\n  server X {\n    site server\n\nprimary site BBB {\n}\nprimary site CCC', ['AAA', 'BBB', 'CCC']],
        ['a superfluous brace', 'primary site AAA {\n}\n}\nprimary site BBB', ['AAA', 'BBB']],
        ['an unclosed string', 'primary site AAA "Aalesund {\n}\nprimary site BBB', ['AAA', 'BBB']],
        ['characters outside of the grammar', 'primary site AAA {\n  § @ 😀\n}\nprimary site BBB', ['AAA', 'BBB']],
        ['two parents', 'primary site AAA reports to BBB reports to CCC, DDD\nprimary site BBB', ['AAA', 'BBB']],
        ['an incomplete head', 'primary site\nsecondary site BBB reports to\nprimary site CCC reports {\n}\nprimary site DDD', ['', 'BBB', 'CCC', 'DDD']]
    ])('%s does not hide the other sites', async (_, text, codes) => {
        expect((await sitesOf(text)).sites.map(site => site.code)).toEqual(codes);
    });
});

test('the lexer knows every key of several words', async () => {
    const keys = Object.values(catalogue).flatMap(block => Object.keys(block)).filter(key => key.includes(' '));
    const workspace = await workspaceWith(`primary site AAA {\n${keys.map(key => `${key.replace(' ', '   ')} : x`).join('\n')}\n}`);
    const file = workspace.document('plan.sup').parseResult.value as unknown as { members: { body: { members: { key: string }[] } }[] };
    expect(file.members[0]!.body.members.map(member => member.key.replace(/ +/, ' '))).toEqual(keys);
});
