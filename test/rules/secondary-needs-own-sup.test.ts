import { advise } from '@sup/model';
import { expect, test } from 'vitest';
import { Random } from '../support/random.js';
import { findingsOf } from '../support/rule-findings.js';
import { type TestWorkspace, workspaceWith } from '../support/workspace.js';

const id = 'secondary-needs-own-sup';

const plan = (site: string, link: string, clients = 800): string => `central site NRD {
  clients: 3000 intranet
  server NRDSUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }
}
secondary site BER reports to NRD {
  clients: ${clients} intranet
  link: ${link}
  ${site}
}
`;

function recommendationIn(workspace: TestWorkspace, assumed = {}): string | undefined {
    const hierarchy = workspace.services.analysis.hierarchies.of(workspace.document('plan.sup'));
    return advise(hierarchy, hierarchy.sitesByCode.get('BER')![0]!, assumed)?.recommendation;
}

test('never contradicts the advice', async () => {
    const random = new Random(7);
    const counts = { found: 0, silent: 0 };
    for (let i = 0; i < 150; i++) {
        const text = plan(random.of(['', '', 'server BERSRV01 { site server }']), random.of(['64 kbps, 300 ms', '256 kbps', '1 Mbps, 20 ms', '2 Mbps', '20 Mbps']), random.of([0, 1, 20, 150, 600, 4_000, 40_000]));
        const workspace = await workspaceWith(text);
        const isFound = workspace.listing().some(line => line.endsWith(id));
        counts[isFound ? 'found' : 'silent']++;
        expect(isFound && recommendationIn(workspace) !== 'own', text).toBe(false);
    }
    expect(Math.min(counts.found, counts.silent)).toBeGreaterThan(20);
});

test('uses the assumptions of the configuration, and follows their change', async () => {
    let assumptions = {};
    const workspace = await workspaceWith(plan('', '256 kbps'), { settingsFor: () => ({ levels: new Map(), neverAllow: new Set(), assumptions }) });
    const isFound = (): boolean => workspace.findings('plan.sup').some(({ rule }) => rule.id === id);
    expect([isFound(), recommendationIn(workspace)]).toEqual([true, 'own']);
    assumptions = { firstScanSize: 0.2, scanSize: 0.02 };
    expect([isFound(), recommendationIn(workspace, assumptions)]).toEqual([false, 'parent']);
});

test.each([
    ['a role that is not active, which another rule reports', 'server BERSUP01 {\n wsus 3.0 SP2\n software update point\n}'],
    ['a role with an unknown state', 'server BERSUP01 {\n wsus 3.0 SP2\n software update point unknown\n}'],
    ['an unknown number of clients', 'clients "Kiosks" { count: unknown }']
])('reports nothing for %s', async (_, site) => {
    expect(await findingsOf(id, plan(site, '256 kbps'))).toEqual([]);
});
