import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';
import { workspaceWith } from '../support/workspace.js';

const id = 'sync-criteria-empty';
const top = (more = ''): string => `central site NRD {
  server NRDSUP01 {
    wsus 3.0 SP2
    software update point active
  }
  ${more}
}
`;
const settings = (...lines: string[]): string => `synchronization {\n    ${lines.join('\n    ')}\n  }`;
const chosen = ['products: "Windows XP"', 'classifications: "Security Updates"', 'languages: en'];

test('reports a plan without settings once, and its fix leaves no finding', async () => {
    const plan = `${top()}secondary site VIK reports to NRD { clients: 40 intranet }\n`;
    expect((await workspaceWith(plan)).listing()).toEqual([`plan.sup:1:14 ${id}`]);
    const [found] = await findingsOf(id, plan);
    expect((await workspaceWith(found!.fixes['Add synchronization settings to NRD']!)).listing()).toEqual([]);
});

test('reports nothing for a plan without settings and without clients', async () => {
    expect(await findingsOf(id, `${top()}secondary site VIK reports to NRD\n`)).toEqual([]);
});

test('adds missing criteria to a block on one line or on several lines', async () => {
    for (const written of ['synchronization { schedule: every 1 day }', settings('schedule: every 1 day'), 'synchronization { schedule: every 1 day  products: "Windows 7" }']) {
        const [found] = await findingsOf(id, top(written));
        const [fixed] = Object.values(found!.fixes);
        expect((await workspaceWith(fixed!)).listing(), written).toEqual([]);
        expect(fixed!['plan.sup']).toContain(/products: "Windows 7"|"Windows XP"/.exec(written)?.[0] ?? '"Windows XP"');
    }
});

test('names each missing criterion', async () => {
    const [found] = await findingsOf(id, top(settings(chosen[0]!, 'summary languages: en')));
    expect(found!.what).toBe('The synchronization settings of NRD choose no classification.');
});

test.each([
    ['a list that cannot be read', top(settings('products: 02:00', ...chosen.slice(1)))],
    ['a second block, which may hold the rest', top(`${settings(chosen[0]!)}\n  ${settings(...chosen.slice(1))}`)],
    ['a source that has no criteria', top(settings('source: none'))],
    ['a site below the top', `${top(settings(...chosen))}primary site FJD reports to NRD {\n  clients: 40 intranet\n  server A {\n    wsus 3.0 SP2\n    software update point active\n  }\n  synchronization { languages: nb }\n}\n`],
    ['a site that only lacks its parent', `${top(settings(...chosen))}primary site FJD {\n  clients: 40 intranet\n  server A {\n    wsus 3.0 SP2\n    software update point active\n  }\n}\n`]
])('reports nothing for %s', async (_, plan) => {
    expect(await findingsOf(id, plan)).toEqual([]);
});
