/** Whether random and growth tests run at full length: `npm run test:long` sets it. `npm test` runs the beginning of the same seeds. */
const isLongRun = process.env['SUP_LONG_TESTS'] === '1';

export function byRunLength<T>(lengths: { readonly short: T; readonly long: T }): T {
    return isLongRun ? lengths.long : lengths.short;
}
