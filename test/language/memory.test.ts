import { expect, test } from 'vitest';
import { inOwnProcess } from '../support/own-process.js';

test('uses memory independently of the number of edits', async () => {
    const { early, late, findings } = JSON.parse(await inOwnProcess('print-edited-heap.ts', { flags: ['--expose-gc'] })) as Record<'early' | 'late' | 'findings', number>;
    expect(findings).toBeGreaterThan(0);
    expect(late / early, `${Math.round(early / 1e6)} MB after 100 edits, ${Math.round(late / 1e6)} MB after 800`).toBeLessThan(1.15);
});
