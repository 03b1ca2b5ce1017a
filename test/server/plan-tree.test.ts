import { describe, expect, test } from 'vitest';
import type { PlanTreeItem } from '@sup/protocol/server';
import { startClient } from '../support/start-client.js';

const central = `hierarchy Fjord
central site AAA "Head" {
  mode: mixed
  server AAASUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }
}
primary site BBB reports to AAA { mode: mixed }
`;
const below = `hierarchy Fjord
secondary site CCC reports to BBB {
  bogus: 1
}
secondary site DDD reports to AAA
`;

async function treeOf(files: Record<string, string>) {
    const client = await startClient(files);
    const children = (item?: string): Promise<PlanTreeItem[] | null> => client.connection.sendRequest('sup/planTree', item === undefined ? {} : { item });
    return { client, children };
}

/** A central site with 100 primary sites, each with as many secondary sites as make up the count. */
function largePlan(count: number): string {
    const code = (i: number): string => i.toString(36).toUpperCase().padStart(3, '0');
    const sites = Array.from({ length: count - 1 }, (_, i) => i < 100 ? `primary site ${code(i + 1)} reports to 000` : `secondary site ${code(i + 1)} reports to ${code(i % 100 + 1)}`);
    return `hierarchy Large\ncentral site 000\n${sites.join('\n')}\n`;
}

const shown = (items: readonly PlanTreeItem[] | null): string[] => (items ?? []).map(({ kind, label, detail, errors, warnings }) => `${kind} ${label} ${detail} ${errors}/${warnings}`);

describe('the tree of plans', () => {
    test('lists hierarchies, sites by code, and servers with their roles, each with the problems below it', async () => {
        const { children } = await treeOf({ 'a.sup': central, 'b.sup': below, 'c.sup': 'central site XXX { server XXX1 }' });
        const top = (await children())!;
        expect(top.map(({ label, kind }) => `${kind} ${label}`)).toEqual(['hierarchy Fjord', 'hierarchy c.sup']);
        const [site] = (await children(top[0]!.id))!;
        expect(site).toMatchObject({ kind: 'central', label: 'AAA', detail: 'Head', hasChildren: true, location: { range: { start: { line: 1 } } } });
        expect(site!.errors).toBeGreaterThan(0);
        const inside = (await children(site!.id))!;
        expect(inside.map(({ label }) => label)).toEqual(['AAASUP01', 'BBB', 'DDD']);
        expect(shown([inside[0]!])).toEqual(['server AAASUP01 site server, active software update point 0/0']);
        const [last] = (await children(inside[1]!.id))!;
        expect(last).toMatchObject({ kind: 'secondary', label: 'CCC', hasChildren: false });
        expect(last!.errors).toBeGreaterThan(0);
        expect(inside[1]!.errors).toBeGreaterThanOrEqual(last!.errors);
    });

    test('tells hierarchies of the same name apart by their folders', async () => {
        const plan = 'hierarchy Fjord\ncentral site AAA\n';
        const { children } = await treeOf({ 'today/plan.sup': plan, 'today/sup.config.json': '{}', 'later/plan.sup': plan, 'later/sup.config.json': '{}', 'other.sup': 'hierarchy Other\ncentral site BBB\n' });
        expect((await children())!.map(({ label, detail }) => `${label} ${detail}`)).toEqual(['Fjord later', 'Fjord today', 'Other ']);
    });

    test('shows sites in a loop, sites with one code, and nothing for items that are gone', async () => {
        const { children } = await treeOf({ 'a.sup': 'primary site AAA reports to BBB\nprimary site BBB reports to AAA\ncentral site CCC\ncentral site CCC\n' });
        const [plan] = (await children())!;
        const sites = (await children(plan!.id))!;
        expect(sites.map(({ label }) => label)).toEqual(['AAA', 'BBB', 'CCC', 'CCC']);
        expect(new Set(sites.map(({ id }) => id)).size).toBe(4);
        expect(sites.map(({ hasChildren }) => hasChildren)).toEqual([false, false, false, false]);
        expect(await children(`${plan!.id}\nZZZ`)).toBeNull();
        expect(await children('file:///nowhere.sup')).toBeNull();
    });

    test('answers with the children of one item only in a hierarchy of 10,000 sites', async () => {
        const { client, children } = await treeOf({});
        await client.openFile('large.sup', largePlan(10_000));
        const [plan] = (await children())!;
        const [site] = (await children(plan!.id))!;
        const regions = (await children(site!.id))!;
        expect([regions.length, (await children(regions[7]!.id))!.length]).toEqual([100, 99]);
    });
});

describe('duplicating a site', () => {
    const isEdit = { edit: { changes: expect.anything() as object } };

    test('proposes free codes for a branch, and states why others are not possible', async () => {
        const { client } = await treeOf({ 'a.sup': central, 'b.sup': below });
        const ask = (params: object): Promise<object | null> => client.connection.sendRequest('sup/branchToCopy', { textDocument: { uri: client.uri('a.sup') }, ...params });
        expect(await ask({ line: 9 })).toEqual({ site: 'BBB', title: '', sites: ['BBB', 'CCC'], codes: ['BB2', 'CC2'] });
        const objections = [['BB2'], ['BB2', 'AAA'], ['BB2', 'CON'], ['BB2', 'long'], ['BB2', 'BB2'], ['BB2', 'BB3']].map(async codes => (await ask({ site: 'BBB', codes }) as { objection?: string }).objection);
        expect(await Promise.all(objections)).toEqual([
            'Enter 2 codes, one for each of BBB, CCC.', 'AAA is the code of the site Head.', 'CON cannot be a site code: Windows reserves the name, and Configuration Manager names folders after the code.',
            'long cannot be a site code. A site code has three characters, each A to Z or 0 to 9.', 'BB2 is entered twice. Each site needs a code of its own.', undefined
        ]);
        expect([await ask({ site: 'AAA' }), await ask({ site: 'ZZZ' })]).toEqual([null, null]);
    });

    test('copies a branch under the chosen codes with the chosen title, or states why not', async () => {
        const { client } = await treeOf({ 'a.sup': central, 'b.sup': below.replace('  bogus: 1\n', '') });
        const duplicate = (params: object): Promise<object> => client.connection.sendRequest('sup/duplicateSite', { textDocument: { uri: client.uri('a.sup') }, site: 'BBB', codes: ['QQ1', 'QQ2'], title: 'A "new" site', ...params });
        const result = await duplicate({});
        expect(result).toMatchObject(isEdit);
        expect(JSON.stringify(result)).toContain(JSON.stringify('primary site QQ1 "A ""new"" site" reports to AAA { mode: mixed }\n\nsecondary site QQ2 reports to QQ1').slice(1, -1));
        expect(await duplicate({ codes: ['QQ1'] })).toEqual({ objection: 'Enter 2 codes, one for each of BBB, CCC.' });
        expect(await duplicate({ site: 'AAA' })).toEqual({ objection: 'The plan has no site AAA that can be copied.' });
        await expect(duplicate({ title: 'two\nlines' })).rejects.toThrow('Invalid parameters');
    });

    test('asks a client that can for codes and a title', async () => {
        const { client } = await treeOf({ 'a.sup': central, 'b.sup': below });
        const asking = await startClient({ 'a.sup': central, 'b.sup': below }, { initializationOptions: { duplicateSiteCommand: true } });
        const range = { start: { line: 9, character: 1 }, end: { line: 9, character: 1 } };
        const titled = async (each: typeof client) => (await each.codeActions('a.sup', range, [], ['refactor'])).find(({ title }) => title.startsWith('Duplicate'));
        expect(await titled(client)).toMatchObject({ title: 'Duplicate BBB and its branch under new codes' });
        expect(await titled(asking)).toEqual({
            title: 'Duplicate BBB and its branch under new codes…', kind: 'refactor.rewrite',
            command: { title: 'Duplicate BBB and its branch under new codes…', command: 'sup.duplicateSite', arguments: [{ textDocument: { uri: asking.uri('a.sup') }, site: 'BBB' }] }
        });
    });
});

describe('moving a site', () => {
    test('moves a site under another parent in another file', async () => {
        const { client } = await treeOf({ 'a.sup': central, 'b.sup': below });
        const textDocument = { uri: client.uri('a.sup') };
        expect(await client.connection.sendRequest('sup/moveTargets', { textDocument, site: 'DDD' })).toEqual({ site: 'DDD', parents: [{ code: 'BBB', title: '' }] });
        expect(await client.connection.sendRequest('sup/moveTargets', { textDocument: { uri: client.uri('b.sup') }, line: 2 })).toEqual({ site: 'CCC', parents: [{ code: 'AAA', title: 'Head' }] });
        const range = { start: { line: 4, character: 19 }, end: { line: 4, character: 33 } };
        expect(await client.connection.sendRequest('sup/moveSite', { textDocument, site: 'DDD', parent: 'BBB' })).toEqual({ edit: { changes: { [client.uri('b.sup')]: [{ range, newText: 'reports to BBB' }] } } });
    });

    test.each([
        ['AAA', 'BBB', 'BBB is below AAA, so AAA cannot report to it.'], ['DDD', 'CCC', 'CCC is a secondary site, to which no site can report.'],
        ['DDD', 'AAA', 'DDD already reports to AAA.'], ['DDD', 'ZZZ', 'The plan has no site ZZZ, or several with this code.'], ['DDD', 'DDD', 'DDD cannot report to itself.']
    ])('refuses to move %s under %s', async (site, parent, objection) => {
        const { client } = await treeOf({ 'a.sup': central, 'b.sup': below });
        expect(await client.connection.sendRequest('sup/moveSite', { textDocument: { uri: client.uri('a.sup') }, site, parent })).toEqual({ objection });
    });
});
