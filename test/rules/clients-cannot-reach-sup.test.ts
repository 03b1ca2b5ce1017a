import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const id = 'clients-cannot-reach-sup';

const node = (name: string): string => `server ${name} { wsus 3.0 SP2 { ports: 8530, 8531 } software update point inactive }`;
const cluster = (reach: string): string => `central site NRD {
  server NRDSITE01 { site server  wsus console: 3.0 SP2 }
  ${node('NRDSUP01')}
  ${node('NRDSUP02')}
  cluster NRDSUP {
    nodes: NRDSUP01, NRDSUP02
    software update point active
  }
  clients "Zone" { count: 20  cannot reach: ${reach} }
}
`;

test.each([
    ['NRDSUP', 1],
    ['NRDSUP01, NRDSUP02', 1],
    ['NRDSUP01', 0],
    ['NRDSITE01', 0]
])('compares `cannot reach: %s` with a cluster and its nodes', async (reach, count) => {
    expect(await findingsOf(id, cluster(reach))).toHaveLength(count);
});

const secondary = (reach: string, more: string): string => `central site NRD {
  server NRDSUP01 { site server  wsus 3.0 SP2 { ports: 8530, 8531 } software update point active }
}
secondary site VIK reports to NRD {
  clients: 40 intranet
  cannot reach: ${reach}
  ${more}
}
`;
const own = 'server VIKSUP01 { site server  wsus 3.0 SP2 { ports: 8530, 8531 } software update point active }';

test.each([
    ['cannot reach the one of its parent', 'NRDSUP01', '', 1],
    ['has one of its own', 'NRDSUP01', own, 0],
    ['can reach neither its own one nor that of its parent', 'NRDSUP01, VIKSUP01', own, 1],
    ['has a group without the connection besides, which is not reported again', 'NRDSUP01', 'clients "Zone" { count: 5  cannot reach: NRDSUP01 }', 1]
])('judges a secondary site that %s', async (_, reach, more, count) => {
    expect(await findingsOf(id, secondary(reach, more))).toHaveLength(count);
});
