import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';
import { workspaceWith } from '../support/workspace.js';

const id = 'wsus-too-old-for-site';
const site = (head: string, release: string, version: string, more = ''): string => `${head} {
  release: ${release}
  server ${head.split(' ')[2]}SUP01 {
    site server
    wsus ${version}
    software update point active
  }
  ${more}
}
`;

test('raises the WSUS servers above first, so that no server is newer than its source', async () => {
    const plan = site('central site NRD', 'RTM', '3.0') + site('primary site FJD reports to NRD', 'RTM', '3.0') + site('primary site LYN reports to FJD', 'SP1', '3.0').replace('SP1', 'RTM');
    const [found] = await findingsOf(id, plan.replace(/RTM(?![^]*RTM)/, 'SP1'));
    const raised = found!.fixes['Plan WSUS 3.0 SP1 on NRDSUP01, FJDSUP01 and LYNSUP01'];
    expect((await workspaceWith(raised!)).listing().filter(finding => finding.includes('wsus'))).toEqual([]);
});

test('offers only versions that can synchronize the selected products', async () => {
    const settings = 'synchronization {\n    schedule: every 1 day\n    products: "Windows 7"\n    classifications: "Security Updates"\n    languages: en\n  }';
    const [found, ...others] = await findingsOf(id, site('central site NRD', 'SP2', '3.0', settings));
    expect(others).toEqual([]);
    expect(Object.keys(found!.fixes)).toEqual(['Plan WSUS 3.0 SP2 on NRDSUP01']);
    expect((await workspaceWith(site('central site NRD', 'SP2', '3.0', settings))).listing().filter(finding => finding.includes('wsus'))).toHaveLength(1);
});

test('gives all nodes of a cluster one version', async () => {
    const plan = `central site NRD {
  release: SP2
  server A { wsus 3.0 }
  server B { wsus 3.0 SP2 }
  cluster C {
    nodes: A, B
    software update point active
  }
}
`;
    const [found] = await findingsOf(id, plan);
    expect(Object.keys(found!.fixes)).toEqual(['Plan WSUS 3.0 SP2 on C']);
});

test('does not plan a site without a service pack below or above one with it', async () => {
    const plan = site('central site NRD', 'SP2', '3.0 SP2') + site('primary site FJD reports to NRD', 'SP2', '3.0');
    const [found] = await findingsOf(id, plan);
    expect(Object.keys(found!.fixes)).toEqual(['Plan WSUS 3.0 SP2 on FJDSUP01', 'Plan WSUS 3.0 SP1 on FJDSUP01']);
});
