import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

// If several software update points of a site are active, the plan does not determine which one counts. `multiple-active-sups` reports that.

const server = (name: string, wsus = '3.0 SP2'): string => `server ${name} {
    wsus ${wsus}
    software update point active
  }`;
const top = (...servers: readonly string[]): string => `central site NRD {
  ${servers.join('\n  ')}
  synchronization { schedule: every 1 day at 02:07  products: "Windows 7"  classifications: "Updates"  languages: en }
}
`;

test.each([
    ['the first one has WSUS 3.0 SP1', top(server('NRDSUP01', '3.0 SP1'), server('NRDSUP02')), 0],
    ['the second one has WSUS 3.0 SP1', top(server('NRDSUP01'), server('NRDSUP02', '3.0 SP1')), 0],
    ['each has WSUS 3.0 SP1', top(server('NRDSUP01', '3.0 SP1'), server('NRDSUP02', '3.0 SP1')), 1]
])('win7-products-need-wsus-sp2 reports two active ones only if both are too old: %s', async (_, plan, count) => {
    expect(await findingsOf('win7-products-need-wsus-sp2', plan)).toHaveLength(count);
});

test('child-source-not-parent accepts the upstream server of one of two active ones', async () => {
    const child = (...servers: readonly string[]): string => `${top(server('NRDSUP01'))}primary site FJD reports to NRD {\n  ${servers.join('\n  ')}\n  server FJDSRV01\n}\n`;
    const other = server('FJDSUP01', '3.0 SP2 { upstream: FJDSRV01 }');
    expect(await findingsOf('child-source-not-parent', child(other))).toHaveLength(1);
    expect(await findingsOf('child-source-not-parent', child(other, server('FJDSUP02')))).toEqual([]);
});
