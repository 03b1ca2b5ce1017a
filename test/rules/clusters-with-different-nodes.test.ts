import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';
import { workspaceWith } from '../support/workspace.js';

const cluster = (mode: string, first: string, second: string): string => `central site NRD {
  mode: ${mode}
  server NRDSUP01 {
    wsus 3.0 SP2 { ${first} }
  }
  server NRDSUP02 {
    wsus 3.0 SP2 { ${second} }
  }
  cluster NRDNLB01 {
    nodes: NRDSUP01, NRDSUP02
    software update point active
  }
}
`;
const count = async (rule: string, plan: string): Promise<number> => (await findingsOf(rule, plan)).length;

test.each([
    ['requires SSL on one node and is planned without it on the other', 'ssl: required', 'ssl: no'],
    ['is planned without SSL on one node only', '', 'ssl: no'],
    ['does not state SSL for one node', '', 'ssl: required']
])('native mode: reports once that WSUS %s, in either order', async (_, first, second) => {
    for (const nodes of [[first, second], [second, first]] as const) {
        const plan = cluster('native', ...nodes);
        expect([await count('native-sup-without-ssl', plan), await count('sup-ssl-mismatch', plan)]).toEqual([1, 0]);
    }
});

test('native mode: does not judge a node whose SSL setting is unknown', async () => {
    expect(await count('native-sup-without-ssl', cluster('native', 'ssl: required', 'ssl: unknown'))).toBe(0);
    expect(await count('native-sup-without-ssl', cluster('native', 'ssl: unknown', 'ssl: required'))).toBe(0);
});

test('mixed mode: compares a child site with a parent only if the nodes of the parent agree', async () => {
    const child = `primary site FJD reports to NRD {
  server FJDSUP01 {
    wsus 3.0 SP2 { ssl: no }
    software update point active
  }
}
`;
    for (const [first, second] of [['ssl: required', 'ssl: no'], ['ssl: no', 'ssl: required']] as const) {
        expect(await count('ssl-chain-inconsistent', cluster('mixed', first, second) + child)).toBe(0);
    }
    expect(await count('ssl-chain-inconsistent', cluster('mixed', '', 'ssl: required') + child)).toBe(1);
});

test('native mode: explains the setting of each node', async () => {
    const workspace = await workspaceWith(cluster('native', '', 'ssl: required'));
    const finding = workspace.findings('plan.sup').find(({ rule }) => rule.id === 'native-sup-without-ssl');
    expect(finding?.because()?.slice(-2).map(fact => fact.text)).toEqual(['The plan does not state whether WSUS on NRDSUP01 uses SSL.', 'WSUS on NRDSUP02 is planned with SSL.']);
});

test.each([
    ['not at all if its nodes have different ports', 'ports: 8530, 8531', 'ports: 80, 443', 0],
    ['by the ports of the node that states them', '', 'ports: 8530, 8531', 1]
])('judges the address in Group Policy of a cluster %s', async (_, first, second, expected) => {
    for (const nodes of [[first, second], [second, first]] as const) {
        const plan = cluster('mixed', ...nodes).replace('mode: mixed', 'mode: mixed\n  group policy: "http://NRDNLB01:8080"');
        expect(await count('gpo-wsus-url-conflict', plan)).toBe(expected);
    }
});
