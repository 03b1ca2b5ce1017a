import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const id = 'secondary-sup-not-replica';
const plan = (parents: string, wsus: string): string => `central site NRD {
  server NRDSUP01 {
    wsus 3.0 SP2
  }
  server NRDSUP02 { wsus 3.0 SP2 }
  cluster NRDNLB01 {
    nodes: NRDSUP01, NRDSUP02
    software update point active
  }
}
primary site FJD reports to NRD {
  server FJDSUP01 {
    wsus 3.0 SP2
    software update point active
  }
}
secondary site VIK reports to ${parents} {
  server VIKSUP01 {
    wsus 3.0 SP2 { ${wsus} }
    software update point active
  }
}
`;

test.each(['NRDNLB01', 'NRDSUP01', 'NRDSUP02'])('accepts a cluster of the parent and its nodes as the upstream server: %s', async name => {
    expect(await findingsOf(id, plan('NRD', `upstream: ${name}`))).toEqual([]);
});

test('leaves unknown servers and ambiguous parents to other rules', async () => {
    expect(await findingsOf(id, plan('NRD', 'upstream: NRDSUP03'))).toEqual([]);
    expect(await findingsOf(id, plan('NRD, FJD', 'upstream: FJDSUP01'))).toEqual([]);
});

test('reports replica: no without a known parent', async () => {
    const found = await findingsOf(id, plan('XYZ', 'replica: no  upstream: FJDSUP01'));
    expect(found.map(({ message, related }) => [message, related])).toEqual([['notReplica', []]]);
});
