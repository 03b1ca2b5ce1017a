import type { Action, Hierarchy, Scenario, ScenarioEvent, Target } from '@sup/model';
import type { Random } from './random.js';

const minutesOfDay = 24 * 60;

/** Creates a scenario of some days with random events. Some of them are not possible, which the simulation reports. */
export function randomScenario(random: Random, hierarchy: Hierarchy): Scenario {
    const duration = random.between(1, 6) * minutesOfDay;
    const events = Array.from({ length: random.between(0, 8) }, (): ScenarioEvent => ({ element: 'event', at: random.between(0, duration), action: randomAction(random, hierarchy) }));
    const assumptions = random.isOneIn(3) ? { scanInterval: random.of([240, minutesOfDay]), policyInterval: random.of([60, 720]), publishInterval: random.of([60, minutesOfDay]), start: random.of([0, 1]), firstScanSize: random.of([1, 60]), scanTimeout: random.of([0, 0, 90]) } : {};
    return { element: 'scenario', title: undefined, duration, seed: random.between(0, 1_000_000), assumptions, events, expectations: [] };
}

function randomAction(random: Random, { sites }: Hierarchy): Action {
    const { code: site, servers } = random.of(sites);
    const server = random.of(['UNKNOWN', ...servers.map(({ name }) => name), ...servers.map(({ name }) => name)]);
    const update = random.of(['KB1', 'KB2']);
    const choices: readonly (() => Action)[] = [
        () => ({ kind: 'fail', target: randomTarget(random, site, server), duration: random.of([undefined, 30, 600, 3_000]) }),
        () => ({ kind: 'restore', target: randomTarget(random, site, server) }),
        () => ({ kind: 'fail', target: { kind: 'connection', ends: [{ kind: 'server', name: server }, random.of([{ kind: 'site', name: random.of(sites).code }, { kind: 'clients', name: 'Kiosks' }, { kind: 'microsoft-update', name: 'Microsoft Update' }] as const)] }, duration: random.of([undefined, 600]) }),
        () => ({ kind: 'set', server, change: { setting: 'ports', value: random.of([{ http: 80, https: 443 }, { http: 8530, https: 8531 }]) } }),
        () => ({ kind: 'set', server, change: random.of([{ setting: 'products', value: ['Zune'] }, { setting: 'replica', value: true }, { setting: 'proxy', value: 'proxy:8080' }, { setting: 'source', value: { kind: 'microsoft-update' } }, { setting: 'languages', value: ['en'] }] as const) }),
        () => ({ kind: 'synchronize', site: sites[0]!.code }),
        () => ({ kind: 'import', server }),
        () => ({ kind: 'publish', update, product: random.of([undefined, 'Windows 7']), classification: undefined, languages: random.of([undefined, ['de']]) }),
        () => ({ kind: 'expire', update }),
        () => ({ kind: 'withdraw', product: 'Windows 7' }),
        () => ({ kind: 'policy', clients: { kind: 'sites', sites: { kind: 'below', code: site }, on: undefined }, url: random.of([undefined, 'http://elsewhere:8530']) })
    ];
    return random.of(choices)();
}

function randomTarget(random: Random, site: string, name: string): Target {
    const kind = random.of(['microsoft-update', 'server', 'server', 'wsus', 'certificate', 'proxy', 'content-share', 'link', 'link'] as const);
    return kind === 'microsoft-update' ? { kind } : kind === 'link' ? { kind, site } : { kind, name };
}
