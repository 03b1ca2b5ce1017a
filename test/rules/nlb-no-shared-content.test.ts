import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const id = 'nlb-no-shared-content';
const plan = (first: string, second: string): string => `central site NRD {
  server A { wsus 3.0 SP2 { ${first} } }
  server B { wsus 3.0 SP2 { ${second} } }
  cluster NLB {
    nodes: A, B
    software update point active
  }
}
`;

const share = 'content folder: "D:\\WSUS"  content share: "\\\\files\\wsus"';

test.each([
    ['a share of a folder on each node', share, share],
    ['the same share under a name in another case', share, 'content folder: "\\\\FILES\\WSUS\\"'],
    ['a folder that is unknown yet', share, 'content folder: unknown']
])('accepts %s', async (_, first, second) => {
    expect(await findingsOf(id, plan(first, second))).toEqual([]);
});

test('keeps the folder of a node that gets a share', async () => {
    const [found] = await findingsOf(id, plan(share, 'content folder: "E:\\WSUS"'));
    expect(found!.message).toBe('own');
    expect(found!.fixes['Use the shared folder \\\\files\\wsus for WSUS on B']!['plan.sup']).toBe(plan(share, 'content folder: "E:\\WSUS"  content share: "\\\\files\\wsus"'));
});
