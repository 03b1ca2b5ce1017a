import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';
import { workspaceWith } from '../support/workspace.js';

const id = 'root-source-not-microsoft-update';
const site = (head: string, source: string, state = 'active'): string => `${head} {
  server ${head.split(' ')[2]}SUP01 {
    wsus 3.0 SP2
    software update point ${state}
  }
  synchronization {
    source: ${source}
    schedule: every 1 day
    products: "Windows XP"
    classifications: "Security Updates"
    languages: en
  }
}
`;

test.each(['NRDSUP01', 'OLDWSUS01'])('reports any server as the source of the top, and no other rule does: %s', async server => {
    expect((await workspaceWith(site('central site NRD', `server ${server}`))).listing()).toEqual([`plan.sup:7:13 ${id}`]);
});

test('leaves a source of parent site to the rules about the missing software update point', async () => {
    const plan = `central site NRD\nprimary site FJD reports to NRD\n${site('primary site LYN reports to FJD', 'parent site')}`;
    expect((await workspaceWith(plan)).listing()).toEqual(['plan.sup:1:14 sync-root-below-central']);
});

test.each([
    ['Microsoft Update', site('central site NRD', 'Microsoft Update')],
    ['a source that cannot be read', site('central site NRD', 'Windows Update')],
    ['a site that only lacks its parent', site('central site NRD', 'Microsoft Update') + site('primary site FJD', 'parent site')],
    ['a parent that does not exist', site('primary site FJD reports to XYZ', 'parent site')],
    ['a loop', site('primary site FJD reports to LYN', 'parent site') + site('primary site LYN reports to FJD', 'parent site')],
    ['a site without an active software update point', site('central site NRD', 'none', 'inactive')],
    ['a parent with a state that cannot be read', site('central site NRD', 'Microsoft Update', 'actve') + site('primary site FJD reports to NRD', 'parent site')],
    ['a secondary site', `central site NRD\n${site('secondary site VIK reports to NRD', 'parent site')}`]
])('reports nothing for %s', async (_, plan) => {
    expect(await findingsOf(id, plan)).toEqual([]);
});

test('reports an upstream server of WSUS at the top even if the source is Microsoft Update', async () => {
    const plan = (upstream: string): string => `central site NRD {
  server NRDSUP01 {
    wsus 3.0 SP2 { upstream: ${upstream} }
    software update point active
  }
  server NRDWSUS1 { wsus 3.0 SP2 }
  synchronization { source: Microsoft Update }
}
`;
    const [found, ...others] = await findingsOf(id, plan('NRDWSUS1'));
    expect(others).toEqual([]);
    expect(found!.what).toBe('NRD is the top of synchronization, but is planned to synchronize from the server NRDWSUS1.');
    expect(Object.keys(found!.fixes)).toEqual(['Leave `upstream` to Configuration Manager']);
    // `unknown-server` reports names that no server has.
    expect(await findingsOf(id, plan('OLDWSUS01'))).toEqual([]);
});
