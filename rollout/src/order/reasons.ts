import { toUpperCaseCode } from '@sup/model';
import { mapProgress } from '@sup/simulation';
import type { Confidence } from '../constraint.js';
import { idsOf, sitesOf } from '../moves/move.js';
import { adjacentSitesIn } from './adjacent-sites.js';
import { type CheckSites, newErrorsIn } from './judge.js';
import { ReorderedPlans } from './reordered-plans.js';
import type { SearchOptions, Stage } from './search.js';
import type { State } from './state.js';

/** Why one stage comes before another. */
export interface Reason {
    /** The index of the stage that comes first. */
    readonly stage: number;
    readonly why: string;
    /** The rule that reports an error if the two are exchanged; undefined if the order is documented instead. */
    readonly rule: string | undefined;
    /** The title of the document that asks for the order. */
    readonly source: string | undefined;
    /** How well the order is documented; undefined if a rule reports an error. */
    readonly confidence: Confidence | undefined;
}

/**
 * For each stage, the earlier ones that it has to wait for: a document asks for it, or a rule reports an error without the earlier stage. An order that
 * follows from two others is not repeated, so two stages without a path between them can be exchanged. Yields the share of the stages that are done, from 0 to 1.
 */
export function* reasonsFor(before: State, stages: readonly Stage[], options: Pick<SearchOptions, 'accepted'> & { readonly check: CheckSites }): Generator<number, readonly (readonly Reason[])[]> {
    const reasons: Reason[][] = [];
    const ancestors: Set<number>[] = [];
    const adjacent = yield* mapProgress(adjacentSitesIn([before, ...stages.map(({ state }) => state)].map(({ facts }) => facts)), () => 0);
    const plans = new ReorderedPlans(before.facts, stages, options.check);
    for (const [j, stage] of stages.entries()) {
        plans.enter((stages[j - 1]?.state ?? before).facts);
        const own: Reason[] = [];
        const above = new Set<number>();
        for (let i = j - 1; i >= 0; i--) {
            const reason = above.has(i) ? undefined : documentedReason(stages[i]!, stage, i) ?? ruleReason(i, j);
            if (reason) {
                own.push(reason);
                [i, ...ancestors[i]!].forEach(each => above.add(each));
            }
            yield (j + (j - i) / (j + 1)) / stages.length;
        }
        reasons.push(own.reverse());
        ancestors.push(above);
    }
    return reasons;

    /** Makes a stage without an earlier one and those that depend on it, and looks for errors. Products and classifications hold for every site below, other changes for the sites next to them. */
    function ruleReason(i: number, j: number): Reason | undefined {
        const first = stages[i]!.moves;
        const near = new Set(first.flatMap(sitesOf).flatMap(adjacent));
        const isForAll = [stages[j]!, stages[i]!].some(({ moves }) => moves.some(({ kind }) => kind === 'change criteria' || kind === 'together'));
        const then = stages[j]!.moves.filter(move => isForAll || sitesOf(move).some(site => near.has(toUpperCaseCode(site)))).slice(0, maxExamples);
        if (then.length === 0) {
            return undefined;
        }
        const nearExamples = new Set(then.flatMap(sitesOf).flatMap(adjacent));
        const undone = first.filter(move => isForAll || sitesOf(move).some(site => nearExamples.has(toUpperCaseCode(site)))).slice(0, maxExamples);
        const checked = new Set([...then, ...undone].flatMap(sitesOf).flatMap(site => adjacent(site).slice(0, maxAdjacent)));
        const sites = new Set([...checked].flatMap(site => adjacent(site).slice(0, maxAdjacent)));
        const isMade = (stage: number): boolean => stage < j && stage !== i && !ancestors[stage]!.has(i);
        const errors = newErrorsIn(plans.findingsAfter({ sites, isMade, then }, checked), options.accepted);
        // Errors that the other stages have without the earlier one do not come from this stage.
        const known = errors.size === 0 ? errors : plans.findingsAfter({ sites, isMade, then: [] }, checked);
        const [error] = [...errors].filter(([key]) => !known.has(key)).map(([, finding]) => finding);
        return error && { stage: i, why: error.message, rule: error.rule, source: undefined, confidence: undefined };
    }
}

/** Moves of a stage that are tried without another stage: the others are of the same kind at other sites. */
const maxExamples = 3;
/** The sites next to a site that are looked at: a site with thousands of child sites has only some kinds of them. */
const maxAdjacent = 40;

function documentedReason(first: Stage, second: Stage, stage: number): Reason | undefined {
    const ids = new Set(first.moves.flatMap(idsOf));
    const need = second.moves.flatMap(({ needs }) => needs).find(({ move }) => ids.has(move));
    return need && { stage, why: need.why, rule: undefined, source: need.source, confidence: need.confidence };
}
