import { beforeAll, describe, expect, test } from 'vitest';
import { activeUpdatePointOf, assume, type Hierarchy, parentOf, type Site, sourceOf } from '@sup/model';
import { simulate, type SimulationResult, type SiteSummary } from '@sup/simulation';
import { transferMinutes } from '../../simulation/src/world/link.js';
import { Random } from '../support/random.js';
import { randomPlan } from '../support/random-plan.js';
import { workspaceWith } from '../support/workspace.js';

// The rules and the simulation were written from the same facts, each by itself. Where the rules find no error in a plan, it has to work.

const plans = 600;
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

/** The longest that a site can lag behind its parent: the notification and its window, a run that was under way, and its own. */
function lagOf({ link }: Site): number {
    const run = Math.max(assumed.childSynchronization, transferMinutes(link, assumed.catalogSize + days * assumed.changeSize, assumed)) + assumed.settlingTime + assumed.childSynchronization;
    const window = link?.open ? minutesOfDay : 0;
    return window + assumed.notificationDelay + 2 * run;
}

/**
 * A site and all sites above it, where each has an active software update point, and nobody has to do anything by hand: to start
 * synchronization, or to carry it over.
 */
function chainOf(hierarchy: Hierarchy, site: Site): readonly Site[] | undefined {
    const chain: Site[] = [];
    for (let at: Site | undefined = site; at; at = parentOf(hierarchy, at)) {
        chain.push(at);
    }
    const isByItself = chain.every(each => activeUpdatePointOf(each) && sourceOf(hierarchy, each).kind !== 'none') && intervalOf(chain.at(-1)!) !== undefined;
    return isByItself ? chain : undefined;
}

interface Place {
    readonly chain: readonly Site[];
    readonly summary: SiteSummary;
    readonly top: SiteSummary;
}

function placesOf({ hierarchy, result: { summary: { sites } } }: Sound): readonly Place[] {
    return sites.flatMap(summary => {
        const chain = chainOf(hierarchy, summary.site);
        return chain ? [{ chain, summary, top: sites.find(({ site }) => site === chain.at(-1))! }] : [];
    });
}

describe('a plan without errors', () => {
    test('is drawn often enough, with sites enough', () => {
        expect(sound.length).toBeGreaterThan(plans / 4);
        expect(sound.reduce((sum, { hierarchy }) => sum + hierarchy.sites.length, 0)).toBeGreaterThan(2 * sound.length);
    });

    test('synchronizes everywhere, without a single failure', () => {
        for (const plan of sound) {
            for (const { summary: { site, failures, synchronizations } } of placesOf(plan)) {
                expect({ failures, hasRun: synchronizations > 0 }, `seed ${plan.seed}, ${site.code}`).toEqual({ failures: 0, hasRun: true });
            }
        }
    });

    test('has no site that lags behind the top longer than the links and runs between them take', () => {
        for (const plan of sound) {
            for (const { chain, summary, top } of placesOf(plan)) {
                const most = chain.slice(0, -1).reduce((sum, site) => sum + lagOf(site), 0);
                const where = `seed ${plan.seed}, ${summary.site.code}`;
                expect(summary.catalogAge, where).toBeLessThanOrEqual(most + intervalOf(top.site)! + assumed.firstSynchronization + assumed.settlingTime);
                if (top.catalogAge! >= most) {
                    expect(summary.contentVersion, where).toBe(top.contentVersion);
                }
            }
        }
    });

    test('lets all clients on the intranet scan that a chain of software update points leads to', () => {
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
