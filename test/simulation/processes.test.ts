import { expect, test } from 'vitest';
import { inOwnProcess } from '../support/own-process.js';
import { traceDigest } from '../support/trace-digest.js';

test('the same runs give the same traces in another time zone and locale', async () => {
    const elsewhere = JSON.parse(await inOwnProcess('print-trace-digest.ts', { env: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } })) as { digest: string; month: string };
    expect(elsewhere.month).toContain('5:30');
    expect(elsewhere.digest).toBe(traceDigest());
});

test('memory does not grow with the length of a run', async () => {
    const { early, late, verdicts } = JSON.parse(await inOwnProcess('print-heap.ts', { flags: ['--expose-gc'] })) as { early: number; late: number; verdicts: string[] };
    expect(verdicts).toEqual(['held', 'held']);
    // After 30 days everything has happened that happens: what 270 more days bring must not stay.
    expect(late / early).toBeLessThan(1.25);
});
