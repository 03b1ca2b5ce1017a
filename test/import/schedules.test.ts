import { expect, test } from 'vitest';
import { scheduleOf } from '../../import/src/interpret/schedules.js';

// The first token is a published example, the second the default of the product. The others were written by hand from the bits that the documents describe.

test.each([
    ['1033BC7B10100010', 'every 2 days at 01:04', undefined],
    ['0001200000100038', 'every 7 days', 'a simple schedule; the time of day is not in the file'],
    ['0001170000100038', 'every 7 days', 'a simple schedule; the time of day is not in the file'],
    ['004139C000100038', 'every 7 days at 02:00', undefined],
    ['1C4139C000100008', 'every 1 day at 02:07', undefined],
    ['78C35A0000100800', 'every 8 hours', undefined],
    ['00655A00001C2000', 'every 1 week on Wednesday at 03:00', undefined],
    ['3EC81A40001F4001', 'every 2 weeks on Saturday at 22:15', 'in UTC, and times in a plan are local'],
    ['028A7A8000231400', 'on the second Tuesday of every month at 20:00', undefined],
    ['003F7A8000280400', 'on the last day of every month at 01:00', undefined],
    ['003F7A8000080000', 'manual', 'the schedule 003F7A8000080000 is for a single time'],
    ['', 'manual', undefined],
    ['1C4139C000100008004139C000100038', 'every 1 day at 02:07', 'the first of 2 schedules: 1C4139C000100008004139C000100038'],
    ['0001200000102000', undefined, 'the schedule 0001200000102000 (every 1 min) cannot be written'],
    ['00012000001F0000', undefined, 'the schedule 00012000001F0000 (every week without a day) cannot be written'],
    ['0001200000000000', undefined, 'the schedule 0001200000000000 (an unknown kind of recurrence) cannot be written'],
    ['weekly', undefined, 'the schedule weekly cannot be read'],
    [undefined, undefined, undefined]
])('reads the schedule token %j as %j', (token, value, note) => {
    expect(scheduleOf(token)).toEqual({ value, ...note === undefined && token !== undefined && value !== 'manual' ? { note: undefined } : note === undefined ? {} : { note } });
});
