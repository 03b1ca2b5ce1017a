/**
 * The seed of the random numbers. It is the same in every run, so that a failure comes from the change under test; `SUP_FUZZ_SEED` sets
 * another number, or `random`.
 */
export function fuzzSeed(usual: number): number {
    const asked = process.env['SUP_FUZZ_SEED'];
    return asked === 'random' ? Math.floor(Math.random() * 1_000_000_000) : Number(asked ?? usual);
}
