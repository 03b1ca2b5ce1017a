import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const site = (head: string, body = ''): string => `${head} {
  server ${/site (\w+)/.exec(head)![1]}SUP01 {
    wsus 3.0 SP2
    software update point active
  }
  ${body}
}
`;
const chain = site('central site NRD') + site('primary site FJD reports to NRD') + site('primary site LYN reports to FJD');
const deep = site('primary site ULV reports to LYN');

test.each([
    ['two active software update points', 'server AAAINT01 {\n    wsus 3.0 SP2\n    software update point active\n  }'],
    ['no source', 'synchronization { source: none }']
])('reports a site beside one with %s, which is not part of the chain', async (_, body) => {
    const [found, ...others] = await findingsOf('wsus-tree-too-deep', chain + site('primary site AAA reports to LYN', body) + deep);
    expect(others).toEqual([]);
    expect(found?.what).toBe('WSUS of ULV is on level 4 below Microsoft Update.');
});
