import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const id = 'wsus-newer-than-upstream';
const site = (head: string, version: string, more = '', properties = ''): string => `${head} {
  ${properties}
  server ${head.split(' ')[2]}SUP01 {
    wsus ${version}
    software update point active
  }
  ${more}
}
`;
const internet = (source: string): string => `server NRDDMZ01 {\n    wsus 3.0 SP2\n    software update point internet { source: ${source} }\n  }`;
const cluster = 'cluster NRDNLB01 {\n    nodes: A, B\n    software update point active\n  }';

test('reports a chain once, at the first newer server', async () => {
    const plan = site('central site NRD', '3.0 SP1') + site('primary site FJD reports to NRD', '3.0 SP2') + site('secondary site VIK reports to FJD', '3.0 SP2');
    expect((await findingsOf(id, plan)).map(({ what }) => what)).toEqual(['FJDSUP01 has WSUS 3.0 SP2, but synchronizes from NRDSUP01, which has WSUS 3.0 SP1.']);
});

test('does not offer an older version that is too old for a site below', async () => {
    const plan = site('central site NRD', '3.0') + site('primary site FJD reports to NRD', '3.0 SP1') + site('secondary site VIK reports to FJD', '3.0 SP1', '', 'release: SP1');
    const [found] = await findingsOf(id, plan);
    expect(Object.keys(found!.fixes)).toEqual(['Plan WSUS 3.0 SP1 on NRDSUP01']);
});

test('plans an older version for the Internet-based ones of the branch too, and for no other site', async () => {
    const plan = site('central site NRD', '3.0 SP1') + site('primary site FJD reports to NRD', '3.0 SP2', internet('active software update point'), 'mode: native')
        + site('secondary site VIK reports to FJD', '3.0 SP1') + site('primary site LYN reports to NRD', '3.0 SP2');
    const [found] = await findingsOf(id, plan);
    const lowered = found!.fixes['Plan WSUS 3.0 SP1 on FJDSUP01 and NRDDMZ01'];
    expect((await findingsOf(id, lowered!)).map(({ what }) => what.split(' ', 1)[0])).toEqual(['LYNSUP01']);
});

test.each([
    ['the same version', site('central site NRD', '3.0 SP2') + site('primary site FJD reports to NRD', '3.0 SP2')],
    ['an upstream server that is too old for its site', site('central site NRD', '3.0', '', 'release: SP2') + site('primary site FJD reports to NRD', '3.0 SP2')],
    ['a site that imports its updates', site('central site NRD', '3.0 SP1') + site('primary site FJD reports to NRD', '3.0 SP2', 'synchronization { source: none }')],
    ['an Internet-based one that imports its updates', site('central site NRD', '3.0 SP1', internet('none'))],
    ['an upstream cluster of several versions', `central site NRD {\n  server A { wsus 3.0 SP1 }\n  server B { wsus 3.0 SP2 }\n  ${cluster}\n}\n${site('primary site FJD reports to NRD', '3.0 SP2')}`],
    ['a parent with several active ones', site('central site NRD', '3.0 SP1', 'server B { software update point active }') + site('primary site FJD reports to NRD', '3.0 SP2')],
    ['a parent that is not a primary site', site('central site NRD', '3.0 SP1') + site('secondary site VIK reports to NRD', '3.0 SP1') + site('primary site FJD reports to VIK', '3.0 SP2')],
    ['several parents', site('central site NRD', '3.0 SP1') + site('primary site LYN reports to NRD', '3.0 SP1') + site('primary site FJD reports to NRD, LYN', '3.0 SP2')]
])('reports nothing for %s', async (_, plan) => {
    expect(await findingsOf(id, plan)).toEqual([]);
});
