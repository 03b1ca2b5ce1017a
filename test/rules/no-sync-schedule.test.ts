import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const id = 'no-sync-schedule';
const active = (head: string, settings: string, more = ''): string => `${head} {
  server ${head.split(' ')[2]}SUP01 {
    wsus 3.0 SP2
    software update point active
  }
  synchronization {
    ${settings}
  }
  ${more}
}
`;

test('treats the first site with a software update point as the top', async () => {
    const plan = `central site NRD\n${active('primary site FJD reports to NRD', 'products: "Windows XP"')}${active('primary site LYN reports to FJD', 'languages: en')}`;
    expect((await findingsOf(id, plan)).map(({ what }) => what)).toEqual(['The synchronization settings of FJD have no schedule, so it synchronizes only when an administrator starts it.']);
});

test.each([
    ['a schedule that cannot be read', active('central site NRD', 'schedule: whenever')],
    ['a source that has no schedule', active('central site NRD', 'source: none')],
    ['a source that is unknown', active('central site NRD', 'source: unknown')],
    ['a second block, which may have one', active('central site NRD', 'languages: en', 'synchronization { schedule: every 1 day }')],
    ['a site that only lacks its parent', active('central site NRD', 'schedule: every 1 day') + active('primary site FJD', 'languages: en')],
    ['a parent with a state that cannot be read', `central site NRD {\n  server A { software update point actve }\n}\n${active('primary site FJD reports to NRD', 'languages: en')}`],
    ['a plan without settings', 'central site NRD {\n  server A {\n    wsus 3.0 SP2\n    software update point active\n  }\n}\n'],
    ['a site without a software update point', 'central site NRD { synchronization { languages: en } }\n']
])('reports nothing for %s', async (_, plan) => {
    expect(await findingsOf(id, plan)).toEqual([]);
});
