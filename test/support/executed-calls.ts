import { Session } from 'node:inspector/promises';
import { expect } from 'vitest';

/**
 * Counts the calls of JavaScript functions while some work runs, or the executed blocks, which include the rounds of loops. Unlike a time,
 * the count is the same on every machine, whatever else runs there.
 */
export async function executedCalls(work: () => unknown, counted: 'calls' | 'blocks' = 'calls'): Promise<number> {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: counted === 'blocks' });
    // Taking the coverage resets the counters.
    await session.post('Profiler.takePreciseCoverage');
    try {
        await work();
        const { result } = await session.post('Profiler.takePreciseCoverage');
        return result.flatMap(({ functions }) => functions).flatMap(({ ranges }) => counted === 'calls' ? ranges.slice(0, 1) : ranges)
            .reduce((sum, { count }) => sum + count, 0);
    } finally {
        await session.post('Profiler.stopPreciseCoverage');
        session.disconnect();
    }
}

/**
 * Expects that the number of executed blocks grows in proportion to a size, or to the time that sorting takes. `prepare` runs before the count of each size. The work is done
 * once in advance, because the first run of a function also loads and caches.
 */
export async function expectLinearBlocks(prepare: (size: number) => () => unknown, size: number): Promise<void> {
    const [small, large] = [size, 4 * size];
    await prepare(small)();
    const few = await executedCalls(prepare(small), 'blocks');
    const many = await executedCalls(prepare(large), 'blocks');
    expect(many, `${few} blocks at ${small}, ${many} at ${large}`).toBeLessThan(6 * few);
    expect(few).toBeGreaterThan(small);
}
