import { describe, expect, test } from 'vitest';
import { comparisonOf, versionOf, compared } from '../support/compared.js';
import { scenario, tidewater } from '../support/tidewater.js';

// The outcome of a change: findings of the rules, and figures of the simulation.

describe('findings', () => {
    const unsound = tidewater.replace(/(OSLSUP01[^}]*?)8530, 8531( \}\s+software update point active)/, '$18530, 8531$2 { ports: 80, 443 }');

    test('a change introduces a finding, and its opposite solves it', async () => {
        const { findings } = await comparisonOf(tidewater, unsound);
        expect(findings.introduced).toMatchObject([{ rule: 'sup-port-mismatch', severity: 'error', site: 'OSL', host: 'OSLSUP01' }]);
        expect(findings.solved).toEqual([]);
        expect((await comparisonOf(unsound, tidewater)).findings).toMatchObject({ introduced: [], solved: findings.introduced });
    });

    test('a moved finding is neither introduced nor solved', async () => {
        const { findings } = await comparisonOf(unsound, `// Moved down.\n\n${unsound}`);
        expect(findings).toMatchObject({ introduced: [], solved: [] });
        expect(findings.unchanged).toBeGreaterThan(0);
    });

    test('a finding with a new figure in its message is neither introduced nor solved', async () => {
        const version = await versionOf(tidewater);
        const crowded = (clients: number) => ({ ...version, problems: [{ rule: 'crowded', severity: 'warning' as const, message: `OSL has ${clients} clients.`, element: version.hierarchy.sites[2] }] });
        expect(compared(crowded(400), crowded(500)).findings).toEqual({ introduced: [], solved: [], unchanged: 1 });
    });

    test('reports one more finding of the same kind as introduced', async () => {
        const version = await versionOf(tidewater);
        const problem = (message: string) => ({ rule: 'twice', severity: 'hint' as const, message, element: version.hierarchy.sites[2] });
        const { findings } = compared({ ...version, problems: [problem('One.')] }, { ...version, problems: [problem('One.'), problem('Two.')] });
        expect(findings).toMatchObject({ introduced: [{ rule: 'twice', site: 'OSL', message: 'Two.' }], solved: [], unchanged: 1 });
    });
});

describe('the outcome', () => {
    test('reports no clients where a change does not affect them', async () => {
        expect((await comparisonOf(tidewater, tidewater.replace('"Windows 7"', '"Windows 7", "Office 2007"').replace('languages: en', 'languages: en, de'))).outcome.filter(({ what }) => what.startsWith('Clients'))).toEqual([]);
    });

    test('reports how much later the last client can scan, and which phase takes longer', async () => {
        const { outcome, verdict } = await comparisonOf(tidewater, tidewater.replace('every 1 day at', 'every 3 days at'));
        const [time, ...parts] = outcome.filter(({ what }) => /^(Time|…)/.test(what));
        expect(time).toMatchObject({ what: 'Time until the last client has scanned for a new update, at most', before: '8d 4h 12m', after: '10d 4h 12m', isBetter: false });
        expect(parts).toContainEqual({ what: '… of which until the top site synchronizes on schedule', before: '1d', after: '3d', isBetter: false });
        expect(verdict).toBe('1 change; some simulated figures get better and some worse.');
    });

    test('reports a site that becomes later although another one remains the last', async () => {
        // Over 8 kbps, the scans of Bergen take 667 minutes. Trondheim waits for its link from 02:54, when the top site is done, until 03:10.
        const thin = tidewater.replace('link: 512', 'link: 8') + 'primary site TRD reports to CEN {\n  clients: 50\n  server TRDSUP01 {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active\n  }\n}\n';
        const { outcome } = await comparisonOf(thin, thin.replace('clients: 50', 'clients: 50\n  link: 2 Mbps, open 03:10 to 05:00'));
        expect(outcome.filter(({ what }) => what.startsWith('Time'))).toEqual([{ what: 'Time until the last client of TRD has scanned, at most', before: '8d 4h 11m', after: '8d 4h 27m', isBetter: false }]);
    });

    test('does not call a shorter time better where a software update point never synchronizes and its clients take a detour', async () => {
        const server = (ports: string): string => `clients: 40 intranet\n  server BERSUP01 {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active { ${ports} }\n  }`;
        const own = tidewater.replace(/clients: 40 intranet(?=\n}\n$)/, server(''));
        const { outcome } = await comparisonOf(own, own.replace('active {  }', 'active { ports: 80, 443 }'));
        const times = outcome.filter(({ what }) => what.startsWith('Time until the last client') && !what.includes('first time'));
        expect(times.map(({ isBetter }) => isBetter)).toEqual(times.map(() => undefined));
        expect(times.at(-1)).toMatchObject({ what: 'Time until the last client of BER has scanned, at most', after: expect.stringMatching(/ against OSLSUP01, because the software update point of the site never synchronizes$/) as string });
    });

    test('does not repeat for each site what changes for all', async () => {
        const { outcome } = await comparisonOf(tidewater, tidewater.replace('every 1 day at', 'every 3 days at'));
        expect(outcome.filter(({ what }) => what.startsWith('Time'))).toHaveLength(1);
    });

    test('reports clients that can no longer scan', async () => {
        const { outcome } = await comparisonOf(tidewater, tidewater.replace('software update point active\n  }\n}\n\nsecondary', '}\n}\n\nsecondary'));
        expect(outcome).toContainEqual({ what: 'Clients of OSLSUP01', before: '440 clients', after: '–', isBetter: undefined });
        expect(outcome).toContainEqual({ what: 'Time until the last client has scanned for a new update, at most', before: '8d 4h 12m', after: 'no limit. OSL has no active software update point, so its clients never scan.', isBetter: false });
        const lost = outcome.filter(({ what }) => /^Clients (whose scans fail|that never scan)$/.test(what));
        expect(lost).toMatchObject([{ before: '0', after: '440', isBetter: false }]);
    });

    test('reports moved clients, and the traffic over the link of a site that gets its own server', async () => {
        const own = 'server BERSUP01 {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active\n  }\n  link: 512';
        const { outcome } = await comparisonOf(tidewater, tidewater.replace('link: 512', own));
        expect(outcome).toContainEqual({ what: 'Clients of OSLSUP01', before: '440 clients', after: '400 clients', isBetter: undefined });
        expect(outcome).toContainEqual({ what: 'Clients of BERSUP01', before: '–', after: '40 clients', isBetter: undefined });
        expect(outcome.some(({ what }) => what === 'Traffic over the link of BER')).toBe(true);
    });

    test('reports only the shared scenarios whose verdict differs', async () => {
        const held = scenario('Oslo keeps up', '3 days', 'expect catalog of OSL at most 30h old after 1d');
        const files = (plan: string) => ({ 'plan.sup': plan, 'held.sup': held, 'other.sup': scenario('Headquarters', '3 days', 'expect CEN synchronized') });
        const { outcome } = await comparisonOf(files(tidewater), files(tidewater.replace('every 1 day at', 'every 2 days at')));
        expect(outcome.filter(({ what }) => what.startsWith('Scenario'))).toEqual([{ what: 'Scenario “Oslo keeps up”', before: 'held', after: 'broken: 1 of 1 expectation', isBetter: false }]);
    });

    test('reports a run that was stopped early, without misleading figures', async () => {
        const [before, after] = [await versionOf(tidewater), await versionOf(tidewater.replace('400 intranet', '40 intranet'))];
        const { outcome } = compared(before, { ...after, options: { budget: 20 } });
        expect(outcome).toEqual([{ what: 'Simulation of the plan without events', before: 'runs to its end', after: 'stopped early, too many events', isBetter: false }]);
    });

    test('an empty plan has no outcome', async () => {
        const { outcome, changes } = await comparisonOf('hierarchy Tidewater\n', tidewater);
        expect(outcome).toEqual([]);
        expect(changes.map(({ kind, site }) => `${kind} ${site}`)).toEqual(['added BER', 'added CEN', 'added OSL']);
    });
});
