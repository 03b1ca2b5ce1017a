import { expect, test } from 'vitest';
import { entryText, judgementText } from '@sup/simulation';
import { child, secondary, simulated, siteText, top } from '../support/simulated.js';

/** A hierarchy of 147 clients that has run for weeks. The update is published on day 2 just after the top site has begun to synchronize, so it is there on day 3 at 02:47, and one level below 24 minutes later. */
function verdict(expectation: string, ...events: readonly string[]): string {
    const { result: { judgements: [judgement] } } = simulated(top + child + secondary, '20 days', 'assume { start: settled }', 'at 2d 02:01: publish update "KB1"', ...events, `expect ${expectation}`);
    return judgement!.verdict === 'broken' ? `broken at ${judgement!.breach!.time}: ${judgement!.breach!.actual}` : judgement!.verdict;
}

// By hand: 1,487 to 1,535 minutes after the look the update is there, and each day a seventh of the clients scans: half of them after 5,040 minutes more.
test.each([
    ['50 % of clients of all sites scan for "KB1" within 4d 14h', 'held'], ['95 % of clients of all sites scan for "KB1" within 8d', 'held'], ['100 % of clients of all sites scan for "KB1" within 8d 5h', 'held'],
    ['100 % of clients of all sites scan for "KB1"', 'held'], ['100% of clients of BER scan for "KB1" by 11d', 'held']
])('a share of clients that scan in time holds: %s', (expectation, expected) => {
    expect(verdict(expectation)).toBe(expected);
});

test('a share that is not reached in time breaks, with the figures', () => {
    expect(verdict('50 % of clients of all sites scan for "KB1" within 4d 6h')).toMatch(/^broken at 9121: By 6d 08:01, 4d 6h after its publication, 4\d(?:\.\d)? % of 147 clients had scanned for "KB1"\. (?:CEN|OSL|BER)\/intranet is furthest from the share, with \d+ of \d+ missing\.$/);
});

test('no client has scanned before its software update point has the update', () => {
    expect(verdict('1 % of clients of all sites scan for "KB1" within 1d')).toContain(' 0 % of 147 clients ');
});

test('a site that is cut off breaks the deadline for all sites', () => {
    const cut = 'at 1d: fail link of OSL for 15d';
    expect(verdict('95 % of clients of all sites scan for "KB1" within 8d', cut)).toContain('OSL/intranet is furthest from the share, with 40 of 40 missing.');
    expect(verdict('95 % of clients of CEN scan for "KB1" within 8d', cut)).toBe('held');
});

test('names the cut link as the cause of missing clients, although nothing fails', () => {
    const cut = simulated(top + child, '20 days', 'assume { start: settled }', 'at 1d: fail link of OSL for 15d', 'at 2d 02:01: publish update "KB1"', 'expect 95 % of clients of all sites scan for "KB1" within 8d');
    expect(entryText(cut.entries[cut.result.judgements[0]!.breach!.entry!]!.details)).toContain('The link of OSL to its parent fails');
});

test('names a link that was cut for a time as the cause of a missed deadline, after it is open again', () => {
    const cut = simulated(top + child, '20 days', 'assume { start: settled }', 'at 2d 02:01: publish update "KB1"', 'at 2d 02:30: fail link of OSL for 3d', 'expect 90 % of clients of OSL scan for "KB1" within 8d');
    expect(entryText(cut.entries[cut.result.judgements[0]!.breach!.entry!]!.details)).toContain('The link of OSL to its parent fails');
});

test('names the clients that never scan, not the larger group that is on its way', () => {
    const shop = siteText('primary site SHO reports to CEN', 'SHOSUP01', 'mode: mixed', 'clients: 30', 'group policy: "http://old:80"');
    const { result: { judgements: [judgement] } } = simulated(top + shop, '20 days', 'assume { start: settled }', 'at 2d 02:01: publish update "KB1"', 'expect 50 % of all clients scan for "KB1" within 4d');
    expect(judgement!.breach!.actual).toContain('SHO/intranet is furthest from the share, with 30 of 30 missing.');
});

test('names the full link over which scans wait', () => {
    const shop = 'secondary site SHO reports to CEN {\nlink: 64 kbps\nclients: 600\n}\n';
    const { result: { judgements: [judgement] } } = simulated(top + shop, '10 days', 'at 1h: publish update "KB1"', 'expect 95 % of clients of SHO scan for "KB1" within 2d');
    // 600 first scans of 30 MB take 26 days.
    expect(judgement!.breach!.actual).toMatch(/ Their scans wait for the link of SHO, which was full for 1d \d+h \d+m\.$/);
});

test('the reason of a broken deadline is no failure after it', () => {
    const { entries, result: { judgements: [judgement] } } = simulated(top + child, '20 days', 'assume { start: settled }', 'at 2d 12:00: fail WSUS of CENSUP01 for 8d',
        'at 2d 02:01: publish update "KB1"', 'at 15d: stop CENSUP01', 'at 15d: stop OSLSUP01', 'expect 95 % of clients of all sites scan for "KB1" within 4d');
    const { time, entry } = judgement!.breach!;
    expect(entries[entry!]!.time).toBeLessThanOrEqual(time);
    expect(entries.some(each => each.time > time && each.details.kind === 'sync-failed')).toBe(true);
});

test.each([
    ['the update is never published', '95 % of clients of all sites scan for "KB2" within 8d'],
    ['the run ends before the deadline', '95 % of clients of all sites scan for "KB1" within 30d']
])('a share stays untested if %s', (_, expectation) => {
    expect(verdict(expectation)).toBe('untested');
});

test.each([
    ['95 % of clients of all sites scan for "KB2" within 8d', '"KB2" was not published.'],
    ['95 % of clients of all sites scan for "KB1" within 30d', 'the deadline 32d 02:01 is after the end of the run, 20d 00:00. Extend the scenario.'],
    ['95 % of clients "Nobody" scan for "KB1" within 8d', 'it is about no clients whose number the plan states.']
])('an untested share says why: %s', (expectation, reason) => {
    const { result: { judgements: [judgement] } } = simulated(top + child, '20 days', 'assume { start: settled }', 'at 2d 02:01: publish update "KB1"', `expect ${expectation}`);
    expect(judgementText(judgement!)).toBe(`The run did not test the expectation: ${reason}`);
});
