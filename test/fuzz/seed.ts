/**
 * Where chance begins: the same in every run, so that a change is judged by what it changes; `SUP_FUZZ_SEED` is another number, or
 * `random`.
 */
export function fuzzSeed(usual: number): number {
    const asked = process.env['SUP_FUZZ_SEED'];
    return asked === 'random' ? Math.floor(Math.random() * 1_000_000_000) : Number(asked ?? usual);
}
