import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';
import { workspaceWith } from '../support/workspace.js';

const id = 'child-sp-newer-than-parent';
const site = (head: string, release: string): string => `${head} { release: ${release} }\n`;

test('reports a mistaken release between sites of one service pack once', async () => {
    const plan = site('central site NRD', 'SP2') + site('primary site FJD reports to NRD', 'SP1')
        + ['BRE', 'LYN', 'VIK'].map(code => site(`secondary site ${code} reports to FJD`, 'SP2')).join('');
    expect((await workspaceWith(plan)).listing()).toEqual([`plan.sup:2:44 ${id}`]);
});

test('reports a release that is newer than those above and below once', async () => {
    const plan = site('central site NRD', 'SP1') + site('primary site FJD reports to NRD', 'SP2')
        + ['BRE', 'LYN', 'VIK'].map(code => site(`secondary site ${code} reports to FJD`, 'SP1')).join('');
    expect((await workspaceWith(plan)).listing()).toEqual([`plan.sup:2:44 ${id}`]);
});

test('raises all sites above to the newest service pack', async () => {
    const plan = site('central site NRD', 'RTM') + site('primary site FJD reports to NRD', 'SP1 R2') + site('primary site LYN reports to FJD', 'SP2') + site('primary site BRE reports to FJD', 'SP2 R3');
    const found = await findingsOf(id, plan);
    expect(found.map(({ message }) => message)).toEqual(['parent', 'child'].sort().reverse());
    const raised = found.find(({ message }) => message === 'parent')!.fixes['Plan SP2 for NRD and FJD'];
    expect(raised!['plan.sup']).toContain('FJD reports to NRD { release: SP2 R2 }');
    expect((await workspaceWith(raised!)).listing()).toEqual([]);
});

test.each([
    ['sites of one service pack', site('central site NRD', 'SP2') + site('primary site FJD reports to NRD', 'SP2 R3')],
    ['a parent without a release', 'central site NRD\n' + site('primary site FJD reports to NRD', 'SP2')],
    ['a release that is unknown', site('central site NRD', 'unknown') + site('primary site FJD reports to NRD', 'SP2')],
    ['a loop', site('primary site NRD reports to FJD', 'SP1') + site('primary site FJD reports to NRD', 'SP2')],
    ['several parents', site('central site NRD', 'SP1') + site('primary site LYN reports to NRD', 'SP1') + site('primary site FJD reports to NRD, LYN', 'SP2')]
])('reports nothing for %s', async (_, plan) => {
    expect(await findingsOf(id, plan)).toEqual([]);
});
