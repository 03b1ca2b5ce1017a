import { beforeAll, describe, expect, test } from 'vitest';
import { activeUpdatePointOf, assume, type Hierarchy, parentOf, type Site, sourceOf } from '@sup/model';
import { simulate, type SimulationResult, type SiteSummary } from '@sup/simulation';
import { latencyMinutes, transmissionMinutes } from '../../simulation/src/world/link.js';
import { Random } from '../support/random.js';
import { randomPlan } from '../support/random-plan.js';
import { byRunLength } from '../support/run-length.js';
import { workspaceWith } from '../support/workspace.js';

// The rules and the simulation were written independently from the same facts. A plan without errors must work in the simulation.

const plans = byRunLength({ short: 100, long: 600 });
const days = 28;
const assumed = assume();
const minutesOfDay = 24 * 60;

interface Sound {
    readonly seed: number;
    readonly hierarchy: Hierarchy;
    readonly result: SimulationResult;
}

let sound: readonly Sound[] = [];

async function checked(seed: number): Promise<Sound | undefined> {
    const workspace = await workspaceWith(randomPlan(new Random(seed)));
    if (workspace.diagnostics('plan.sup').some(({ severity }) => severity === 1)) {
        return undefined;
    }
    const hierarchy = workspace.services.analysis.hierarchies.of(workspace.document('plan.sup'));
    return { seed, hierarchy, result: simulate(hierarchy, { element: 'scenario', title: undefined, duration: days * minutesOfDay, seed, assumptions: {}, events: [], expectations: [] }, { seed }) };
}

beforeAll(async () => {
    const found: Sound[] = [];
    for (let seed = 1; seed <= plans; seed++) {
        const plan = await checked(seed);
        if (plan) {
            found.push(plan);
        }
    }
    sound = found;
    console.log(`${sound.length} of ${plans} random plans have no error`);
}, 300_000);

/** The maximum lag of a site: the notification and its window, a run in progress, and the run for the notification. */
function lagOf({ link }: Site): number {
    const megabytes = assumed.catalogSize + days * assumed.changeSize;
    const transfer = Math.ceil(transmissionMinutes(link, megabytes) + latencyMinutes(link, megabytes, assumed));
    const run = Math.max(assumed.childSynchronization, transfer) + assumed.settlingTime + assumed.childSynchronization;
    const window = link?.open ? minutesOfDay : 0;
    return window + assumed.notificationDelay + 2 * run;
}

/**
 * Returns a site and all sites above it, if each has an active software update point and synchronization needs no manual start or import.
 */
function chainOf(hierarchy: Hierarchy, site: Site): readonly Site[] | undefined {
    const chain: Site[] = [];
    for (let current: Site | undefined = site; current; current = parentOf(hierarchy, current)) {
        chain.push(current);
    }
    const isAutomatic = chain.every(each => activeUpdatePointOf(each) && sourceOf(hierarchy, each)?.kind !== 'none') && intervalOf(chain.at(-1)!) !== undefined;
    return isAutomatic ? chain : undefined;
}

interface ChainSummary {
    readonly chain: readonly Site[];
    readonly summary: SiteSummary;
    readonly top: SiteSummary;
}

function chainsOf({ hierarchy, result: { summary: { sites } } }: Sound): readonly ChainSummary[] {
    return sites.flatMap(summary => {
        const chain = chainOf(hierarchy, summary.site);
        return chain ? [{ chain, summary, top: sites.find(({ site }) => site === chain.at(-1))! }] : [];
    });
}

describe('a plan without errors', () => {
    test('the sample contains enough plans without errors, with enough sites', () => {
        expect(sound.length).toBeGreaterThan(plans / 4);
        expect(sound.reduce((sum, { hierarchy }) => sum + hierarchy.sites.length, 0)).toBeGreaterThan(2 * sound.length);
    });

    test('synchronizes every site without a failure', () => {
        for (const plan of sound) {
            for (const { summary: { site, failures, synchronizations } } of chainsOf(plan)) {
                expect({ failures, hasRun: synchronizations > 0 }, `seed ${plan.seed}, ${site.code}`).toEqual({ failures: 0, hasRun: true });
            }
        }
    });

    test('keeps each site current within the time that links and runs take', () => {
        for (const plan of sound) {
            for (const { chain, summary, top } of chainsOf(plan)) {
                const most = chain.slice(0, -1).reduce((sum, site) => sum + lagOf(site), 0);
                const where = `seed ${plan.seed}, ${summary.site.code}`;
                expect(summary.catalogAge, where).toBeLessThanOrEqual(most + intervalOf(top.site)! + assumed.firstSynchronization + assumed.settlingTime);
                if (top.catalogAge! >= most) {
                    expect(summary.contentVersion, where).toBe(top.contentVersion);
                }
            }
        }
    });

    test('lets all intranet clients scan whose sites have a complete chain of software update points', () => {
        for (const { seed, hierarchy, result } of sound) {
            for (const { name, site, group, server, result: ended } of result.summary.groups) {
                const assigned = site.kind === 'secondary' ? parentOf(hierarchy, site) : site;
                if (assigned && chainOf(hierarchy, assigned) && !name.includes('/internet') && group?.on !== 'internet') {
                    expect(ended, `seed ${seed}, ${name} against ${server}`).toBe('succeeded');
                }
            }
        }
    });
});

function intervalOf({ synchronizations: [settings] }: Site): number | undefined {
    const schedule = settings?.schedule;
    return schedule?.kind === 'every' ? schedule.count * { hour: 60, day: minutesOfDay, week: 7 * minutesOfDay }[schedule.unit] : undefined;
}
