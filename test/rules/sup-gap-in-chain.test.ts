import { expect, test } from 'vitest';
import { expectLinear } from '../support/hostile.js';
import { findingsOf } from '../support/rule-findings.js';
import { workspaceWith } from '../support/workspace.js';

const id = 'sup-gap-in-chain';
const active = (code: string, parent = ''): string => `primary site ${code}${parent && ` reports to ${parent}`} {\n  server ${code}SUP01 {\n    wsus 3.0 SP2\n    software update point active\n  }\n}\n`;

test('fills a gap of several sites at once, and leaves only a finding about its depth', async () => {
    const plan = `${active('NRD')}primary site FJD reports to NRD\nprimary site LYN reports to FJD\n${active('BRE', 'LYN')}`;
    const [found] = await findingsOf(id, plan);
    const filled = found!.fixes['Give LYN and FJD an active software update point each'];
    expect((await workspaceWith(filled!)).listing()).toEqual(['plan.sup:24:27 wsus-tree-too-deep']);
});

test('fills a gap with a WSUS version that suits the sites above and below', async () => {
    const plan = `${active('NRD').replace('SP2', 'SP1')}primary site FJD reports to NRD {\n  server FJDSRV01 { site server }\n  server FJDWSUS1 { wsus 3.0 }\n}\n${active('BRE', 'FJD')}`;
    const [found] = await findingsOf(id, plan);
    const filled = found!.fixes['Add an active software update point to FJDWSUS1'];
    expect(filled!['plan.sup']).toContain('wsus console: 3.0 SP2');
    expect((await workspaceWith(filled!)).listing()).toEqual([]);
});

test('deactivates or removes several active software update points together', async () => {
    const plan = `central site NRD\nsecondary site VIK reports to NRD {\n  server A { software update point active }\n  server B { software update point active }\n}\n`;
    const [found] = await findingsOf(id, plan);
    expect(await findingsOf(id, found!.fixes['Make the software update point on A and B inactive']!)).toEqual([]);
    expect(await findingsOf(id, found!.fixes['Remove the software update point from A and B']!)).toEqual([]);
});

test.each([
    ['a parent that is unknown', active('BRE', 'XYZ')],
    ['several parents', `${active('NRD')}primary site FJD reports to NRD\n${active('BRE', 'FJD, NRD')}`],
    ['a secondary site as the parent', `${active('NRD')}secondary site VIK reports to NRD\n${active('BRE', 'VIK')}`],
    ['a parent without a kind', `${active('NRD')}site FJD reports to NRD\n${active('BRE', 'FJD')}`],
    ['a loop', `primary site FJD reports to BRE\n${active('BRE', 'FJD')}`],
    ['a state that cannot be read', `${active('NRD')}primary site FJD reports to NRD {\n  server A { software update point actve }\n}\n${active('BRE', 'FJD')}`],
    ['a chain without an active one further up', `primary site NRD\nprimary site FJD reports to NRD\n${active('BRE', 'FJD')}`]
])('reports nothing for %s', async (_, plan) => {
    expect(await findingsOf(id, plan)).toEqual([]);
});

test('finds very many gaps in one chain in linear time', async () => {
    await expectLinear(n => Array.from({ length: n }, (_, i) => i % 2 === 0 ? active(`S${i}`, i > 0 ? `S${i - 1}` : '') : `primary site S${i} reports to S${i - 1}\n`).join(''), 1_000);
}, 60_000);
