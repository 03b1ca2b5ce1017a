import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const id = 'unknown-server';

test('keeps names in quotes when a list is rewritten', async () => {
    const [found] = await findingsOf(id, 'central site NRD {\n  server "NRD SUP" { }\n  server NRDSUP01 { }\n  cluster NLB { nodes: "NRD SUP", NRDSUP1 }\n}\n');
    expect(found!.fixes['Change to NRDSUP01']!['plan.sup']).toContain('nodes: "NRD SUP", NRDSUP01 }');
});

test('corrects the server name of a source', async () => {
    const [found] = await findingsOf(id, 'central site NRD {\n  server NRDSUP01 { }\n  synchronization { source: server nrdsup01 }\n}\n');
    expect(found!.fixes).toEqual({ 'Change to NRDSUP01': { 'plan.sup': 'central site NRD {\n  server NRDSUP01 { }\n  synchronization { source: server NRDSUP01 }\n}\n' } });
});

test('offers neither to remove the only node of a cluster nor to add a server that another site has', async () => {
    const [missing] = await findingsOf(id, 'central site NRD { cluster NLB { nodes: A } }\n');
    const [elsewhere] = await findingsOf(id, 'central site NRD { server A { } }\nprimary site FJD reports to NRD { cluster NLB { nodes: A, B }\n server B { } }\n');
    expect(Object.keys(missing!.fixes)).toEqual(['Add a server A with WSUS to NRD']);
    expect([elsewhere!.related, Object.keys(elsewhere!.fixes)]).toEqual([['A is a server of NRD'], ['Remove A from NLB']]);
});

test('adds a node with the ports and the SSL setting of the others', async () => {
    const [found] = await findingsOf(id, `central site NRD {
  mode: native
  server A { wsus 3.0 SP2 { ports: 80, 443  ssl: required } }
  cluster NLB {
    nodes: A, B
    software update point active { ssl: yes }
  }
}
`);
    expect(found!.fixes['Add a server B with WSUS to NRD']!['plan.sup']).toContain('  server B {\n    wsus 3.0 SP2 { ports: 80, 443  ssl: required }\n  }\n');
});
