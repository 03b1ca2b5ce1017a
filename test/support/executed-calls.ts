import { Session } from 'node:inspector/promises';

/**
 * Counts the calls of JavaScript functions while some work runs. Unlike a time, the count is the same on every machine, whatever else
 * runs there.
 */
export async function executedCalls(work: () => unknown): Promise<number> {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    // Taking the coverage resets the counters.
    await session.post('Profiler.takePreciseCoverage');
    try {
        await work();
        const { result } = await session.post('Profiler.takePreciseCoverage');
        return result.flatMap(({ functions }) => functions).reduce((calls, { ranges: [range] }) => calls + range!.count, 0);
    } finally {
        await session.post('Profiler.stopPreciseCoverage');
        session.disconnect();
    }
}
