import clingo from 'clingo-wasm';
import { readdirSync, readFileSync } from 'node:fs';
import type { Hierarchy } from '@sup/model';
import { Facts } from './facts.js';
import type { SiteReport } from './reports.js';

// The rules about topology, written a second time as clauses of Answer Set Programming: `clauses/` has a file for each category.

const folder = new URL('clauses/', import.meta.url);

/** The text of all clauses. */
const clauses = readdirSync(folder).filter(name => name.endsWith('.lp')).map(name => readFileSync(new URL(name, folder), 'utf8')).join('\n');

/** The clauses that a finding depends on, each with its text. */
export const decisiveClauses: readonly string[] = clauses.match(/^(?:fault|suppressed)\([^]*?\.(?=\s*(?:%.*)?$)/gm)!;

export const programWithout = (clause: string): string => clauses.replace(clause, '');

/** The rules that the clauses speak about. */
export const coveredRules: ReadonlySet<string> = new Set([...clauses.matchAll(/^fault\("([^"]+)"/gm)].map(match => match[1]!));

/** A hierarchy with the findings of the rules. */
export interface Case {
    readonly hierarchy: Hierarchy;
    readonly reports: readonly SiteReport[];
    text(): string;
}

/** A finding that only the clauses or only the rules have. */
export interface Difference {
    readonly case: Case;
    readonly site: string;
    readonly rule: string;
    readonly foundBy: 'clauses' | 'rules';
}

export interface Comparison {
    readonly differences: readonly Difference[];
    /** The rules with at least one finding of the clauses. */
    readonly fired: ReadonlySet<string>;
    /** The number of hierarchies. */
    readonly compared: number;
}

/** clingo-wasm passes the program on a stack of about 1 MB, and its time grows faster than the program. */
const maxCharacters = 150_000;

/** Compares the findings of rules and clauses. Each call of clingo judges some hundred hierarchies, which share no facts. */
export async function compare(cases: Iterable<Case>): Promise<Comparison> {
    const differences: Difference[] = [];
    const fired = new Set<string>();
    let compared = 0;
    for await (const comparison of comparisons(cases, clauses)) {
        differences.push(...comparison.differences);
        comparison.fired.forEach(rule => fired.add(rule));
        compared += comparison.compared;
    }
    return { differences, fired, compared };
}

/** Whether a program finds what the rules find, for each of the hierarchies. */
export async function agree(cases: Iterable<Case>, program: string): Promise<boolean> {
    for await (const { differences } of comparisons(cases, program)) {
        if (differences.length > 0) {
            return false;
        }
    }
    return true;
}

async function* comparisons(cases: Iterable<Case>, program: string): AsyncGenerator<Comparison> {
    let batch = new Batch(program);
    for (const each of cases) {
        batch.add(each);
        if (batch.facts.length > maxCharacters) {
            yield await comparisonOf(batch);
            batch = new Batch(program);
        }
    }
    yield await comparisonOf(batch);
}

async function comparisonOf(batch: Batch): Promise<Comparison> {
    const differences: Difference[] = [];
    const fired = new Set<string>();
    for (const atom of await batch.solve()) {
        const [, kind, rule, site] = /^(\w+)\("([^"]+)"(?:,(\d+))?\)$/.exec(atom)!;
        if (kind === 'fires') {
            fired.add(rule!);
        } else {
            differences.push({ ...batch.sites.get(Number(site))!, rule: rule!, foundBy: kind === 'missing' ? 'clauses' : 'rules' });
        }
    }
    return { differences, fired, compared: batch.size };
}

class Batch {
    readonly facts = new Facts();
    readonly sites = new Map<number, { readonly case: Case; readonly site: string }>();
    size = 0;

    constructor(private readonly program: string) {}

    add(each: Case): void {
        this.size++;
        this.facts.add(each.hierarchy);
        each.hierarchy.sites.forEach(site => this.sites.set(this.facts.idOf(site), { case: each, site: site.code }));
        each.reports.forEach(({ rule, site }) => this.facts.addReport(rule, site));
    }

    /** The atoms of the only answer set. */
    async solve(): Promise<readonly string[]> {
        const covered = [...coveredRules].map(rule => `covered(${JSON.stringify(rule)}).`).join('\n');
        const result = await clingo.run(`${this.program}\n${covered}\n${this.facts.text()}`);
        if (result.Result === 'ERROR' || result.Models.Number !== 1) {
            throw new Error(result.Result === 'ERROR' ? result.Error : `clingo found ${result.Models.Number} answer sets instead of one`);
        }
        return result.Call[0]!.Witnesses[0]!.Value;
    }
}

