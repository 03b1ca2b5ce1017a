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
}

/** clingo-wasm passes the program on a stack of about 1 MB, and its time grows faster than the program. */
const maxCharacters = 150_000;

/** Compares the findings of rules and clauses. Each call of clingo judges some hundred hierarchies, which share no facts. */
export async function compare(cases: Iterable<Case>, program = clauses): Promise<Comparison> {
    const differences: Difference[] = [];
    const fired = new Set<string>();
    let batch = new Batch(program);
    const finish = async (): Promise<void> => {
        for (const atom of await batch.solve()) {
            const [, kind, rule, site] = /^(\w+)\("([^"]+)"(?:,(\d+))?\)$/.exec(atom)!;
            if (kind === 'fires') {
                fired.add(rule!);
            } else {
                differences.push({ ...batch.sites.get(Number(site))!, rule: rule!, foundBy: kind === 'missing' ? 'clauses' : 'rules' });
            }
        }
        batch = new Batch(program);
    };
    for (const each of cases) {
        batch.add(each);
        if (batch.facts.length > maxCharacters) {
            await finish();
        }
    }
    await finish();
    return { differences, fired };
}

class Batch {
    readonly facts = new Facts();
    readonly sites = new Map<number, { readonly case: Case; readonly site: string }>();

    constructor(private readonly program: string) {}

    add(each: Case): void {
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

