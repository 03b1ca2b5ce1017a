import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { fileLimits } from '@sup/model';
import { isInside, lineLengths } from './lsp-schema.js';
import { processorTime } from './processor-time.js';
import { byRunLength } from './run-length.js';
import { type Files, TestWorkspace } from './workspace.js';

/** Checks files like the language server, and expects diagnostics that can be sent and shown, whatever the files contain. */
export async function survives(files: Files | string): Promise<TestWorkspace> {
    const workspace = new TestWorkspace();
    await workspace.write(typeof files === 'string' ? { 'plan.sup': files } : files);
    expectSound(workspace);
    return workspace;
}

export function expectSound(workspace: TestWorkspace): void {
    expect(workspace.reports).toEqual([]);
    for (const document of workspace.documents()) {
        const text = document.textDocument.getText();
        const diagnostics = document.diagnostics ?? [];
        expect(diagnostics.length).toBeLessThanOrEqual(fileLimits.diagnostics + 1);
        const { parserErrors, lexerErrors, lexerReport } = document.parseResult;
        expect(parserErrors.length + lexerErrors.length + (lexerReport?.diagnostics.length ?? 0) > 0 && diagnostics.length === 0, `${JSON.stringify(text.slice(0, 500))} has syntax errors without a diagnostic`).toBe(false);
        const lines = lineLengths(text);
        for (const diagnostic of diagnostics) {
            expect(isInside(diagnostic.range, lines), describe(diagnostic)).toBe(true);
            const messages = [String(diagnostic.message), ...(diagnostic.relatedInformation ?? []).map(related => related.message)].join('\n');
            expect(messages, describe(diagnostic)).not.toMatch(/[\p{Surrogate}\0]|->|<-|\[object/u);
            expect(messages.includes('undefined') && !text.includes('undefined'), describe(diagnostic)).toBe(false);
            expect(messages.length).toBeLessThan(10_000);
        }
    }
}

function describe(diagnostic: Diagnostic): string {
    return JSON.stringify({ code: diagnostic.code, range: diagnostic.range, message: String(diagnostic.message).slice(0, 500) });
}

/** The number of findings by rule. */
export function tally(workspace: TestWorkspace): Record<string, number> {
    const counts = new Map<string, number>();
    for (const entry of workspace.listing()) {
        const code = entry.slice(entry.lastIndexOf(' ') + 1);
        counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return Object.fromEntries(counts);
}

/** The multiples of a size that are measured. */
const multiples = byRunLength({ short: [0.25, 1], long: [1, 2, 4] });

/** How much faster than its size the time may grow from one multiple to the next: noise, and work that does not depend on the size. */
const slack = { factor: byRunLength({ short: 1.5, long: 1.3 }), milliseconds: byRunLength({ short: 40, long: 60 }) };

/**
 * Expects that the time to check a text grows in proportion to its size. It measures processor time, which other programs on
 * the machine do not affect, and takes the best of up to eight attempts for each size.
 */
export async function expectLinear(make: (n: number) => string, n: number): Promise<void> {
    await expectLinearWork(async size => {
        const text = make(size);
        const workspace = new TestWorkspace();
        return { work: () => workspace.write({ 'plan.sup': text }), check: () => expectSound(workspace) };
    }, n);
}

/** Work to measure, and the assertions about its result, which are not measured. */
interface Work {
    readonly work: () => void | Promise<void>;
    readonly check?: () => void;
}

/** Expects that the processor time of any work grows in proportion to its size. `prepare` runs before the measurement of each size. */
export async function expectLinearWork(prepare: (size: number) => Promise<Work>, n: number): Promise<void> {
    const sizes = multiples.map(multiple => multiple * n);
    const measure = async (): Promise<number[]> => {
        const times = [];
        for (const size of sizes) {
            const { work, check } = await prepare(size);
            times.push(await processorTime(work));
            check?.();
            // Weakly held objects are collected only after the turn ends: the trees of one measurement would slow down the next one.
            await nextTurn();
        }
        return times;
    };
    let measured = await measure();
    for (let attempt = 1; attempt < 8 && !isLinear(measured); attempt++) {
        const again = await measure();
        measured = measured.map((time, i) => Math.min(time, again[i]!));
    }
    expect(isLinear(measured), `${sizes.join(', ')}: ${measured.map(time => `${time.toFixed(0)} ms`).join(', ')}`).toBe(true);
}

function isLinear(times: readonly number[]): boolean {
    return times.every((time, i) => i === 0 || time <= slack.factor * multiples[i]! / multiples[i - 1]! * times[i - 1]! + slack.milliseconds);
}
