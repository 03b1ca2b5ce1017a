import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyMidnight } from '../../server/src/midnight.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('each day that ends is noticed once', () => {
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
