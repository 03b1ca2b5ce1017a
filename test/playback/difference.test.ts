import { describe, expect, test } from 'vitest';
import { differenceOf, type RunDifference } from '@sup/playback';
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
        expect(differenceOf(plain, plain)).toEqual({ sites: [], clients: [], summary: 'No effect: every site gets its updates and every client scans as before.' });
    });

    test('finds no difference for an outage that ends before it has an effect', () => {
        expect(whatIf(['stop OSLSUP01 for 5m', 3 * day + 12 * 60])).toMatchObject({ sites: [], clients: [] });
    });

    test('includes all sites and clients below a failed server', () => {
        const { sites, clients, summary } = whatIf(['stop OSLSUP01', 7 * day]);
        expect(sites.map(({ site }) => site).sort()).toEqual(['site:BER', 'site:OSL']);
        expect(clients.map(({ site }) => site)).toContain('site:OSL');
        expect(summary).toMatch(/clients? cannot scan, for up to \d+d|sites get no new updates before the run ends/);
        expect(sites.find(({ site }) => site === 'site:BER')!.text).toMatch(/^BER (gets content version \d+ .* later|does not get content version \d+ before the run ends)\.$/);
    });

    test('finds a smaller difference for a shorter outage', () => {
        const delays = ['2d', '4d'].map(time => whatIf([`stop OSLSUP01 for ${time}`, 6 * day + 12 * 60])).map(({ clients }) => clients.reduce((sum, { failing, stale }) => sum + failing + stale, 0));
        expect(delays[0]).toBeLessThanOrEqual(delays[1]!);
        expect(delays[1]).toBeGreaterThan(0);
    });

    test('lists the worst delays first', () => {
        const { clients } = whatIf(['fail Microsoft Update', 1 * day], ['stop OSLSUP01', 2 * day]);
        const failing = clients.map(each => each.failing * each.count);
        expect(failing).toEqual([...failing].sort((a, b) => b - a));
    });
});
