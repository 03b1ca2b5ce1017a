import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Hierarchy, Scenario } from '@sup/model';
import { entryText, momentText, Simulation, type SimulationResult, TraceCollector, type TraceEntry } from '@sup/simulation';
import { root } from '../../scripts/project.mjs';
import { TestWorkspace } from '../support/workspace.js';

// The scenarios of examples/scenarios hold. The tests also check the traces, so that each scenario holds for the intended reason.
//
// Some lines of the scenarios follow from a fact about the product that is easy to overlook:
// - `BER synchronized within 10h of OSL`, twice: the first catalog, of 200 MB, shares 512 kbps with the first scans of 240 clients, 30 MB each. WSUS
//   has one of nine connections, so the catalog takes 200 x 8,000 x 9 / 512 seconds, 7h 49m, from 06:02 on, when the window of the link opens.
// - `clients of BER scan against OSLSUP01 by 9d`: a move to another WSUS database costs a full scan, and 240 x 30 MB take 31 hours at 512 kbps.
// - `scan interval: 1 day` in the same scenario: the weekly scans of a population begin from 03:30 to 08:30, and the window of the link opens at 06:00.
//   So in every weekly wave some clients find Bergen behind, and only a scan on the next day can be against Bergen for all of them.
// - `no errors at SHY by 14d 23h`: the servers stop at 15d, and failures come before the checks of the same minute, so 15d 00:00 has errors.
// - `import: every 7 days` in the plan of the perimeter: a disconnected software update point without planned imports has a finding.
// - No definition updates in the plan of Fjordline: with a weekly schedule they have a finding.

const folder = join(root, 'examples', 'scenarios');
const workspace = new TestWorkspace();
const scenarios = new Map<string, { hierarchy: Hierarchy; scenario: Scenario }>();

beforeAll(async () => {
    await workspace.write(Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')])));
    for (const document of workspace.documents()) {
        const { hierarchies } = workspace.services.analysis;
        for (const scenario of hierarchies.scenariosOf(document)) {
            scenarios.set(scenario.title!, { scenario, hierarchy: hierarchies.of(document) });
        }
    }
});

interface Trace {
    readonly entries: readonly TraceEntry[];
    readonly result: SimulationResult;
    /** The ids of the status messages of a site, in order. */
    status(site: string): readonly number[];
    /** The times of the entries of a kind at a site. */
    moments(kind: TraceEntry['details']['kind'], site: string): readonly string[];
    /** The sentences of a component at a site. */
    texts(component: TraceEntry['component'], site?: string): readonly string[];
}

/** Runs a scenario of the examples and asserts that every expectation is tested and holds. */
function run(title: string): Trace {
    const found = scenarios.get(title);
    if (!found) {
        throw new Error(`The examples have no scenario "${title}".`);
    }
    const collector = new TraceCollector();
    const simulation = new Simulation(found.hierarchy, found.scenario, { seed: 1, observers: [collector] });
    while (!simulation.advance(10_000));
    const result = simulation.result();
    const { entries } = collector;
    expect(result.judgements.map(({ verdict, breach }) => breach?.actual ?? verdict)).toEqual(found.scenario.expectations.map(() => 'held'));
    const at = (site: string | undefined): readonly TraceEntry[] => entries.filter(entry => site === undefined || entry.site === site);
    return {
        entries, result,
        status: site => at(site).flatMap(({ status }) => status ?? []),
        moments: (kind, site) => at(site).filter(({ details }) => details.kind === kind).map(({ time }) => momentText(time)),
        texts: (component, site) => at(site).filter(entry => entry.component === component).map(({ details }) => entryText(details))
    };
}

test('runs every scenario of the examples', () => {
    const source = readFileSync(new URL(import.meta.url), 'utf8');
    expect([...scenarios.keys()].filter(title => !source.includes(`run('${title}')`))).toEqual([]);
});

test('reports no problems in the example plans except for one accepted risk', () => {
    expect(workspace.listing()).toEqual([]);
    const { risks } = workspace.services.linter.rules.check(workspace.document('old-wsus.sup'));
    expect(risks.map(({ allow, silenced }) => [allow.rule, silenced.length])).toEqual([['win7-products-need-wsus-sp2', 1]]);
});

describe('synchronization', () => {
    test('synchronizes sites from the top down, with a database phase only at the top site', () => {
        const trace = run('Updates flow from the top down');
        expect(trace.status('CEN')).toEqual([6701, 6704, 6705, 6706, 6702]);
        expect(trace.status('OSL')).toEqual([6701, 6704, 6702]);
        expect(trace.status('BER')).toEqual([6701, 6704, 6702]);
        const done = (site: string): number => trace.entries.find(({ details, site: at }) => at === site && details.kind === 'sync-done')!.id;
        const started = (site: string): number => trace.entries.find(({ details, site: at }) => at === site && details.kind === 'sync-started')!.id;
        expect(started('OSL')).toBeGreaterThan(done('CEN'));
        expect(started('BER')).toBeGreaterThan(done('OSL'));
    });

    test('runs a manual synchronization as a delta, which leaves expired updates unchanged', () => {
        const trace = run('A manual run does not synchronize expirations');
        expect(trace.texts('SMS_WSUS_SYNC_MANAGER', 'CEN').filter(text => text.includes('started'))).toEqual([
            'Synchronization started: full, on schedule.', 'Synchronization started: delta, started in the console.', 'Synchronization started: full, on schedule.'
        ]);
    });

    test('runs the first manual synchronization in full', () => {
        const trace = run('The first run is a full one, even if started by hand');
        expect(trace.texts('SMS_WSUS_SYNC_MANAGER', 'CEN')[0]).toBe('Synchronization started: full, started in the console.');
    });

    test('queues one request during a run', () => {
        const trace = run('Two requests during a run cause one more run');
        expect(trace.moments('sync-queued', 'CEN')).toEqual(['0d 02:10', '0d 02:20']);
        expect(trace.moments('sync-started', 'CEN')).toEqual(['0d 02:07', '0d 03:59']);
        expect(trace.moments('sync-done', 'CEN')[0]).toBe('0d 03:59');
    });

    test('delays the notification until the link of the child opens', () => {
        const trace = run('The link of Bergen is closed when Oslo has synchronized');
        expect(trace.texts('SMS_REPLICATION_MANAGER', 'OSL')[2]).toMatch(/^Sending synchronization notification to BER; it waits \d/);
        expect(trace.moments('notification-arrived', 'BER')[0]).toBe('0d 06:02');
    });
});

describe('failures', () => {
    test('retries a failed synchronization every hour, without notifying the children', () => {
        const trace = run('WSUS in Oslo listens on other ports than the role says');
        const failures = trace.entries.filter(({ status, site }) => status === 6703 && site === 'OSL').map(({ time }) => time);
        expect(new Set(failures.slice(1).map((time, i) => time - failures[i]!))).toEqual(new Set([60]));
        expect(trace.entries.filter(({ site, component }) => site === 'BER' && component === 'SMS_WSUS_SYNC_MANAGER')).toEqual([]);
        expect(trace.status('CEN')).not.toContain(6703);
        expect(trace.moments('objects-arrived', 'OSL')).toHaveLength(1);
    });

    test('succeeds at the retry after WSUS Configuration Manager has verified the ports', () => {
        const trace = run('The ports in Oslo are corrected after an hour');
        expect(trace.moments('configuration-failed', 'OSL')).toEqual(['0d 03:00']);
        expect(trace.moments('sync-failed', 'OSL')).toEqual(['0d 04:01']);
        expect(trace.moments('configured', 'OSL')).toEqual(['0d 00:01', '0d 05:00']);
        expect(trace.moments('sync-started', 'OSL')).toEqual(['0d 04:01', '0d 05:01']);
        expect(trace.moments('sync-done', 'OSL')).toHaveLength(1);
    });

    test('leaves clients on their old catalog if the parent fails while a child synchronizes', () => {
        const trace = run('WSUS at headquarters fails while Oslo synchronizes');
        expect(trace.moments('sync-failed', 'OSL')[0]).toBe('7d 03:16');
        expect(trace.texts('Client', 'OSL').filter(text => text.includes('failed'))).toEqual([]);
        const versions = trace.entries.flatMap(({ details, site }) => site === 'OSL' && details.kind === 'scanned' ? details.version : []);
        expect(versions).toEqual([1, 1]);
    });

    test('recovers at the top site when Microsoft Update is reachable again', () => {
        const trace = run('Microsoft Update is out of reach for two days');
        expect(trace.moments('sync-failed', 'CEN').slice(0, 2)).toEqual(['7d 02:07', '7d 03:07']);
        expect(trace.moments('sync-done', 'CEN')).toHaveLength(2);
        expect(trace.texts('Scenario')).toContain('Microsoft Update works again.');
    });
});

describe('changed WSUS settings', () => {
    test('changed WSUS settings affect the catalog until they are restored', () => {
        const trace = run('An administrator adds a product in the WSUS console just before a run');
        expect(trace.moments('settings-restored', 'CEN')).toEqual(['0d 03:00']);
        expect(trace.texts('SMS_WSUS_CONFIGURATION_MANAGER', 'CEN')).toContain('Changed WSUS settings were restored: products.');
    });

    test('does not restore a changed source of the top site', () => {
        const trace = run('An administrator changes the source of the top site in the WSUS console');
        expect(trace.moments('settings-restored', 'CEN')).toEqual([]);
        expect(trace.moments('settings-left', 'CEN')).toEqual(['3d 00:00']);
        expect(trace.moments('sync-failed', 'CEN')[0]).toBe('7d 02:07');
        expect(trace.entries.find(({ details }) => details.kind === 'sync-failed')!.because).toBe(trace.entries.find(({ details }) => details.kind === 'event')!.id);
    });
});

describe('clients', () => {
    test('clients use the software update point of the parent until that of their secondary site is current', () => {
        const trace = run('The site server in Bergen is down during a run');
        const servers = trace.entries.flatMap(({ details, site }) => site === 'BER' && details.kind === 'scanned' ? `${details.server} ${details.version}` : []);
        // In the hours in which Bergen is behind, its first clients of the day use Oslo's. Their scans end after those of later clients against Bergen.
        expect([...new Set(servers)]).toEqual(['OSLSUP01 1', 'BERSUP01 1', 'OSLSUP01 2', 'BERSUP01 2', 'OSLSUP01 3', 'BERSUP01 3']);
        const scans = trace.entries.flatMap(({ details, site }) => site === 'BER' && details.kind === 'scanned' ? details.clients : []);
        expect(Math.min(...scans)).toBeGreaterThan(0);
        // The site server receives the notification once it is up, and the link is open.
        expect(trace.moments('notification-arrived', 'BER').map(moment => moment.slice(0, 3))).toEqual(['0d ', '9d ', '14d']);
    });

    test('clients fail to scan only if a Group Policy names another server', () => {
        const trace = run('A Group Policy of the domain names an old WSUS server');
        const failed = trace.entries.flatMap(({ details }) => details.kind === 'scan-failed' ? `${details.group}: ${details.result}` : []);
        expect(failed).toEqual(['CEN/Kiosks: group-policy-conflict']);
    });

    test('clients find no current software update point on the Internet without imports', () => {
        const trace = run('The second catalog is not imported in the perimeter network');
        const results = trace.entries.flatMap(({ details }) => details.kind === 'scanned' && details.group === 'LGT/internet' ? details.version : details.kind === 'scan-failed' ? details.result : []);
        // The first failure is before the first import.
        expect(results).toEqual(['no-location', 1, 'no-location']);
    });

    test('clients scan on the Internet after each import', () => {
        const trace = run('The import follows every synchronization');
        const imports = trace.texts('Scenario');
        expect(imports).toEqual(['An administrator imports updates on LGTDMZ01.', 'An administrator imports updates on LGTDMZ01.', 'An administrator imports updates on LGTDMZ01.']);
        // Scans between a synchronization and the import in the perimeter fail.
        const results = trace.entries.flatMap(({ time, details }) => details.kind === 'scan-failed' || (details.kind === 'scanned' && details.group === 'LGT/internet') ? [[details.kind, time % 1440 < 8 * 60]] : []);
        expect(results).toEqual([['scan-failed', true], ['scanned', false], ['scan-failed', true], ['scanned', false], ['scan-failed', true], ['scanned', false]]);
    });
});

describe('a cluster', () => {
    test('a cluster works as long as one node works', () => {
        const trace = run('The cluster works with one node, and fails with none');
        const first = trace.entries.find(({ severity }) => severity === 'error')!;
        expect(momentText(first.time) >= '15d').toBe(true);
        expect(trace.moments('sync-done', 'SHY').length).toBeGreaterThan(14);
    });

    test('reports pending license terms while its content share is down', () => {
        const trace = run('The content share is lost');
        expect(trace.status('SHY').filter(status => status === 6702 || status === 6708)).toEqual([6702, 6702, 6708, 6702, 6702]);
    });
});

test('never synchronizes a product that requires a newer WSUS version', () => {
    const trace = run('Updates for Windows 7 never come');
    expect(trace.moments('sync-done', 'LCK')).toHaveLength(3);
});
