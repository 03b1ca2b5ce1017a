import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { fileLimits } from '@sup/model';
import { isInside, lineLengths } from './lsp-schema.js';
import { type Files, TestWorkspace } from './workspace.js';

/** Checks files as the language server does, and that what it says of them can be sent and shown, whatever they hold. */
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
        expect(parserErrors.length + lexerErrors.length + (lexerReport?.diagnostics.length ?? 0) > 0 && diagnostics.length === 0, `${JSON.stringify(text.slice(0, 500))} is broken in silence`).toBe(false);
        const lines = lineLengths(text);
        for (const diagnostic of diagnostics) {
            expect(isInside(diagnostic.range, lines), describe(diagnostic)).toBe(true);
            const told = [String(diagnostic.message), ...(diagnostic.relatedInformation ?? []).map(related => related.message)].join('\n');
            expect(told, describe(diagnostic)).not.toMatch(/[\p{Surrogate}\0]|->|<-|\[object/u);
            expect(told.includes('undefined') && !text.includes('undefined'), describe(diagnostic)).toBe(false);
            expect(told.length).toBeLessThan(10_000);
        }
    }
}

function describe(diagnostic: Diagnostic): string {
    return JSON.stringify({ code: diagnostic.code, range: diagnostic.range, message: String(diagnostic.message).slice(0, 500) });
}

/** The rules that find something, each with how often. */
export function tally(workspace: TestWorkspace): Record<string, number> {
    const counts = new Map<string, number>();
    for (const entry of workspace.listing()) {
        const code = entry.slice(entry.lastIndexOf(' ') + 1);
        counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return Object.fromEntries(counts);
}

/** What may be added to twice the time: noise, and what does not depend on the size. */
const slack = { factor: 2.6, milliseconds: 60 };

/**
 * Expects that the time to check a text grows with its size and no faster: from n to 2n and from 2n to 4n by little more than
 * twice. It is processor time, of which other programs on the machine take nothing, and the best of a few tries.
 */
export async function expectLinear(make: (n: number) => string, n: number): Promise<void> {
    await expectLinearWork(async size => {
        const text = make(size);
        const workspace = new TestWorkspace();
        return { work: () => workspace.write({ 'plan.sup': text }), check: () => expectSound(workspace) };
    }, n);
}

/** Something whose time is measured, and what is looked at afterwards. */
interface Work {
    readonly work: () => void | Promise<void>;
    readonly check?: () => void;
}

/** The same for any work, made ready for a size before the time is taken. */
export async function expectLinearWork(prepare: (size: number) => Promise<Work>, n: number): Promise<void> {
    const growth = async (): Promise<number[]> => {
        const times = [];
        for (const size of [n, 2 * n, 4 * n]) {
            times.push(await processorTime(await prepare(size)));
            // Until the turn ends nothing is collected that somebody holds weakly: the trees of one measurement would be the next one's burden.
            await nextTurn();
        }
        return times;
    };
    let measured = await growth();
    for (let attempt = 1; attempt < 4 && !isLinear(measured); attempt++) {
        const again = await growth();
        measured = measured.map((time, i) => Math.min(time, again[i]!));
    }
    expect(isLinear(measured), `${n}, ${2 * n}, ${4 * n}: ${measured.map(time => `${time.toFixed(0)} ms`).join(', ')}`).toBe(true);
}

function isLinear(times: readonly number[]): boolean {
    return times.every((time, i) => i === 0 || time <= slack.factor * times[i - 1]! + slack.milliseconds);
}

async function processorTime({ work, check }: Work): Promise<number> {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    check?.();
    return (user + system) / 1000;
}
