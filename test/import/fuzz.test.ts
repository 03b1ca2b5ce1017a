import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ImportError, importPlan } from '@sup/import';
import { inOwnProcess } from '../support/own-process.js';
import { byRunLength } from '../support/run-length.js';

// Anyone may have made the sources. An import ends with a plan or with a message in any case, in less memory than a small computer has.

/** The seeds of the long form are divided, so that each part ends long before the timeout of a test. */
const { parts, count } = byRunLength({ short: { parts: 1, count: 1_500 }, long: { parts: 10, count: 20_000 } });
const folder = fileURLToPath(new URL('samples', import.meta.url));
/** In bytes. */
const maxMemory = 512 * 1024 * 1024;
/** Ends an import that hangs. Milliseconds. */
const timeout = 500_000;

test.each(Array.from({ length: parts }, (_, i) => i * count))('any source gives a plan without syntax errors, or a message, from seed %d on', async first => {
    const output = await inOwnProcess('fuzz-imports.ts', { flags: ['--max-old-space-size=350'], env: { SUP_FUZZ: JSON.stringify({ folder, first, count }) }, timeout });
    const { plans, peak } = JSON.parse(output) as { readonly plans: number; readonly peak: number };
    expect(plans).toBeGreaterThan(count / 4);
    expect(peak).toBeLessThan(maxMemory);
});

test.each<[string, string]>([
    ['deeply nested lists', `{"format":"sup-hierarchy","sites":${'['.repeat(1_000_000)}`],
    ['millions of values', `{"format":"sup-hierarchy","sites":[${'0,'.repeat(2_500_000)}0]}`],
    ['an unclosed text', `{"format":"sup-hierarchy","name":"${'a\\'.repeat(1_000_000)}`],
    ['nested sections', 'SITE CONTROL FILE [6487]\n' + 'BEGIN_A\n'.repeat(200_000)],
    ['a long line', `SITE CONTROL FILE [6487]\nBEGIN_A\nPROPERTY <${'><'.repeat(2_000_000)}>\nEND_A\n`],
    ['a long path', `SITE CONTROL FILE [6487]\nBEGIN_SYSTEM_RESOURCE_USE\nRESOURCE<x><${'\\a]'.repeat(1_000_000)}\nROLE<SMS Software Update Point>\nEND_SYSTEM_RESOURCE_USE\n`],
    ['an end without a line break', `BEGIN_A\n${'END_'.repeat(1_000_000)}`],
    ['many columns', `code${',x'.repeat(1_000_000)}`],
    ['an unclosed quote', `code\n"${'""'.repeat(2_000_000)}`],
    ['many rows', `code,parent\n${'A,B\n'.repeat(400_000)}`],
    ['blanks', ' '.repeat(8_000_000)]
])('reads or refuses %s in linear time', (_, text) => {
    let outcome: unknown;
    try {
        outcome = importPlan([{ name: 'hostile', text }]).hierarchy;
    } catch (error) {
        outcome = error;
    }
    expect(typeof outcome === 'string' || outcome instanceof ImportError).toBe(true);
});
