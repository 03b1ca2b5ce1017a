import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const offered = async (schedule: string): Promise<readonly string[]> =>
    (await findingsOf('schedule-out-of-range', `central site NRD {\n  synchronization { schedule: ${schedule} }\n}\n`)).flatMap(({ fixes }) => Object.keys(fixes).map(title => title.replace('Synchronize ', '')));

test.each([
    ['every 24 hours', ['every 1 day', 'every 23 hours']],
    ['every 48 hours at 01:07', ['every 2 days at 01:07', 'every 23 hours at 01:07']],
    ['every 36 hours', ['every 1 day', 'every 2 days', 'every 23 hours']],
    ['every 168 hours', ['every 7 days', 'every 1 week', 'every 23 hours']],
    ['every 35 days', ['every 31 days', 'every 4 weeks']],
    ['every 5 weeks', ['every 31 days', 'every 4 weeks']],
    ['every 400 days', ['every 31 days']],
    ['every 6 weeks on Wednesday at 02:07', ['every 4 weeks on Wednesday at 02:07']]
])('offers the nearest intervals that the console accepts for %s', async (schedule, titles) => {
    expect(await offered(schedule)).toEqual(titles);
});

test.each(['every 1 hour', 'every 23 hours', 'every 31 days', 'every 4 weeks', 'on day 15 of every month', 'manual', 'unknown'])('accepts %s', async schedule => {
    expect(await offered(schedule)).toEqual([]);
});
