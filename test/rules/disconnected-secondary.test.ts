import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const active = (head: string, source = 'parent site'): string => `${head} {
  server ${head.split(' ')[2]}SUP01 {
    wsus 3.0 SP2
    software update point active
  }
  synchronization { source: ${source} }
}
`;

test.each([
    ['a primary site', active('central site NRD', 'Microsoft Update') + active('primary site FJD reports to NRD', 'none')],
    ['a site without a software update point', `${active('central site NRD', 'Microsoft Update')}secondary site VIK reports to NRD { synchronization { source: none } }\n`],
    ['a parent that does not exist', active('secondary site VIK reports to XYZ', 'none')],
    ['a parent that is not a primary site', active('central site NRD') + active('secondary site BOD reports to NRD') + active('secondary site VIK reports to BOD', 'none')]
])('reports nothing for %s', async (_, plan) => {
    expect(await findingsOf('disconnected-secondary', plan)).toEqual([]);
});

test('reports a disconnected secondary site also below a site without a software update point', async () => {
    expect(await findingsOf('disconnected-secondary', `central site NRD\n${active('secondary site VIK reports to NRD', 'none')}`)).toHaveLength(1);
});
