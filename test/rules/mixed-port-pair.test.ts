import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const plan = (ports: string, role: string): string => `central site NRD {
  server A {
    wsus 3.0 SP2 { ports: ${ports} }
    software update point active { ports: ${role} }
  }
}
`;

test('leaves ports that contradict the role to the rule about that', async () => {
    const text = plan('80, 8531', '8530, 8531');
    expect(await findingsOf('mixed-port-pair', text)).toEqual([]);
    expect(await findingsOf('sup-port-mismatch', text)).toHaveLength(1);
});

test('first offers the pair with the planned HTTP port', async () => {
    const [found] = await findingsOf('mixed-port-pair', plan('8530, 443', '8530, 443'));
    expect(Object.keys(found!.fixes)).toEqual(['Use the ports 8530 and 8531', 'Use the ports 80 and 443']);
    expect(found!.fixes['Use the ports 80 and 443']).toEqual({ 'plan.sup': plan('80, 443', '80, 443') });
});
