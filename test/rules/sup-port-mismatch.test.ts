import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const id = 'sup-port-mismatch';
const cluster = (first: string, second: string): string => `central site NRD {
  server A { wsus 3.0 SP2 { ports: ${first} } }
  server B { wsus 3.0 SP2 { ports: ${second} } }
  cluster NLB {
    nodes: A, B
    software update point active { ports: 8530, 8531 }
  }
}
`;

test('offers the ports of the nodes if these agree, otherwise only those of the role', async () => {
    const titles = async (text: string): Promise<string[][]> => (await findingsOf(id, text)).map(({ fixes }) => Object.keys(fixes));
    const change = 'Change the ports of the WSUS web site to 8530, 8531';
    expect(await titles(cluster('80, 443', '80, 443'))).toEqual([['Change the ports of the role to 80, 443', 'Remove the ports of the role, so that it uses those of WSUS', change]]);
    expect(await titles(cluster('80, 443', '81, 444'))).toEqual([[change]]);
    expect(await titles(cluster('8530, 8531', '8530'))).toEqual([]);
});

test('changes the web sites of all nodes together', async () => {
    const [found] = await findingsOf(id, cluster('80, 443', '81, 444'));
    expect(found!.fixes['Change the ports of the WSUS web site to 8530, 8531']!['plan.sup']).toBe(cluster('8530, 8531', '8530, 8531'));
});
