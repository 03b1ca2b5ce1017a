import { toUpperCaseCode } from '@sup/model';
import { assemble } from '../facts/assemble.js';
import { idsOf, type Move } from '../moves/move.js';
import { type CheckSites, type Findings, findingsOf, newErrorsIn } from './judge.js';
import type { SearchOptions, Stage } from './search.js';
import { factsAfter, type State } from './state.js';

/** Why one stage comes before another. */
export interface Reason {
    /** The index of the stage that comes first. */
    readonly stage: number;
    readonly why: string;
    /** The rule that reports an error if the two are exchanged; undefined if the order is documented instead. */
    readonly rule: string | undefined;
    /** The title of the document that asks for the order. */
    readonly source: string | undefined;
}

/**
 * For each stage, the earlier ones that it has to wait for: a document asks for it, or a rule reports an error without the earlier stage. An order that
 * follows from two others is not repeated, so two stages without a path between them can be exchanged. Yields the share of the stages that are done, from 0 to 1.
 */
export function* reasonsFor(before: State, stages: readonly Stage[], options: Pick<SearchOptions, 'accepted'> & { readonly check: CheckSites }): Generator<number, readonly (readonly Reason[])[]> {
    const reasons: Reason[][] = [];
    const ancestors: Set<number>[] = [];
    const adjacent = adjacencyIn(before, stages);
    for (const [j, stage] of stages.entries()) {
        const own: Reason[] = [];
        const above = new Set<number>();
        for (let i = j - 1; i >= 0; i--) {
            const reason = above.has(i) ? undefined : documentedReason(stages[i]!, stage, i) ?? ruleReason(i, j);
            if (reason) {
                own.push(reason);
                [i, ...ancestors[i]!].forEach(each => above.add(each));
            }
        }
        reasons.push(own.reverse());
        ancestors.push(above);
        yield (j + 1) / stages.length;
    }
    return reasons;

    /** Makes a stage without an earlier one and those that depend on it, and looks for errors. Products and classifications hold for every site below, other changes for the sites next to them. */
    function ruleReason(i: number, j: number): Reason | undefined {
        const first = stages[i]!.moves;
        const near = new Set(first.flatMap(({ site }) => adjacent(site)));
        const moves = stages[j]!.moves.filter(move => [move, first[0]!].some(({ kind }) => kind === 'change criteria') || near.has(toUpperCaseCode(move.site))).slice(0, maxExamples);
        if (moves.length === 0) {
            return undefined;
        }
        const others = stages.slice(0, j).filter((_, k) => k !== i && !ancestors[k]!.has(i)).flatMap(each => each.moves);
        const sites = new Set([...moves.flatMap(({ site }) => adjacent(site)).flatMap(adjacent), ...first.slice(0, maxExamples).map(({ site }) => toUpperCaseCode(site))]);
        const errors = errorsAfter([...others, ...moves], sites);
        // Errors that the other stages have without the earlier one do not come from this stage.
        const known = errors.size === 0 ? errors : errorsAfter(others, sites);
        const [error] = [...errors].filter(([key]) => !known.has(key)).map(([, finding]) => finding);
        return error && { stage: i, why: error.message, rule: error.rule, source: undefined };
    }

    function errorsAfter(moves: readonly Move[], sites: ReadonlySet<string>): Findings {
        const hierarchy = assemble(factsAfter(before.facts, moves));
        return newErrorsIn(findingsOf(options.check, hierarchy, hierarchy.sites.filter(({ code }) => sites.has(toUpperCaseCode(code)))), options.accepted);
    }
}

/** Moves of a stage that are tried without another stage: the others are of the same kind at other sites. */
const maxExamples = 3;

function documentedReason(first: Stage, second: Stage, stage: number): Reason | undefined {
    const ids = new Set(first.moves.flatMap(idsOf));
    const need = second.moves.flatMap(({ needs }) => needs).find(({ move }) => ids.has(move));
    return need && { stage, why: need.why, rule: undefined, source: need.source };
}

/** A site, its parents and its children in any state of the rollout, in upper case. */
function adjacencyIn(before: State, stages: readonly Stage[]): (site: string) => readonly string[] {
    const found = new Map<string, Set<string>>();
    const add = (a: string, b: string): void => {
        found.set(a, (found.get(a) ?? new Set()).add(b));
    };
    const seen = new Set<unknown>();
    for (const { facts } of [before, ...stages.map(({ state }) => state)]) {
        for (const [code, site] of facts.sites) {
            if (seen.has(site)) {
                continue;
            }
            seen.add(site);
            for (const parent of site.own.parentCodes.map(toUpperCaseCode)) {
                add(code, parent);
                add(parent, code);
            }
        }
    }
    return site => [toUpperCaseCode(site), ...found.get(toUpperCaseCode(site)) ?? []];
}
