/**
 * The processor time that this process spends on some work, in milliseconds. Unlike the time on the clock, it does not count the time in
 * which other programs have the processor.
 */
export async function processorTime(work: () => unknown): Promise<number> {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
}
