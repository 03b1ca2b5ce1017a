import { expect, test } from 'vitest';
import { draw } from '../../simulation/src/engine/chance.js';

const names = Array.from({ length: 60_000 }, (_, i) => `S${i.toString(36)}/intranet`);

test('a draw is a function of seed, name and count', () => {
    expect(draw(7, 'OSL/intranet', 3, 1_000_000)).toBe(draw(7, 'OSL/intranet', 3, 1_000_000));
    const others = [draw(8, 'OSL/intranet', 3, 1_000_000), draw(7, 'BER/intranet', 3, 1_000_000), draw(7, 'OSL/intranet', 4, 1_000_000)];
    expect(others).not.toContain(draw(7, 'OSL/intranet', 3, 1_000_000));
});

test('a draw stays below the bound, and a bound of 1 or 0 yields zero', () => {
    expect(names.every(name => draw(1, name, 0, 121) < 121)).toBe(true);
    expect(new Set(names.slice(0, 100).map(name => draw(1, name, 0, 1)))).toEqual(new Set([0]));
    expect(draw(1, 'OSL/intranet', 0, 0)).toBe(0);
});

test.each([['names', (i: number) => draw(1, names[i]!, 0, 120)], ['counts', (i: number) => draw(1, 'OSL/intranet', i, 120)], ['seeds', (i: number) => draw(i, 'OSL/intranet', 0, 120)]])('draws for many %s are evenly distributed', (_, drawn) => {
    const counts = new Array<number>(120).fill(0);
    names.forEach((_, i) => counts[drawn(i)]!++);
    // The expected count is 500 with a standard deviation of 22; a deviation of five times that does not happen by chance.
    expect(Math.min(...counts)).toBeGreaterThan(390);
    expect(Math.max(...counts)).toBeLessThan(610);
});
