import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';
import { workspaceWith } from '../support/workspace.js';

const id = 'wsus-console-version-mismatch';
const site = (head: string, release: string, console: string, ...servers: string[]): string => `${head} {
  release: ${release}
  server ${head.split(' ')[2]}SRV01 {
    site server
    wsus console: ${console}
  }
  ${servers.join('\n  ')}
}
`;
const active = (name: string, version: string): string => `server ${name} {\n    wsus ${version}\n    software update point active\n  }`;
const titles = async (plan: string): Promise<string[][]> => (await findingsOf(id, plan)).map(({ fixes }) => Object.keys(fixes));

test('does not offer a WSUS version that is too old for the site', async () => {
    expect(await titles(site('central site NRD', 'SP2', '3.0', active('NRDSUP01', '3.0 SP2')))).toEqual([['Plan the console of WSUS 3.0 SP2 on NRDSRV01']]);
});

test('raises WSUS of the parent too, so that no server is newer than its source', async () => {
    const plan = site('central site NRD', 'SP2', '3.0 SP1', active('NRDSUP01', '3.0 SP1')) + site('primary site FJD reports to NRD', 'SP2', '3.0 SP2', active('FJDSUP01', '3.0 SP1'));
    const [found] = await findingsOf(id, plan);
    expect(Object.keys(found!.fixes)).toEqual(['Plan the console of WSUS 3.0 SP1 on FJDSRV01', 'Plan WSUS 3.0 SP2 on NRDSUP01 and FJDSUP01']);
    expect((await workspaceWith(found!.fixes['Plan WSUS 3.0 SP2 on NRDSUP01 and FJDSUP01']!)).listing()).toEqual([]);
});

test('plans WSUS on every node of a cluster', async () => {
    const cluster = ['server A { wsus 3.0 SP1 }', 'server B { wsus 3.0 SP1 }', 'cluster C {\n    nodes: A, B\n    software update point active\n  }'];
    const [found] = await findingsOf(id, site('central site NRD', 'SP1', '3.0 SP2', ...cluster));
    expect(await findingsOf(id, found!.fixes['Plan WSUS 3.0 SP2 on C']!)).toEqual([]);
});

test.each([
    ['WSUS that is too old for the site', site('central site NRD', 'SP2', '3.0 SP2', active('NRDSUP01', '3.0'))],
    ['nodes of several versions', site('central site NRD', 'SP2', '3.0', 'server A { wsus 3.0 SP1 }', 'server B { wsus 3.0 SP2 }', 'cluster C {\n    nodes: A, B\n    software update point active\n  }')],
    ['WSUS of an unknown version', site('central site NRD', 'SP2', '3.0 SP1', active('NRDSUP01', '4.0'))],
    ['several active ones', site('central site NRD', 'SP2', '3.0 SP1', active('NRDSUP01', '3.0 SP2'), active('NRDSUP02', '3.0 SP2'))],
    ['a role that is not active', site('central site NRD', 'SP2', '3.0 SP1', 'server A {\n    wsus 3.0 SP2\n    software update point\n  }')]
])('reports nothing for %s', async (_, plan) => {
    expect(await findingsOf(id, plan)).toEqual([]);
});
