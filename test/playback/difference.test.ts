import { describe, expect, test } from 'vitest';
import { differenceOf, type RunDifference } from '@sup/playback';
import { plainScenario } from '@sup/simulation';
import { fortnight, stageExample } from '../support/stage.js';

// What a design review asks: who is worse off, and by how much.

const stage = stageExample('scenarios', 'fjordline.sup');
const plain = stage.record(plainScenario(fortnight)).recording;

function whatIf(...events: readonly (readonly [text: string, at: number])[]): RunDifference {
    return differenceOf(plain, stage.record(plainScenario(fortnight), events.map(([text, at]) => stage.event(text, at))).recording);
}

const day = 1_440;

describe('the difference that something makes', () => {
    test('is none where nothing happens', () => {
        expect(differenceOf(plain, plain)).toEqual({ sites: [], clients: [], summary: 'Nobody is worse off: every site has its updates, and every client scans, as before.' });
    });

    test('is none where it is over before anybody notices', () => {
        expect(whatIf(['stop OSLSUP01 for 5m', 3 * day + 12 * 60])).toMatchObject({ sites: [], clients: [] });
    });

    test('is told of everybody below a server that dies: what happens in Bergen if Oslo\'s server dies?', () => {
        const { sites, clients, summary } = whatIf(['stop OSLSUP01', 7 * day]);
        expect(sites.map(({ site }) => site).sort()).toEqual(['site:BER', 'site:OSL']);
        expect(clients.map(({ site }) => site)).toContain('site:OSL');
        expect(summary).toMatch(/clients? cannot scan, for up to \d+d|sites get no new updates before the run ends/);
        expect(sites.find(({ site }) => site === 'site:BER')!.text).toMatch(/^BER (gets content version \d+ .* later|does not get content version \d+ before the run ends)\.$/);
    });

    test('is smaller the sooner it is over', () => {
        const delays = ['2d', '4d'].map(time => whatIf([`stop OSLSUP01 for ${time}`, 6 * day + 12 * 60])).map(({ clients }) => clients.reduce((sum, { failing, stale }) => sum + failing + stale, 0));
        expect(delays[0]).toBeLessThanOrEqual(delays[1]!);
        expect(delays[1]).toBeGreaterThan(0);
    });

    test('lists the worst first', () => {
        const { clients } = whatIf(['fail Microsoft Update', 1 * day], ['stop OSLSUP01', 2 * day]);
        const failing = clients.map(each => each.failing * each.count);
        expect(failing).toEqual([...failing].sort((a, b) => b - a));
    });
});
