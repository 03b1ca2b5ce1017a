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
