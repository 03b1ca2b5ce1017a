// How long it takes to order the changes of a rollout: from Configuration Manager 2007 SP1 with WSUS 3.0 SP1 in mixed mode without SSL to SP2 in native
// mode, at every site at once. Prints the measurements, which scripts/bench/rollout.mjs turns into a section.
import process from 'node:process';
import { checkModel } from '@sup/language';
import { assembleHierarchy, type Hierarchy, type Server, type Site } from '@sup/model';
import { orderRollout, type Rollout } from '@sup/rollout';
import { largeHierarchy } from '../support/large-hierarchy.js';
import { median } from './quantile.js';

interface Measurement {
    readonly sites: number;
    readonly changes: number;
    readonly steps: number;
    readonly checkedPlans: number;
    /** The processor time in milliseconds, in all and for each task. */
    readonly total: number;
    readonly tasks: Readonly<Record<string, number>>;
}

/** The earlier and the later plan. */
function plansOf(sites: number): readonly [before: Hierarchy, after: Hierarchy] {
    const { sites: all } = largeHierarchy(sites);
    return [
        assembleHierarchy(undefined, all.map(site => versionOf(site, 'SP1', false))),
        assembleHierarchy(undefined, all.map(site => versionOf(site, 'SP2', true)))
    ];
}

function versionOf(site: Site, servicePack: 'SP1' | 'SP2', isNative: boolean): Site {
    const version: Site = { ...site, release: { product: 'ConfigMgr 2007', servicePack, addOn: undefined }, mode: site.mode && (isNative ? 'native' : 'mixed'), synchronizations: [] };
    return Object.assign(version, {
        servers: site.servers.map(server => serverOf(server, version, `3.0 ${servicePack}`, isNative)),
        synchronizations: site.synchronizations.map(each => ({ ...each, site: version, products: isNative ? ['Windows XP', 'Windows 7'] : ['Windows XP'] }))
    });
}

function serverOf(server: Server, site: Site, version: '3.0 SP1' | '3.0 SP2', hasSsl: boolean): Server {
    const copy: Server = { ...server, site, fqdn: `${server.name.toLowerCase()}.large.example`, wsus: undefined, updatePoints: [] };
    return Object.assign(copy, {
        wsus: { ...server.wsus!, server: copy, version, ssl: hasSsl ? 'required' : 'no' },
        updatePoints: server.updatePoints.map(point => ({ ...point, host: copy, ssl: hasSsl ? 'yes' : 'no' }))
    });
}

function measure(sites: number): Measurement {
    const [before, after] = plansOf(sites);
    const tasks = new Map<string, number>();
    const work = orderRollout(before, after, { check: (hierarchy, checked) => checkModel(hierarchy, checked, fail), run: {} });
    const started = process.cpuUsage();
    for (let since = process.cpuUsage(); ;) {
        const { value, done } = work.next();
        const { user, system } = process.cpuUsage(since);
        since = process.cpuUsage();
        const task = done ? 'end' : value.doing;
        tasks.set(task, (tasks.get(task) ?? 0) + (user + system) / 1_000);
        if (done) {
            const { user, system } = process.cpuUsage(started);
            return { ...figuresOf(value), sites, total: (user + system) / 1_000, tasks: Object.fromEntries(tasks) };
        }
    }
}

function figuresOf({ steps, failure, checkedPlans }: Rollout): Pick<Measurement, 'steps' | 'changes' | 'checkedPlans'> {
    if (failure) {
        throw new Error(`the rollout has no complete order: ${failure.reason}`);
    }
    return { steps: steps.length, changes: steps.reduce((sum, { changes }) => sum + changes.length, 0), checkedPlans };
}

function fail(rule: { readonly id: string }, error: unknown): never {
    throw new Error(`the rule ${rule.id} failed`, { cause: error });
}

const runs = 3;
// Warm-up: the benchmark measures compiled code, not the compiler.
measure(100);
const measurements = [100, 1_000, 10_000].map(sites => {
    const each = Array.from({ length: sites > 1_000 ? 1 : runs }, () => measure(sites));
    const middle = median(each.map(({ total }) => total));
    return each.find(({ total }) => total === middle)!;
});

console.log(JSON.stringify({ runs, measurements }));
