import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';
import { workspaceWith } from '../support/workspace.js';

const id = 'internet-clients-without-sup';
const plan = (mode: string, clients: string, role: string): string => `central site NRD {
  mode: ${mode}
  ${clients}
  server NRDSUP01 {
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point ${role}
  }
  synchronization {
    schedule: every 1 day
    products: "Windows XP"
    classifications: "Security Updates"
    languages: en
  }
}
`;

test('offers native mode together with everything that it needs', async () => {
    const [found] = await findingsOf(id, plan('mixed', 'clients: 120 internet', 'active'));
    expect(Object.keys(found!.fixes)).toEqual(['Set NRD to native mode and add a server NRDDMZ01 with WSUS and an Internet-based software update point']);
    expect((await workspaceWith(Object.values(found!.fixes)[0]!)).listing()).toEqual([]);
});

test('counts the clients of groups, and reports them once', async () => {
    const groups = 'clients: 900 intranet, 20 internet\n  clients "Sales" { count: 100  on: internet }\n  clients "Kiosks" { count: 5 }';
    expect((await findingsOf(id, plan('native', groups, 'active { ssl: yes }'))).map(({ what }) => what)).toEqual([
        'NRD has 120 clients on the Internet, but no software update point that accepts them.'
    ]);
});

test.each([
    ['clients on the intranet', plan('native', 'clients: 900 intranet', 'active')],
    ['a list that cannot be read', plan('native', 'clients: 120 internet', 'active { accepts: everybody }')],
    ['a state that cannot be read', plan('native', 'clients: 120 internet', 'active\n  }\n  server NRDDMZ01 {\n    software update point intrnet')],
    ['a role that is not active', plan('native', 'clients: 120 internet', 'inactive')],
    ['a setting that native mode lacks', plan('mixed', 'clients: 120 internet', 'active { accepts: intranet, internet }')],
    ['a secondary site', `central site NRD\nsecondary site VIK reports to NRD {\n  clients: 5 internet\n  server A { software update point active }\n}\n`]
])('reports nothing for %s', async (_, text) => {
    expect(await findingsOf(id, text)).toEqual([]);
});
