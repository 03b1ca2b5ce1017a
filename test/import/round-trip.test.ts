import { expect, test } from 'vitest';
import { importPlan } from '@sup/import';
import { hierarchyOfText } from '@sup/language';
import { collected } from '../support/collected.js';
import { driftOf } from '../support/drift.js';
import { type Draft, type DraftSite, printed, soundDraft } from '../support/plan-draft.js';
import { Random } from '../support/random.js';
import { byRunLength } from '../support/run-length.js';
import { TestWorkspace } from '../support/workspace.js';

// A plan, the export that the script would write of it, and the plan that is imported from there: everything that an export has means the same.

const schedules = ['manual', 'every 1 day at 02:07', 'every 6 hours', 'every 7 days', 'every 2 weeks on Saturday at 22:15', 'on the second Tuesday of every month at 20:00', 'on the last day of every 3 months at 01:00'];

const links = ['2 Mbps', 'open 20:00 to 06:00', '512 kbps, 300 ms, open 06:00 to 20:00', 'open 00:00 to 05:00', 'open 23:00 to 00:00'];
const proxies: readonly Readonly<Record<string, string>>[] = [
    { host: '"proxy.example.com"', port: '8080' }, { host: '"PROXY01"', port: '3128', authentication: 'no' }, { host: '"PROXY01"', port: '80', authentication: 'yes', account: '"CORP\\svc-proxy"' }
];

/** The draft with other values, which may be mistakes. */
function varied(draft: Draft, random: Random): Draft {
    const names = draft.sites.flatMap(({ servers }) => servers.map(({ name }) => name));
    for (const site of draft.sites) {
        const { properties, parents, settings } = site;
        properties['release'] = random.of(['RTM', 'SP1', 'SP1 R2', 'SP2', 'SP2 R2', 'SP2 R3']);
        if (random.isOneIn(2)) {
            site.title = random.of(['Head Office', 'Bergen Havn', 'Zürich', '東京']);
        }
        if (parents.length > 0 && random.isOneIn(2)) {
            properties['link'] = random.of(links);
        }
        if (settings) {
            varySettings(settings, parents.length === 0, random);
        }
        varyHosts(site, names, random);
    }
    return draft;
}

function varySettings(settings: Record<string, string>, isTop: boolean, random: Random): void {
    settings['languages'] = random.of(['en', 'en, de', 'ja, en']);
    if (random.isOneIn(3)) {
        settings['reporting events'] = random.of(['none', 'status', 'all']);
    }
    if (random.isOneIn(6)) {
        settings['source'] = random.of(['none', 'server WSUS99']);
    }
    if (isTop) {
        settings['schedule'] = random.of(schedules);
        settings['summary languages'] = random.of(['en', 'en, fr', 'de']);
        settings['products'] = random.of([settings['products']!, '"Windows 7"', '"Office 2007", "Windows Server 2003", "Windows XP"']);
        settings['classifications'] = random.of(['"Security Updates"', '"Critical Updates", "Service Packs"']);
    }
}

function varyHosts({ servers, clusters }: DraftSite, names: readonly string[], random: Random): void {
    for (const { properties, wsus, role } of servers) {
        if (random.isOneIn(3)) {
            properties['fqdn'] = '"host.example.com"';
        }
        if (random.isOneIn(4)) {
            properties['os'] = random.of(['"Windows Server 2003 R2, Enterprise Edition"', '"Windows Server 2008 Standard"']);
        }
        // The nodes of a cluster share the ports of its role, and the product sets their upstream servers.
        if (wsus && clusters.length === 0 && random.isOneIn(2)) {
            Object.assign(wsus.properties, random.of<Record<string, string>>([{ ports: '80, 443' }, { database: '"SQL07\\SUSDB"' }, { ssl: 'whole website' }, { 'content folder': '"E:\\WSUS"' }, { 'express files': 'yes' }, role?.state === 'active' ? { upstream: random.of([...names, 'WSUS98']) } : {}]));
        }
        if (role && random.isOneIn(2)) {
            Object.assign(role.properties, random.of<Record<string, string>>([{ ports: '8080, 8443' }, { account: '"CORP\\svc"' }, { ssl: 'yes' }, role.state === 'active' ? { accepts: 'intranet, internet' } : {}]));
        }
    }
    for (const { role } of [...servers, ...clusters]) {
        if (role && random.isOneIn(3)) {
            role.proxy = { ...random.of(proxies) };
        }
    }
}

const parts = byRunLength({ short: [[1, 30]], long: [[1, 500], [501, 1_000], [1_001, 1_500], [1_501, 2_000]] }) as readonly (readonly [first: number, last: number])[];

test.each(parts)('plans %d to %d mean the same after they were exported and imported', async (first, last) => {
    const workspace = new TestWorkspace();
    for (let seed = first; seed <= last; seed++) {
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
