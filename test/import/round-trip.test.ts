import { expect, test } from 'vitest';
import { importPlan } from '@sup/import';
import { hierarchyOfText } from '@sup/language';
import { collected } from '../support/collected.js';
import { driftOf } from '../support/drift.js';
import { type Draft, printed, soundDraft } from '../support/plan-draft.js';
import { Random } from '../support/random.js';
import { byRunLength } from '../support/run-length.js';
import { TestWorkspace } from '../support/workspace.js';

// A plan, the export that the script would write of it, and the plan that is imported from there: everything that an export has means the same.

const schedules = ['manual', 'every 1 day at 02:07', 'every 6 hours', 'every 7 days', 'every 2 weeks on Saturday at 22:15', 'on the second Tuesday of every month at 20:00', 'on the last day of every 3 months at 01:00'];

/** The draft with other values, which may be mistakes. */
function varied(draft: Draft, random: Random): Draft {
    for (const { properties, settings, servers, clusters } of draft.sites) {
        properties['release'] = random.of(['RTM', 'SP1', 'SP1 R2', 'SP2', 'SP2 R2', 'SP2 R3']);
        if (settings) {
            settings['languages'] = random.of(['en', 'en, de', 'ja, en']);
            if (settings['schedule'] !== undefined) {
                settings['schedule'] = random.of(schedules);
            }
        }
        for (const { properties: names, wsus, role } of servers) {
            if (random.isOneIn(3)) {
                names['fqdn'] = '"host.example.com"';
            }
            // The nodes of a cluster share the ports of its role.
            if (wsus && clusters.length === 0 && random.isOneIn(3)) {
                Object.assign(wsus.properties, random.of<Record<string, string>>([{ ports: '80, 443' }, { database: '"SQL07\\SUSDB"' }, { ssl: 'whole website' }, { 'content folder': '"E:\\WSUS"' }]));
            }
            if (role && random.isOneIn(3)) {
                Object.assign(role.properties, random.of<Record<string, string>>([{ ports: '8080, 8443' }, { account: '"CORP\\svc"' }, { ssl: 'yes' }]));
            }
        }
    }
    return draft;
}

test('a plan means the same after it was exported and imported', async () => {
    const workspace = new TestWorkspace();
    const count = byRunLength({ short: 30, long: 2_000 });
    for (let seed = 1; seed <= count; seed++) {
        const random = new Random(seed);
        const plan = printed(varied(soundDraft(random), random), random);
        await workspace.write({ 'plan.sup': plan });
        const { services } = workspace;
        const exported = collected(services.analysis.hierarchies.of(workspace.document('plan.sup')));
        const sources = [{ name: 'export.json', text: JSON.stringify(exported) }];
        const { findings } = await driftOf(plan, sources, workspace);
        expect(findings.map(({ message }) => message.what), `drift of seed ${seed}`).toEqual([]);
        const imported = importPlan(sources).files[0]!.text;
        expect(collected(hierarchyOfText(imported, services)), `import of seed ${seed}`).toEqual(exported);
    }
});
