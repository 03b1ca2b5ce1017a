import { describe, expect, test } from 'vitest';
import { at, clientsAt, laneOf, outagesAt, type Recording, siteMoment, stopAfter, stopBefore, stopsOf } from '@sup/playback';
import { plainScenario, type TraceEntry } from '@sup/simulation';
import { fortnight, stagePlan, stageExample, type StagedPlan } from '../support/stage.js';
import { scenario as scenarioText, tidewater } from '../support/tidewater.js';

// The state of a recording at every moment must match the trace up to that moment.

const day = 1_440;
const titles = stageExample('scenarios', 'fjordline.sup').content.scenarios.map(({ title }) => title);

const siteOf = (recording: Recording, code: string): Recording['sites'][number] => recording.sites.find(site => site.code === code)!;

/** Computes the state of a site from the trace up to a minute. */
function stateInTrace(entries: readonly TraceEntry[], code: string, minute: number): { version: number; isSynchronizing: boolean; hasFailed: boolean } {
    const state = { version: 0, isSynchronizing: false, hasFailed: false };
    for (const { site, time, details } of entries) {
        if (site !== code || time > minute) {
            continue;
        }
        switch (details.kind) {
            case 'sync-started': state.isSynchronizing = true; break;
            case 'sync-done': Object.assign(state, { version: details.version, isSynchronizing: false, hasFailed: false }); break;
            case 'sync-failed':
            case 'sync-lost': Object.assign(state, { isSynchronizing: false, hasFailed: true }); break;
            default:
        }
    }
    return state;
}

function expectToMatchTrace(stage: StagedPlan, title: string | undefined): void {
    const { recording, collector } = stage.record(title === undefined ? plainScenario(fortnight) : stage.scenario(title));
    const moments = [...new Set(collector.entries.map(({ time }) => time))];
    for (const site of recording.sites) {
        for (const moment of moments.filter((_, i) => i % 7 === 0)) {
            const { version, activity, failure } = siteMoment(recording, site, moment);
            const expected = stateInTrace(collector.entries, site.code, moment);
            const where = `${site.code} at ${moment}`;
            expect(failure !== undefined, where).toBe(expected.hasFailed);
            if (!expected.isSynchronizing && !expected.hasFailed) {
                expect(version, where).toBe(expected.version);
            } else {
                // The new version is available as soon as it is copied, but the trace reports it at the end of the run.
                expect([expected.version, expected.version + 1], where).toContain(version);
            }
            expect(['wsus', 'settling', 'database', 'internet'].includes(activity), where).toBe(expected.isSynchronizing);
        }
    }
}

describe('a recording', () => {
    test.each(titles)('matches the trace of “%s” at every moment', title => expectToMatchTrace(stageExample('scenarios', 'fjordline.sup'), title));

    test('matches the trace of a large hierarchy at every moment', () => expectToMatchTrace(stageExample('brightwater'), undefined));

    test('starts like the recording of a longer run', () => {
        const stage = stageExample('brightwater');
        const [short, long] = [5 * day, fortnight].map(duration => stage.record(plainScenario(duration)).recording);
        for (const [i, site] of short!.sites.entries()) {
            for (let minute = 0; minute <= 5 * day; minute += 97) {
                expect(siteMoment(short!, site, minute)).toMatchObject({ ...siteMoment(long!, long!.sites[i]!, minute), until: expect.toSatisfy(() => true) as unknown });
            }
        }
    });

    test('has steps with distinct times and changed values', () => {
        for (const { activity, version, console: shown, link, drift, failure } of stageExample('scenarios', 'fjordline.sup').record(plainScenario(fortnight)).recording.sites) {
            for (const steps of [activity, version, shown, link, drift, failure]) {
                expect(steps.at[0]).toBe(0);
                steps.at.slice(1).forEach((moment, i) => {
                    expect(moment).toBeGreaterThan(steps.at[i]!);
                    expect(steps.is[i + 1]).not.toEqual(steps.is[i]);
                });
            }
        }
    });

    test('survives serialization to JSON', () => {
        const { recording } = stageExample('scenarios', 'fjordline.sup').record(plainScenario(day));
        expect(JSON.parse(JSON.stringify(recording, (_, value: unknown) => value === undefined ? null : value))).toMatchObject({ duration: day, sites: recording.sites.map(({ code }) => ({ code })) });
    });
});

describe('the recording of a scenario', () => {
    const stage = stagePlan({
        'plan.sup': tidewater,
        'scenario.sup': scenarioText('Failures', '9 days', 'at 3d: fail WSUS of OSLSUP01 for 1d', 'at 6d 00:30: set OSLSUP01 replica to yes', 'expect CEN synchronized by 6h', 'expect OSL synchronized never')
    });
    const { recording } = stage.record(stage.scenario('Failures'));
    const oslo = siteOf(recording, 'OSL');

    test('contains the outages with their times and parts', () => {
        expect(recording.outages).toEqual([{ part: 'server:OSLSUP01', kind: 'wsus', from: 3 * day, to: 4 * day, subject: 'WSUS on OSLSUP01', state: 'is down', text: 'WSUS on OSLSUP01 is down' }]);
        expect([3 * day - 1, 3 * day, 4 * day - 1, 4 * day].map(moment => outagesAt(recording, moment).length)).toEqual([0, 1, 1, 0]);
    });

    test('marks events and verdicts at their times', () => {
        const [broken, ...others] = recording.marks.map(({ at: moment, kind, part }) => [moment, kind, part]);
        expect(broken).toEqual([siteOf(recording, 'OSL').successes[0], 'broken', undefined]);
        expect(others).toEqual([[6 * 60, 'held', undefined], [3 * day, 'event', 'server:OSLSUP01'], [4 * day, 'event', 'server:OSLSUP01'], [6 * day + 30, 'event', 'server:OSLSUP01']]);
    });

    test('shows a changed setting until it is restored on the hour', () => {
        expect([29, 30, 59, 60].map(minute => siteMoment(recording, oslo, 6 * day + minute).drift)).toEqual([[], ['replica'], ['replica'], []]);
        expect(siteMoment(recording, oslo, 6 * day + 60).working).toEqual(['SMS_WSUS_CONFIGURATION_MANAGER']);
    });

    test('shows an outdated site while its WSUS is down, and the reason', () => {
        const moment = siteMoment(recording, oslo, 3 * day + 6 * 60);
        expect(moment).toMatchObject({ activity: 'failed', failure: 'WSUS on OSLSUP01 does not answer' });
        expect(moment.version).toBeLessThan(moment.newest);
        expect(laneOf(recording, oslo).some(({ kind, from, to }) => kind === 'failed' && from < 3 * day + 6 * 60 && to > 3 * day + 6 * 60)).toBe(true);
    });

    test('counts clients by the result of their last scan', () => {
        expect(clientsAt(recording, 'site:OSL', 0)).toEqual({ never: 400, current: 0, stale: 0, failing: 0 });
        for (let minute = 0; minute <= recording.duration; minute += 211) {
            expect(Object.values(clientsAt(recording, 'site:OSL', minute)).reduce((sum, count) => sum + count)).toBe(400);
        }
        expect(recording.clients.some(({ state }) => state.is.includes('stale'))).toBe(true);
    });

    test('samples clients and links at equal intervals', () => {
        const { interval, cannotScan, upToDate, links } = recording.samples;
        expect([cannotScan.length, upToDate.length]).toEqual([recording.duration / interval + 1, recording.duration / interval + 1]);
        const clients = recording.clients.reduce((sum, { count }) => sum + count, 0);
        expect(Math.max(...upToDate)).toBeLessThanOrEqual(clients);
        expect(Math.max(...upToDate)).toBeGreaterThan(0);
        for (const [i, count] of cannotScan.entries()) {
            expect(count).toBe(recording.sites.reduce((sum, { id }) => sum + clientsAt(recording, id, i * interval).failing, 0));
        }
        expect(links.map(({ peak }) => peak)).toEqual(links.map(({ used }) => Math.max(...used)));
        expect(Math.max(...links.map(({ peak }) => peak))).toBeLessThanOrEqual(101);
    });

    test('names the events that change settings apart from the outages', () => {
        expect(recording.changes).toEqual([{ at: 6 * day + 30, text: 'An administrator sets the replica setting of WSUS on OSLSUP01 to yes', part: 'server:OSLSUP01' }]);
    });

    test('provides the next and the previous stop', () => {
        const stops = stopsOf(recording);
        expect(stops[0]).toBe(0);
        expect(stops.at(-1)).toBe(recording.duration);
        expect(stopAfter(recording, 3 * day - 1)).toBe(3 * day);
        expect(stopBefore(recording, 3 * day)).toBeLessThan(3 * day);
        expect(stopAfter(recording, recording.duration)).toBe(recording.duration);
        expect(stopBefore(recording, 0)).toBe(0);
    });
});

test('a value holds from its step until the next one', () => {
    const steps = { at: [0, 10, 20], is: ['a', 'b', 'c'] };
    expect([0, 9, 10, 19, 20, 1_000, 9.5].map(time => at(steps, time))).toEqual(['a', 'a', 'b', 'b', 'c', 'c', 'a']);
});

test('records a plan without sites', () => {
    const { recording } = stagePlan({ 'empty.sup': 'hierarchy Nothing\n' }).record(plainScenario(day));
    expect(recording).toMatchObject({ duration: day, sites: [], clients: [], outages: [] });
    expect(stopsOf(recording)).toEqual([0, day]);
});
