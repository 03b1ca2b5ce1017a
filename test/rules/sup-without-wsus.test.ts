import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';
import { workspaceWith } from '../support/workspace.js';

const id = 'sup-without-wsus';

test('reports a server with two roles once', async () => {
    const plan = 'central site NRD {\n  mode: native\n  server SUP {\n    software update point active { ssl: yes }\n    software update point internet { ssl: yes }\n  }\n}\n';
    const found = await findingsOf(id, plan);
    expect(found).toHaveLength(1);
    expect(await Promise.all(Object.values(found[0]!.fixes).map(files => findingsOf(id, files)))).toEqual([[], []]);
});

test('offers to add WSUS to a node as the role needs it, or to remove the node unless it is the only one', async () => {
    const plan = (nodes: string): string => `central site NRD {\n  mode: native\n  server A { wsus 3.0 SP2 }\n  server B { }\n  cluster NLB {\n    nodes: ${nodes}\n    software update point active { ports: 80, 443  ssl: yes }\n  }\n}\n`;
    const [both] = await findingsOf(id, plan('A, B'));
    const [only] = await findingsOf(id, plan('B'));
    expect(both!.fixes['Add WSUS 3.0 SP2 to B']!['plan.sup']).toContain('wsus 3.0 SP2 { ports: 80, 443  ssl: required }');
    expect(both!.fixes['Remove B from NLB']!['plan.sup']).toContain('nodes: A\n');
    expect(Object.keys(only!.fixes)).toEqual(['Add WSUS 3.0 SP2 to B']);
});

test('reports nothing for a cluster without the role', async () => {
    expect(await findingsOf(id, 'central site NRD {\n  server A { }\n  cluster NLB { nodes: A }\n}\n')).toEqual([]);
});

test('adds WSUS of the version above, with the console, so that it can synchronize', async () => {
    const plan = `central site NRD {
  server NRDSUP01 {
    site server
    wsus 3.0 SP1
    software update point active
  }
}
primary site FJD reports to NRD {
  server FJDSRV01 { site server }
  server FJDSUP01 { software update point active }
}
`;
    const [found] = await findingsOf('sup-without-wsus', plan);
    const added = found!.fixes['Add WSUS 3.0 SP1 to FJDSUP01'];
    expect(added!['plan.sup']).toContain('wsus console: 3.0 SP1');
    expect((await workspaceWith(added!)).listing().filter(finding => finding.includes('wsus'))).toEqual([]);
});
