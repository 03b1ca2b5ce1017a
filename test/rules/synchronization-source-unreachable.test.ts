import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';
import { workspaceWith } from '../support/workspace.js';

const id = 'synchronization-source-unreachable';

const settings = 'synchronization { schedule: every 1 day at 02:07  products: "Windows XP"  classifications: "Updates"  languages: en }';

interface Parts { readonly top?: string; readonly site?: string; readonly server?: string; readonly role?: string; readonly own?: string }

const plan = ({ top = '', site = '', server = '', role = '', own = '' }: Parts): string => `central site NRD {
  server NRDSUP01 {
    site server
    ${top}
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }
  ${settings}
}
primary site FJD reports to NRD {
  ${site}
  server FJDSUP01 {
    site server
    ${server}
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active ${role}
  }
  ${own}
}
`;

test.each([
    ['the server of the child cannot reach the parent', { server: 'cannot reach: NRDSUP01' }, 'upstream'],
    ['no computer of the child site can reach the parent', { site: 'cannot reach: NRDSUP01' }, 'upstream'],
    ['the top cannot reach Microsoft Update', { top: 'cannot reach: Microsoft Update' }, 'microsoftUpdate']
])('reports it if %s', async (_, parts, message) => {
    const found = await findingsOf(id, plan(parts));
    expect(found.map(each => each.message)).toEqual([message]);
    for (const files of Object.values(found[0]!.fixes)) {
        expect((await workspaceWith(files)).listing()).toEqual([]);
    }
});

test.each([
    ['the child is updated by export and import', { server: 'cannot reach: NRDSUP01', own: 'synchronization { source: none  import: every 7 days from NRDSUP01 }' }],
    ['the source is unknown', { server: 'cannot reach: NRDSUP01', own: 'synchronization { source: unknown }' }],
    ['a proxy server may reach the parent', { server: 'cannot reach: NRDSUP01', role: '{ proxy { host: "px.fjord.example" } }' }],
    ['the child cannot reach Microsoft Update, from which it does not synchronize', { server: 'cannot reach: Microsoft Update' }],
    ['the parent cannot reach the child, which opens the connections', { top: 'cannot reach: FJDSUP01' }]
])('reports nothing if %s', async (_, parts) => {
    expect(await findingsOf(id, plan(parts))).toEqual([]);
});

test('plans imports in settings on one line', async () => {
    const [found] = await findingsOf(id, plan({ server: 'cannot reach: NRDSUP01', own: 'synchronization { languages: en }' }));
    expect(found!.fixes['Update FJDSUP01 by export and import']!['plan.sup']).toContain('synchronization { languages: en  source: none  import: every 7 days from NRDSUP01 }');
});
