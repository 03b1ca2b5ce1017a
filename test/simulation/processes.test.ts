import { expect, test } from 'vitest';
import { inOwnProcess } from '../support/own-process.js';
import { traceDigest } from '../support/trace-digest.js';

test('produces the same traces in another time zone and locale', async () => {
    const elsewhere = JSON.parse(await inOwnProcess('print-trace-digest.ts', { env: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } })) as { digest: string; month: string };
    expect(elsewhere.month).toContain('5:30');
    expect(elsewhere.digest).toBe(traceDigest());
});

test('uses memory independently of the length of a run', async () => {
    const { early, late, verdicts } = JSON.parse(await inOwnProcess('print-heap.ts', { flags: ['--expose-gc'] })) as { early: number; late: number; verdicts: string[] };
    expect(verdicts).toEqual(['held', 'held']);
    // All kinds of events have happened after 30 days; another 270 days must not need more memory.
    expect(late / early).toBeLessThan(1.25);
});
