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

const uri = 'file:///nowhere/hostile.sup';

test.each(documents)('opens 4 MiB of $name in less than 512 MB', async ({ make }) => {
    const server = await MeasuredServer.start();
    const { processor } = await server.usage();
    await server.open(uri, make(fileLimits.characters - 300).slice(0, fileLimits.characters));
    const usage = await server.usage();
    expect(usage.memory).toBeLessThan(limits.memory);
    expect(usage.processor - processor).toBeLessThan(limits.processor);
    expect(server.diagnostics.get(uri)!.length).toBeLessThanOrEqual(2 * (fileLimits.diagnostics + 1));
}, 120_000);

/** A plan of as many usual sites as a file may have, and one with more. */
const plans = [0, 1_000].map(more => ({ sites: fileLimits.segments - 2 + more }));

test.each(plans)('answers the requests of an editor about $sites sites, and follows edits, in less than 512 MB', async ({ sites }) => {
    const server = await MeasuredServer.start();
    await server.open(uri, usualPlan(sites));
    const textDocument = { uri };
    const used: number[] = [];
    const measure = async (): Promise<void> => void used.push(Math.round((await server.usage()).memory));
    await measure();
    for (const method of ['textDocument/documentSymbol', 'sup/preview']) {
        await server.request(method, { textDocument }).answer;
        await measure();
    }
    for (let version = 2; version < 6; version++) {
        const start = { line: 100 * version, character: 0 };
        server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range: { start, end: start }, text: '// x\n' }] });
        await server.request('textDocument/hover', { textDocument, position: start }).answer;
        await measure();
    }
    expect(used.filter(memory => memory >= limits.memory), used.join(', ')).toEqual([]);
}, 120_000);

function usualPlan(sites: number): string {
    const branch = (i: number): string => `secondary site ${(i + 1_296).toString(36)} "Branch ${i}" reports to CEN {\n  clients: ${i % 90} intranet\n  link: 512 kbps, 40 ms\n  server BR${i}SUP01 {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active\n  }\n}\n`;
    return `hierarchy Large\ncentral site CEN {\n  mode: mixed\n  server CENSUP01 {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active\n  }\n}\n${Array.from({ length: sites - 1 }, (_, i) => branch(i)).join('')}`;
}
