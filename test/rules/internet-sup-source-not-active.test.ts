import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const id = 'internet-sup-source-not-active';
const site = (upstream: string, { head = 'central site FJD', active = 'active' } = {}): string => `${head} {
  mode: native
  server FJDSUP01 { wsus 3.0 SP2 }
  server FJDSUP02 { wsus 3.0 SP2 }
  server FJDSUP03 { wsus 3.0 SP2 }
  cluster FJDNLB01 {
    nodes: FJDSUP01, FJDSUP02
    software update point ${active}
  }
  server FJDDMZ01 {
    wsus 3.0 SP2 { upstream: ${upstream} }
    software update point internet
  }
}
`;

test.each(['FJDNLB01', 'FJDSUP01', 'FJDSUP02'])('accepts the cluster of the site and its nodes as the upstream server: %s', async server => {
    expect(await findingsOf(id, site(server))).toEqual([]);
});

test.each(['FJDSUP03', 'FJDDMZ01'])('reports another server of the site, and the server itself, as the upstream server: %s', async server => {
    const found = await findingsOf(id, site(server));
    expect(found.map(({ what, related }) => [what, related])).toEqual([[
        `WSUS on FJDDMZ01, for the Internet-based software update point of FJD, is planned to synchronize from ${server}.`,
        ['The active software update point of FJD']
    ]]);
});

test.each([
    ['a name that no server has', site('FJDSUP04')],
    ['a site without an active one to synchronize from', site('FJDSUP03', { active: 'inactive' })],
    ['a secondary site, which cannot have an Internet-based one', `central site CEN\n${site('FJDSUP03', { head: 'secondary site FJD reports to CEN' })}`],
    ['the active one on the same server, whose WSUS it is', 'central site FJD {\n  server FJDSUP03 { wsus 3.0 SP2 }\n  server FJDSUP01 {\n    wsus 3.0 SP2 { upstream: FJDSUP03 }\n    software update point active\n    software update point internet\n  }\n}\n']
])('reports nothing for %s', async (_, plan) => {
    expect(await findingsOf(id, plan)).toEqual([]);
});
