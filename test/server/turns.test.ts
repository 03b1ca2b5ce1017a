import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver';
import { inChunks, type Work } from '../../server/src/scenarios/in-chunks.js';

// However much work is pending, the server handles other messages, and cancellations among them, after each chunk.

/** Counts its chunks, each of which takes as long as a chunk may take, and never ends. */
function* endless(onChunk: () => void): Work<never> {
    for (;;) {
        onChunk();
        const start = performance.now();
        while (performance.now() - start < 10) {
            // busy
        }
        yield 0;
    }
}

test('a message waits for one chunk, however much work is pending', async () => {
    const source = new CancellationTokenSource();
    let chunks = 0;
    const pending = Array.from({ length: 50 }, () => inChunks(endless(() => chunks++), source.token));
    const counts: number[] = [];
    for (let i = 0; i < 20; i++) {
        await setImmediate();
        counts.push(chunks);
    }
    source.cancel();
    expect((await Promise.allSettled(pending)).every(({ status }) => status === 'rejected')).toBe(true);
    // A turn of the event loop runs one chunk, or two where its turns fall together.
    expect(Math.max(...counts.map((count, i) => count - (counts[i - 1] ?? 0)))).toBeLessThanOrEqual(2);
    expect(chunks).toBeGreaterThan(5);
});

test('work that is cancelled before its first turn does not begin', async () => {
    const source = new CancellationTokenSource();
    let chunks = 0;
    const pending = inChunks(endless(() => chunks++), source.token);
    source.cancel();
    await expect(pending).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(chunks).toBe(0);
});
