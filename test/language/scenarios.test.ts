import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Action, Expectation, Scenario } from '@sup/model';
import { locationOf, originOf } from '@sup/language';
import { type Files, type TestWorkspace, uriOf, workspaceWith } from '../support/workspace.js';

const scenariosIn = async (text: string): Promise<readonly Scenario[]> => {
    const workspace = await workspaceWith(text);
    return workspace.services.analysis.hierarchies.scenariosOf(workspace.document('plan.sup'));
};
const within = (...lines: string[]): string => `scenario "x" for 30 days {\n${lines.join('\n')}\n}\n`;
const eventsIn = async (...lines: string[]): Promise<Scenario['events']> => (await scenariosIn(within(...lines)))[0]!.events;
const actionOf = async (text: string): Promise<Action | undefined> => (await eventsIn(`at 1d: ${text}`))[0]?.action;
const expectationOf = async (text: string): Promise<Expectation | undefined> => (await scenariosIn(within(`expect ${text}`)))[0]!.expectations[0];

describe('a scenario', () => {
    test('a scenario has a title, a duration, a seed and assumptions', async () => {
        const [scenario] = await scenariosIn('scenario "Two ""bad"" days" for 1 week 6 hours {\n  seed: 7\n  assume { retry interval: 30 minutes  first scan size: 1.5 MB\n    round trips: 3 }\n}');
        expect(scenario).toMatchObject({ title: 'Two "bad" days', duration: 7 * 1440 + 360, seed: 7, assumptions: { retryInterval: 30, firstScanSize: 1.5, roundTrips: 3 }, events: [], expectations: [] });
    });

    test('projects an unfinished scenario as far as it is written', async () => {
        expect(await scenariosIn('scenario')).toMatchObject([{ title: undefined, duration: undefined, seed: undefined, assumptions: {} }]);
        expect(await scenariosIn('scenario "x" for one week {\n  seed: x\n  assume { retry interval: 0m  scan size: 3 }\n}')).toMatchObject([{ title: 'x', duration: undefined, seed: undefined, assumptions: {} }]);
    });

    test('holds the readable events and expectations, in the order of the text', async () => {
        const [scenario] = await scenariosIn(within('at 2d: stop B', 'at 1d: stpo A', 'expect all sites synchronized', 'at 1d: start B', 'expect nonsense'));
        expect(scenario!.events.map(({ at, action }) => [at, action.kind])).toEqual([[2880, 'fail'], [1440, 'restore']]);
        expect(scenario!.expectations).toHaveLength(1);
    });

    test('begins at its keyword, whatever block is open before it', async () => {
        const workspace = await workspaceWith('central site AAA {\n  server S {\n    wsus 3.0 { ports: 80\n\nscenario "x" for 1d {\n  at 1h: stop S\n\nprimary site BBB reports to AAA\n');
        const { hierarchies } = workspace.services.analysis;
        expect(hierarchies.scenariosOf(workspace.document('plan.sup'))).toMatchObject([{ title: 'x', events: [{ at: 60 }] }]);
        expect(hierarchies.of(workspace.document('plan.sup')).sites.map(site => site.code)).toEqual(['AAA', 'BBB']);
        expect(workspace.listing()).toContain('plan.sup:3:14 syntax-error');
    });

    test('leaves its keywords usable as names and values', async () => {
        const workspace = await workspaceWith('central site AAA {\n  server at { fqdn: expect }\n  server for\n  cluster scenario { nodes: at, for }\n  synchronization { schedule: every 1 day at 02:07 }\n}\n');
        const [site] = workspace.services.analysis.hierarchies.sitesOf(workspace.document('plan.sup'));
        expect(site).toMatchObject({ servers: [{ name: 'at', fqdn: 'expect' }, { name: 'for' }], clusters: [{ name: 'scenario', nodes: ['at', 'for'] }], synchronizations: [{ schedule: { at: 127 } }] });
    });
});

describe('times', () => {
    test.each([
        ['1d', 1440], ['3h', 180], ['0m', 0], ['1d 3h', 1620], ['1 day 3 hours', 1620], ['1 week 2d 30 minutes', 12990], ['2w', 20160], ['2d 02:07', 3007], ['02:07', 127], ['3 hours', 180], ['1w 23:59', 11519]
    ])('reads the time %s', async (time, minutes) => {
        expect((await eventsIn(`at ${time}: stop A`)).map(event => event.at)).toEqual([minutes]);
    });

    test.each(['1', 'day', '1.5d', '3h 1d', '1d 1d', '3h 02:07', '1d 24:00', '02:07 1d', '11000000 days', '4000d', 'noon', '1d6h', '"1d"', '1d,', ''])('rejects the time %j', async time => {
        expect(await eventsIn(`at ${time}: stop A`)).toEqual([]);
    });

    test.each([['0m'], ['0d 0h'], ['3651 days'], ['2d 02:07'], ['a while']])('rejects the duration %s', async time => {
        expect(await actionOf(`stop A for ${time}`)).toBeUndefined();
    });
});

const everywhere = { kind: 'all' };
const site = (code: string): object => ({ kind: 'site', code });

test.each<[string, Action]>([
    ['stop A', { kind: 'fail', target: { kind: 'server', name: 'A' }, duration: undefined }],
    ['stop "A 1" for 4h', { kind: 'fail', target: { kind: 'server', name: 'A 1' }, duration: 240 }],
    ['start A', { kind: 'restore', target: { kind: 'server', name: 'A' } }],
    ['fail Microsoft Update for 2 days', { kind: 'fail', target: { kind: 'microsoft-update' }, duration: 2880 }],
    ['restore Microsoft Update', { kind: 'restore', target: { kind: 'microsoft-update' } }],
    ['fail link of BER', { kind: 'fail', target: { kind: 'link', site: 'BER' }, duration: undefined }],
    ['fail WSUS of A', { kind: 'fail', target: { kind: 'wsus', name: 'A' }, duration: undefined }],
    ['fail certificate of A for 1d', { kind: 'fail', target: { kind: 'certificate', name: 'A' }, duration: 1440 }],
    ['restore proxy of A', { kind: 'restore', target: { kind: 'proxy', name: 'A' } }],
    ['fail content share of A', { kind: 'fail', target: { kind: 'content-share', name: 'A' }, duration: undefined }],
    ['set A ports to 80, 443', { kind: 'set', server: 'A', change: { setting: 'ports', value: { http: 80, https: 443 } } }],
    ['set A ssl to website', { kind: 'set', server: 'A', change: { setting: 'ssl', value: 'website' } }],
    ['set A ssl to no', { kind: 'set', server: 'A', change: { setting: 'ssl', value: 'off' } }],
    ['set A replica to yes', { kind: 'set', server: 'A', change: { setting: 'replica', value: true } }],
    ['set A source to Microsoft Update', { kind: 'set', server: 'A', change: { setting: 'source', value: { kind: 'microsoft-update' } } }],
    ['set A source to server B', { kind: 'set', server: 'A', change: { setting: 'source', value: { kind: 'server', server: 'B' } } }],
    ['set A products to "Windows 7",\n    "Office 2007"', { kind: 'set', server: 'A', change: { setting: 'products', value: ['Windows 7', 'Office 2007'] } }],
    ['set A classifications to "Tools"', { kind: 'set', server: 'A', change: { setting: 'classifications', value: ['Tools'] } }],
    ['set A proxy to "px:8080"', { kind: 'set', server: 'A', change: { setting: 'proxy', value: 'px:8080' } }],
    ['set A proxy to off', { kind: 'set', server: 'A', change: { setting: 'proxy', value: undefined } }],
    ['synchronize CEN now', { kind: 'synchronize', site: 'CEN' }],
    ['import A', { kind: 'import', server: 'A' }],
    ['publish update "KB1"', { kind: 'publish', update: 'KB1', product: undefined, classification: undefined, languages: undefined }],
    ['publish update "KB1" of product "Windows 7" as "Tools"', { kind: 'publish', update: 'KB1', product: 'Windows 7', classification: 'Tools', languages: undefined }],
    ['publish update "KB1" in de, nb', { kind: 'publish', update: 'KB1', product: undefined, classification: undefined, languages: ['de', 'nb'] }],
    ['set A languages to en, de', { kind: 'set', server: 'A', change: { setting: 'languages', value: ['en', 'de'] } }],
    ['block A from B for 2h', { kind: 'fail', target: { kind: 'connection', ends: [{ kind: 'server', name: 'A' }, { kind: 'server', name: 'B' }] }, duration: 120 }],
    ['block clients "Zone" from Microsoft Update', { kind: 'fail', target: { kind: 'connection', ends: [{ kind: 'clients', name: 'Zone' }, { kind: 'microsoft-update', name: 'Microsoft Update' }] }, duration: undefined }],
    ['unblock site BER from A', { kind: 'restore', target: { kind: 'connection', ends: [{ kind: 'site', name: 'BER' }, { kind: 'server', name: 'A' }] } }],
    ['expire update "KB1"', { kind: 'expire', update: 'KB1' }],
    ['withdraw product "Windows 7"', { kind: 'withdraw', product: 'Windows 7' }],
    ['set group policy of Internet clients of sites below OSL to "http://a:8530"', { kind: 'policy', clients: { kind: 'sites', sites: { kind: 'below', code: 'OSL' }, on: 'internet' }, url: 'http://a:8530' }],
    ['remove group policy of clients "Sales"', { kind: 'policy', clients: { kind: 'group', label: 'Sales' }, url: undefined }]
])('reads the event %j', async (text, action) => {
    expect(await actionOf(text)).toEqual(action);
});

test.each<[string, object, object]>([
    ['OSL synchronized', { kind: 'synchronized', sites: site('OSL') }, { kind: 'default' }],
    ['OSL synchronized within 24h of CEN', { kind: 'synchronized', sites: site('OSL') }, { kind: 'within', duration: 1440, of: 'CEN' }],
    ['no errors at all sites after 4d', { kind: 'no-errors', sites: everywhere }, { kind: 'after', time: 5760 }],
    ['status 6703 at BER never', { kind: 'status', id: 6703, sites: site('BER'), count: undefined }, { kind: 'never' }],
    ['status 6703 at BER at least 2 times by 2d', { kind: 'status', id: 6703, sites: site('BER'), count: { bound: 'at least', number: 2 } }, { kind: 'by', time: 2880 }],
    ['status 6703 at BER at most 1 time', { kind: 'status', id: 6703, sites: site('BER'), count: { bound: 'at most', number: 1 } }, { kind: 'default' }],
    ['OSL settings restored within 1h', { kind: 'settings', sites: site('OSL') }, { kind: 'within', duration: 60, of: undefined }],
    ['sites below OSL match CEN always', { kind: 'matches', sites: { kind: 'below', code: 'OSL' }, other: 'CEN' }, { kind: 'always' }],
    ['BER matches OSL by 7d', { kind: 'matches', sites: site('BER'), other: 'OSL' }, { kind: 'by', time: 10080 }],
    ['clients of TRD scan against OSLSUP01', { kind: 'scan', clients: { kind: 'sites', sites: site('TRD'), on: undefined }, result: 'succeeded', server: 'OSLSUP01' }, { kind: 'default' }],
    ['intranet clients of all sites scan', { kind: 'scan', clients: { kind: 'sites', sites: everywhere, on: 'intranet' }, result: 'succeeded', server: undefined }, { kind: 'default' }],
    ['all clients fail to scan with group policy conflict never', { kind: 'scan', clients: { kind: 'sites', sites: everywhere, on: undefined }, result: 'group-policy-conflict', server: undefined }, { kind: 'never' }],
    ['clients "Sales" fail to scan with no location', { kind: 'scan', clients: { kind: 'group', label: 'Sales' }, result: 'no-location', server: undefined }, { kind: 'default' }],
    ['catalog of OSL at most 2 days old always', { kind: 'catalog-age', sites: site('OSL'), atMost: 2880 }, { kind: 'always' }],
    ['update "KB1" available at OSL by 2d', { kind: 'update', update: 'KB1', state: 'available', sites: site('OSL') }, { kind: 'by', time: 2880 }],
    ['update "KB1" expired at OSL', { kind: 'update', update: 'KB1', state: 'expired', sites: site('OSL') }, { kind: 'default' }],
    ['console of OSL ahead of catalog never', { kind: 'console-ahead', sites: site('OSL') }, { kind: 'never' }],
    ['load of A at most 300 clients', { kind: 'load', server: 'A', atMost: 300 }, { kind: 'default' }],
    ['95 % of clients of all sites scan for "KB1" within 8d', { kind: 'compliance', percent: 95, clients: { kind: 'sites', sites: { kind: 'all' }, on: undefined }, update: 'KB1' }, { kind: 'within', duration: 11_520, of: undefined }],
    ['99.5 % of all clients scan for "KB1" within 8d', { kind: 'compliance', percent: 99.5, clients: { kind: 'sites', sites: { kind: 'all' }, on: undefined }, update: 'KB1' }, { kind: 'within', duration: 11_520, of: undefined }],
    ['100% of clients of BER scan for "KB1" by 9d', { kind: 'compliance', percent: 100, clients: { kind: 'sites', sites: { kind: 'site', code: 'BER' }, on: undefined }, update: 'KB1' }, { kind: 'by', time: 12_960 }],
    ['traffic on link of BER at most 500 MB by 2d', { kind: 'traffic', site: 'BER', atMost: 500 }, { kind: 'by', time: 2880 }]
])('reads the expectation %j', async (text, claim, when) => {
    expect(await expectationOf(text)).toEqual({ element: 'expectation', claim, when });
});

test.each(['OSL synchronized always', 'OSL synchronized within 2h', 'no errors at OSL never', 'OSL settings restored within 2h of CEN', 'traffic on link of BER at most 5 MB after 1d'])('rejects a time that does not fit the claim: %j', async text => {
    expect(await expectationOf(text)).toBeUndefined();
});

describe('source locations', () => {
    test('the location of an event spans from its keyword to its last word', async () => {
        const workspace = await workspaceWith(within('  at 1d: set A products to "x",', '    "y" // and no more'));
        const [scenario] = workspace.services.analysis.hierarchies.scenariosOf(workspace.document('plan.sup'));
        const [event] = scenario!.events;
        expect(locationOf(event!)).toEqual({ uri: uriOf('plan.sup').toString(), range: { start: { line: 1, character: 2 }, end: { line: 2, character: 7 } } });
        expect(originOf(event!).$container.$container).toBe(originOf(scenario!));
    });
});

describe('the scenarios of a hierarchy', () => {
    const files: Files = {
        'b.sup': 'hierarchy H\nscenario "B" for 1d\nscenario "A" for 2d\n',
        'a.sup': 'hierarchy H\nscenario "B" for 3d\nscenario for 4d\n',
        'i.sup': 'hierarchy I\nscenario "A" for 5d\n'
    };
    const lengths = (workspace: TestWorkspace): unknown[] => workspace.services.analysis.hierarchies.allScenarios(workspace.document('a.sup')).map(({ title, duration }) => [title, duration! / 1440]);

    test('lists scenarios by title, in whatever order the files are loaded', async () => {
        const expected = [[undefined, 4], ['A', 2], ['B', 3], ['B', 1]];
        expect(lengths(await workspaceWith(files))).toEqual(expected);
        expect(lengths(await workspaceWith(Object.fromEntries(Object.entries(files).reverse())))).toEqual(expected);
    });

    test('lists the scenarios of changed files', async () => {
        const workspace = await workspaceWith(files);
        expect(lengths(workspace)).toHaveLength(4);
        await workspace.write({ 'b.sup': 'hierarchy I\nscenario "B" for 1d\n' });
        expect(lengths(workspace)).toEqual([[undefined, 4], ['B', 3]]);
    });
});

test('docs/scenarios.md shows scenarios that fit the example it names', async () => {
    const page = readFileSync(new URL('../../docs/scenarios.md', import.meta.url), 'utf8');
    const plan = readFileSync(new URL('../../examples/scenarios/fjordline.sup', import.meta.url), 'utf8');
    const examples = [...page.matchAll(/^```sup\n([\s\S]*?)^```$/gm)].map(match => match[1]!);
    expect(examples.length).toBeGreaterThan(0);
    expect((await workspaceWith({ 'plan.sup': plan, ...Object.fromEntries(examples.map((text, i) => [`${i}.sup`, text])) })).listing()).toEqual([]);
});
