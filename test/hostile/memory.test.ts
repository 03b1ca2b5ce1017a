import { expect, test } from 'vitest';
import { fileLimits } from '@sup/model';
import { MeasuredServer } from '../support/measured-server.js';
import { byRunLength } from '../support/run-length.js';
import { hostileDocuments } from './whole-file/documents.js';

// No document within the limits takes the server over 512 MB, or much processor time to open. `npm test` tries those that need most of both.

const worst = ['keys', 'quotes on lines', 'closing braces', 'sites on lines', 'scenarios', 'invisible characters'];
const documents = hostileDocuments.filter(({ name }) => byRunLength({ short: worst.includes(name), long: true }));

/** In megabytes, and in milliseconds of processor time: several times of what was measured on a busy machine. */
const limits = { memory: 512, processor: 15_000 } as const;

test.each(documents)('opens 4 MiB of $name in less than 512 MB', async ({ make }) => {
    const server = await MeasuredServer.start();
    const { processor } = await server.usage();
    const uri = 'file:///nowhere/hostile.sup';
    await server.open(uri, make(fileLimits.characters - 300).slice(0, fileLimits.characters));
    const usage = await server.usage();
    expect(usage.memory).toBeLessThan(limits.memory);
    expect(usage.processor - processor).toBeLessThan(limits.processor);
    expect(server.diagnostics.get(uri)!.length).toBeLessThanOrEqual(2 * (fileLimits.diagnostics + 1));
}, 120_000);
