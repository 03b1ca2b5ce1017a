import { describe, expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const id = 'child-source-not-parent';
const top = `central site NRD {
  server NRDSUP01 { wsus 3.0 SP2 }
  server NRDSUP02 { wsus 3.0 SP2 }
  cluster NRDNLB01 {
    nodes: NRDSUP01, NRDSUP02
    software update point active
  }
}
`;
const site = (head: string, source: string, state = 'active'): string => `${head} {
  server ${head.split(' ')[2]}SUP01 {
    wsus 3.0 SP2
    software update point ${state}
  }
  synchronization { source: ${source} }
}
`;

test.each(['NRDNLB01', 'NRDSUP01', 'NRDSUP02'])('accepts the cluster of the parent and its nodes as the source: %s', async server => {
    expect(await findingsOf(id, top + site('primary site FJD reports to NRD', `server ${server}`))).toEqual([]);
});

test('reports another source of a secondary site', async () => {
    const found = await findingsOf(id, top + site('secondary site VIK reports to NRD', 'Microsoft Update'));
    expect(found.map(({ what, related }) => [what, related])).toEqual([[
        'VIK is planned to synchronize from Microsoft Update, but its parent site NRD has an active software update point, NRDNLB01.',
        ['The active software update point of NRD']
    ]]);
});

test.each([
    ['a primary site that is kept up to date by hand', top + site('primary site FJD reports to NRD', 'none')],
    ['a name that no server has', top + site('primary site FJD reports to NRD', 'server NRDSUP03')],
    ['a source without a software update point to use it', top + site('primary site FJD reports to NRD', 'Microsoft Update', 'inactive')],
    ['the top below an empty parent', `central site NRD\n${site('primary site FJD reports to NRD', 'Microsoft Update')}`],
    ['a central site that has a parent by mistake', top + site('central site FJD reports to NRD', 'Microsoft Update')],
    ['several parents', top + site('primary site LYN reports to NRD', 'parent site') + site('primary site FJD reports to NRD, LYN', 'Microsoft Update')],
    ['a secondary site as the parent', top + site('secondary site VIK reports to NRD', 'parent site') + site('primary site FJD reports to VIK', 'Microsoft Update')],
    ['a loop', site('primary site FJD reports to LYN', 'Microsoft Update') + site('primary site LYN reports to FJD', 'Microsoft Update')]
])('reports nothing for %s', async (_, plan) => {
    expect(await findingsOf(id, plan)).toEqual([]);
});

describe('upstream of WSUS', () => {
    const child = (head: string, upstream: string): string => `${head} {
  server ${head.split(' ')[2]}SUP01 {
    wsus 3.0 SP2 { upstream: ${upstream} }
    software update point active
  }
}
`;
    const found = (plan: string): Promise<readonly string[]> => findingsOf(id, plan).then(findings => findings.map(({ what }) => what));
    const expected = (site: string, server: string): string => `${site} is planned to synchronize from ${server}, but its parent site NRD has an active software update point, NRDNLB01.`;

    test('reports a server that is its own upstream server', async () => {
        expect(await found(top + child('primary site FJD reports to NRD', 'FJDSUP01'))).toEqual([expected('FJD', 'FJDSUP01')]);
    });

    test('reports two servers that are each other\'s upstream server', async () => {
        expect(await found(top + child('primary site FJD reports to NRD', 'LYNSUP01') + child('primary site LYN reports to NRD', 'FJDSUP01')))
            .toEqual([expected('FJD', 'LYNSUP01'), expected('LYN', 'FJDSUP01')]);
    });

    test('reports an upstream server below the site', async () => {
        expect(await found(top + child('primary site FJD reports to NRD', 'LYNSUP01') + child('primary site LYN reports to FJD', 'FJDSUP01'))).toEqual([expected('FJD', 'LYNSUP01')]);
    });

    test.each([
        ['the active one of the parent', child('primary site FJD reports to NRD', 'NRDNLB01')],
        ['a node of its cluster', child('primary site FJD reports to NRD', 'NRDSUP02')],
        ['a name that no server has', child('primary site FJD reports to NRD', 'NRDSUP03')],
        ['the upstream server of a secondary site, which has a rule of its own', child('secondary site FJD reports to NRD', 'FJDSUP01')]
    ])('accepts %s', async (_, plan) => expect(await found(top + plan)).toEqual([]));
});
