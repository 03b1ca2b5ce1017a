import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyMidnight } from '../../server/src/midnight.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('calls back once after each midnight', () => {
    vi.setSystemTime(new Date(2027, 5, 30, 23, 59, 0));
    const act = vi.fn();
    everyMidnight(act);
    vi.advanceTimersByTime(59_000);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5_000);
    expect(act).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(3 * 24 * 3_600_000);
    expect(act).toHaveBeenCalledTimes(4);
});

test.each([
    ['back by an hour', new Date(2027, 5, 30, 22, 0, 0), new Date(2027, 6, 1, 0, 0, 2)],
    ['forward by a day', new Date(2027, 6, 1, 23, 0, 0), new Date(2027, 6, 2, 0, 0, 2)]
])('calls back after midnight even if the clock is set %s', (_, set, nextDay) => {
    vi.setSystemTime(new Date(2027, 5, 30, 23, 0, 0));
    const days: string[] = [];
    everyMidnight(() => days.push(new Date().toDateString()));
    vi.setSystemTime(set);
    vi.advanceTimersByTime(nextDay.getTime() - set.getTime());
    expect(days).toContain(nextDay.toDateString());
});
