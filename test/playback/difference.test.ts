import { describe, expect, test } from 'vitest';
import { settledStart } from '@sup/model';
import { conditionsAt, differenceOf, type RunDifference } from '@sup/playback';
import { plainScenario } from '@sup/simulation';
import { fortnight, stageExample } from '../support/stage.js';

// Answers the question of a design review: which sites and clients does an event affect, and for how long?

const stage = stageExample('scenarios', 'fjordline.sup');
const plain = stage.record(plainScenario(fortnight)).recording;

function whatIf(...events: readonly (readonly [text: string, at: number])[]): RunDifference {
    return differenceOf(plain, stage.record(plainScenario(fortnight), events.map(([text, at]) => stage.event(text, at))).recording);
}

const day = 1_440;

describe('the difference between two runs', () => {
    test('finds no difference between runs without events', () => {
        const none = { clients: 0, minutes: 0, isOpen: false, sites: [] };
        expect(differenceOf(plain, plain)).toMatchObject({ cannotScan: none, heldBack: none, worst: undefined, sites: [], groups: [] });
    });

    test('finds no difference for an outage that ends before it has an effect', () => {
        expect(whatIf(['stop OSLSUP01 for 5m', 3 * day + 12 * 60])).toMatchObject({ sites: [], groups: [] });
    });

    test('includes all sites and clients below a failed server', () => {
        const { sites, groups, cannotScan, heldBack } = whatIf(['stop OSLSUP01', 7 * day]);
        expect(sites.map(({ site }) => site).sort()).toEqual(['site:BER', 'site:OSL']);
        expect(groups.map(({ site }) => site)).toContain('site:OSL');
        expect(cannotScan).toMatchObject({ isOpen: true, clients: groups.reduce((sum, { clients }) => sum + clients, 0) });
        expect(heldBack.sites).toContain('site:BER');
        expect(sites.find(({ site }) => site === 'site:BER')!.text).toBe('BER gets no new updates before the run ends.');
    });

    test('finds a smaller difference for a shorter outage', () => {
        const delays = ['2d', '4d'].map(time => whatIf([`stop OSLSUP01 for ${time}`, 6 * day + 12 * 60]).groups.reduce((sum, { clients, minutes }) => sum + clients * minutes, 0));
        expect(delays[0]).toBeLessThanOrEqual(delays[1]!);
        expect(delays[1]).toBeGreaterThan(0);
    });

    test('lists the worst delays first', () => {
        const { groups } = whatIf(['fail Microsoft Update', 1 * day], ['stop OSLSUP01', 2 * day]);
        const failing = groups.map(each => each.minutes * each.clients);
        expect(failing).toEqual([...failing].sort((a, b) => b - a));
    });
});

describe('the difference in Brightwater, whose clients scan once a week', () => {
    const brightwater = stageExample('brightwater', 'headquarters.sup');
    const settled = { ...plainScenario(fortnight), assumptions: { start: settledStart } };
    const before = brightwater.record(settled).recording;
    const after = brightwater.record(settled, [brightwater.event('stop EURSUP01 for 3d', 5 * day)]).recording;
    const { clients, cannotScan, heldBack, worst, sites } = differenceOf(before, after);

    test('counts the clients whose scans have failed, and not all clients of their groups', () => {
        // Three of seven days: 3/7 of the 4,705 clients that scan at EURSUP01.
        expect([clients, cannotScan.clients]).toEqual([27_825, 2_019]);
        expect(cannotScan.minutes).toBeGreaterThanOrEqual(3 * day);
        expect(cannotScan.sites[0]).toBe('site:EUR');
    });

    test('finds the moment when almost the most clients cannot scan', () => {
        expect(worst! / day).toBeGreaterThan(7);
        expect(after.samples.cannotScan[worst! / after.samples.interval]!).toBeGreaterThanOrEqual(0.95 * cannotScan.clients);
    });

    test('holds clients back while the catalog that they use lacks updates, and no longer', () => {
        expect(sites.map(({ code }) => code).sort()).toEqual(['ANT', 'EUR', 'GDN', 'LEH']);
        const [{ behind: [period, ...others] } = expect.fail()] = sites;
        expect([others, period!.from > 5 * day, period!.to < 9 * day]).toEqual([[], true, true]);
        const moment = 7 * day;
        const differences = differenceOf(before, after);
        expect(conditionsAt(after, differences, 'site:ANT', moment)).toEqual({ clients: 310, cannotScan: 0, heldBack: 310, waiting: 0 });
        expect(conditionsAt(after, differences, 'site:ANT', 10 * day)).toEqual({ clients: 310, cannotScan: 0, heldBack: 0, waiting: 0 });
        expect(heldBack.isOpen).toBe(false);
    });

    test('holds no client back after Microsoft Update works again', () => {
        const failed = brightwater.record(settled, [brightwater.event('fail Microsoft Update for 3d', 5 * day)]).recording;
        const difference = differenceOf(before, failed);
        expect(difference.cannotScan.clients).toBe(0);
        expect(difference.heldBack).toMatchObject({ clients: 27_825, isOpen: false });
    });
});
