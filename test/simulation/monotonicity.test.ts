import { expect, test } from 'vitest';
import type { ScenarioEvent } from '@sup/model';
import { type Bound, findBound, Run } from '@sup/simulation';
import { Random } from '../support/random.js';
import { byRunLength } from '../support/run-length.js';
import { planOf, siteText } from '../support/simulated.js';

// More bandwidth never makes clients later, and a failure never makes their scans succeed earlier. Each property is tested with random branches
// of one top site, of which some have their own software update point.

const seeds = Array.from({ length: byRunLength({ short: 40, long: 400 }) }, (_, i) => i + 1);
const week = 7 * 1_440;

interface Branch {
    readonly code: string;
    readonly bandwidth: number;
    readonly clients: number;
    readonly hasPoint: boolean;
}

function branchesOf(random: Random): readonly Branch[] {
    return Array.from({ length: random.between(1, 4) }, (_, i) => ({ code: `B0${i}`, bandwidth: random.of([256, 512, 2_000, 10_000]), clients: random.between(1, 600), hasPoint: random.isOneIn(3) }));
}

function planText(branches: readonly Branch[], factor = 1): string {
    const top = siteText('central site TOP', 'TOPSUP', 'mode: mixed', 'clients: 2000', 'synchronization { schedule: every 1 day at 02:00 }');
    return top + branches.map(({ code, bandwidth, clients, hasPoint }) => {
        const head = `secondary site ${code} reports to TOP`;
        const more = [`link: ${bandwidth * factor} kbps, 20 ms`, `clients: ${clients}`];
        return hasPoint ? siteText(head, `${code}SUP`, ...more) : `${head} {\n${more.join('\n')}\n}\n`;
    }).join('');
}

interface Outcome {
    /** The minute at which all clients of a group had scanned for the first time; Infinity if they have not. */
    readonly firstDone: ReadonlyMap<string, number>;
    readonly failedMinutes: number;
    readonly scans: number;
}

function outcomeOf(text: string, events: readonly ScenarioEvent[] = []): Outcome {
    const left = new Map<string, number>();
    const firstDone = new Map<string, number>();
    const run = new Run(planOf(text, '1 day').hierarchy, { duration: 2 * week, seed: 1, assumptions: { firstScanSize: 20 }, events }, {
        observers: [{
            observe: () => undefined,
            scanned: ({ group, clients, end }) => {
                const rest = (left.get(group.name) ?? group.count) - clients;
                left.set(group.name, rest);
                if (rest <= 0 && !firstDone.has(group.name)) {
                    firstDone.set(group.name, end);
                }
            }
        }]
    }).finish();
    const cohorts = run.world.groups.flatMap(group => group.cohorts);
    return {
        firstDone: new Map(run.world.groups.map(({ name }) => [name, firstDone.get(name) ?? Infinity])),
        failedMinutes: cohorts.reduce((sum, { failedMinutes, failed, failedSince }) => sum + failedMinutes + failed * (run.world.time - failedSince), 0),
        scans: [...run.world.points.values()].reduce((sum, { scans }) => sum + scans, 0)
    };
}

test('more bandwidth never makes the first scans of any client group later', () => {
    for (const seed of seeds) {
        const branches = branchesOf(new Random(seed));
        const [narrow, wide] = [1, 2].map(factor => outcomeOf(planText(branches, factor)));
        for (const [name, done] of wide!.firstDone) {
            expect(done, `seed ${seed}, ${name}`).toBeLessThanOrEqual(narrow!.firstDone.get(name)!);
        }
    }
});

// Clients with a software update point of their own can become earlier: those that wait for data of the parent's fail, and are assigned their own at
// the retry.
test('a failure never makes the first scans of clients without a software update point of their own earlier, and never adds successful scans', () => {
    for (const seed of seeds) {
        const random = new Random(seed);
        const branches = branchesOf(random).map(branch => ({ ...branch, hasPoint: false }));
        const { code } = random.of(branches);
        const at = random.between(0, week);
        const target = random.of([{ kind: 'server', name: 'TOPSUP' }, { kind: 'link', site: code }, { kind: 'microsoft-update' }] as const);
        const event: ScenarioEvent = { element: 'event', at, action: { kind: 'fail', target, duration: random.between(10, 3_000) } };
        const [usual, disturbed] = [outcomeOf(planText(branches)), outcomeOf(planText(branches), [event])];
        for (const [name, done] of disturbed.firstDone) {
            expect(done, `seed ${seed}, ${name}, ${JSON.stringify(event.action)} at ${at}`).toBeGreaterThanOrEqual(usual.firstDone.get(name)!);
        }
        expect(disturbed.failedMinutes, `seed ${seed}`).toBeGreaterThanOrEqual(usual.failedMinutes);
        expect(disturbed.scans, `seed ${seed}`).toBeLessThanOrEqual(usual.scans);
    }
});

/** A plan with a branch of up to two levels, and the same plan with a fault in the branch: one line of it is worse. */
interface FaultyPlan {
    readonly before: string;
    readonly after: string;
    readonly fault: string;
}

/** The notification, the synchronization and the settling of a secondary site. */
const oneLevel = 24;

const faults = ['half the bandwidth', 'a window', 'more latency', 'twice the clients', 'other ports', 'SSL on one side', 'clients that cannot reach', 'a replica that cannot reach', 'a slower schedule'] as const;

function faultyPlanOf(random: Random): FaultyPlan {
    const fault = random.of(faults);
    const branches = branchesOf(random);
    const broken = random.of(branches);
    const hasPrimary = random.isOneIn(2);
    const plan = (isFaulty: boolean): string => {
        const has = (each: typeof faults[number], branch = broken): boolean => isFaulty && fault === each && branch === broken;
        const top = siteText('central site TOP', 'TOPSUP', 'mode: mixed', 'clients: 2000', `synchronization { schedule: every ${has('a slower schedule') ? 2 : 1} days at 02:00 }`);
        return top + branches.map(branch => {
            const { code, bandwidth, clients, hasPoint } = branch;
            const link = `link: ${has('half the bandwidth', branch) ? bandwidth / 2 : bandwidth} kbps, ${has('more latency', branch) ? 3000 : 20} ms${has('a window', branch) ? ', open 20:00 to 22:00' : ''}`;
            const lines = [link, `clients: ${has('twice the clients', branch) ? clients * 2 : clients}`, ...has('clients that cannot reach', branch) ? [`clients "Shop" {\ncount: 5\ncannot reach: ${hasPoint ? `${code}SUP` : 'TOPSUP'}\n}`] : []];
            const head = `${hasPrimary ? 'primary' : 'secondary'} site ${code} reports to TOP`;
            const below = hasPrimary ? `secondary site S${code.slice(1)} reports to ${code} {\nlink: ${bandwidth} kbps\nclients: ${clients}\n}\n` : '';
            const own = siteText(head, `${code}SUP`, ...lines, ...has('a replica that cannot reach', branch) ? [`server ${code}GATE {\n}`] : [])
                .replace('8530, 8531 }', has('SSL on one side', branch) ? '8530, 8531\nssl: no }' : '8530, 8531 }')
                .replace('point active', has('other ports', branch) ? 'point active { ports: 80, 443 }' : has('SSL on one side', branch) ? 'point active { ssl: yes }' : 'point active')
                .replace(/(server \w+SUP \{)/, has('a replica that cannot reach', branch) ? '$1\ncannot reach: TOPSUP' : '$1');
            return hasPoint || hasPrimary ? own + below : `${head} {\n${lines.join('\n')}\n}\n`;
        }).join('');
    };
    return { before: plan(false), after: plan(true), fault: `${fault} at ${broken.code}` };
}

// One exception: if the software update point of a secondary site never synchronizes, its clients scan at that of the parent, which has an update one synchronization
// earlier. If a fault makes the clients of one group fail, others of the same link may become faster, since it has more capacity left; the plan then has no bound.
test('a fault in the plan makes the bound smaller only if clients then scan at the parent of their secondary site', () => {
    const effects = new Map<string, number>();
    for (const seed of seeds.flatMap(each => Array.from({ length: 10 }, (_, i) => each * 1_000 + i))) {
        const { before, after, fault } = faultyPlanOf(new Random(seed));
        const [was, is] = [before, after].map(text => findBound(planOf(text, '1 day').hierarchy)) as [Bound, Bound];
        const [sound, faulty] = [was, is].map(({ minutes }) => minutes ?? Infinity) as [number, number];
        const hasMoved = is.groups.some(({ clients, server }) => server === 'TOPSUP' && was.groups.some(each => each.clients === clients && each.server !== 'TOPSUP'));
        expect(faulty, `seed ${seed}, ${fault}`).toBeGreaterThanOrEqual(hasMoved ? sound - oneLevel : sound);
        const kind = fault.replace(/ at .*/, '');
        effects.set(kind, (effects.get(kind) ?? 0) + (faulty > sound ? 1 : 0));
    }
    // Each of them matters somewhere.
    expect([...effects].filter(([, count]) => count === 0)).toEqual([]);
});

test('more bandwidth never makes the bound larger', () => {
    for (const seed of seeds) {
        const branches = branchesOf(new Random(seed));
        const [narrow, wide] = [1, 2].map(factor => findBound(planOf(planText(branches, factor), '1 day').hierarchy));
        wide!.groups.forEach(({ clients, minutes = Infinity }, i) => expect(minutes, `seed ${seed}, ${clients}`).toBeLessThanOrEqual(narrow!.groups[i]!.minutes ?? Infinity));
    }
});
