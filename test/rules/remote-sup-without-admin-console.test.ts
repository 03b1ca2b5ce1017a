import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';
import { workspaceWith } from '../support/workspace.js';

const id = 'remote-sup-without-admin-console';
const remote = 'server NRDSUP01 {\n    wsus 3.0 SP1\n    software update point active\n  }';
const plan = (...servers: string[]): string => `central site NRD {\n  ${servers.join('\n  ')}\n}\n`;

test('plans the console in the version of WSUS, and leaves no finding', async () => {
    const [found] = await findingsOf(id, plan('server NRDSRV01 { site server }', remote));
    const fixed = found!.fixes['Plan the console of WSUS 3.0 SP1 on NRDSRV01']!;
    expect((await workspaceWith(fixed)).listing()).toEqual([]);
});

test('plans the newest version if the nodes of a cluster differ', async () => {
    const nodes = ['server A { wsus 3.0 SP1 }', 'server B { wsus 3.0 SP2 }', 'cluster C {\n    nodes: A, B\n    software update point active\n  }'];
    const [found] = await findingsOf(id, plan('server NRDSRV01 { site server }', ...nodes));
    expect(Object.keys(found!.fixes)).toEqual(['Plan the console of WSUS 3.0 SP2 on NRDSRV01']);
});

test('checks the site server of a secondary site', async () => {
    expect(await findingsOf(id, `central site NRD\nsecondary site VIK reports to NRD {\n  server VIKSRV01 { site server }\n  ${remote}\n}\n`)).toHaveLength(1);
});

test.each([
    ['no site server', [remote]],
    ['several site servers', ['server NRDSRV01 { site server }', 'server NRDSRV02 { site server }', remote]],
    ['WSUS on the site server', ['server NRDSRV01 {\n    site server\n    wsus 3.0 SP1\n  }', remote]],
    ['a version that cannot be read', ['server NRDSRV01 {\n    site server\n    wsus console: 3.0 SP9\n  }', remote]],
    ['a role on the site server, which lacks WSUS', ['server NRDSRV01 {\n    site server\n    software update point active\n  }']],
    ['a site server that is a node of the cluster', ['server NRDSRV01 { site server }', 'cluster NRDNLB01 {\n    nodes: NRDSRV01\n    software update point active\n  }']],
    ['a server in two blocks', ['server nrdsup01 { site server }', remote]],
    ['several active ones', ['server NRDSRV01 { site server }', remote, 'server NRDSUP02 { software update point active }']],
    ['a role that is not active', ['server NRDSRV01 { site server }', 'server NRDSUP01 { software update point }']]
])('reports nothing for %s', async (_, servers) => {
    expect(await findingsOf(id, plan(...servers))).toEqual([]);
});
