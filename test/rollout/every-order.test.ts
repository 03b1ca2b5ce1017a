import { describe, expect, test } from 'vitest';
import { runToEnd } from '@sup/simulation';
import { assemble } from '../../rollout/src/facts/assemble.js';
import type { PlanFacts } from '../../rollout/src/facts/plan-facts.js';
import { idsOf, type Move } from '../../rollout/src/moves/move.js';
import { depthsIn } from '../../rollout/src/order/depths.js';
import { findingsOf, isError, newErrorsIn } from '../../rollout/src/order/judge.js';
import { Search } from '../../rollout/src/order/search.js';
import { IncrementalJudge } from '../../rollout/src/order/incremental-judge.js';
import { factsAfter, type State } from '../../rollout/src/order/state.js';
import { byRunLength } from '../support/run-length.js';
import { Random } from '../support/random.js';
import { randomPlan } from '../support/random-plan.js';
import { check } from '../support/rollout.js';
import { smallPair } from '../support/small-pairs.js';
import { soundPair } from '../support/sound-pairs.js';

// The search never takes a move back. For pairs of plans that differ in few moves, all orders are tried: where there is one, the search has found one.

const seeds = Array.from({ length: byRunLength({ short: 60, long: 1_000 }) }, (_, i) => i + 1);

/** Whether the moves can be made one after the other without an error that neither plan has. Sets of moves are numbers, one bit for each move. */
function hasOrder(from: PlanFacts, moves: readonly Move[], accepted: ReadonlySet<string>): boolean {
    const all = (1 << moves.length) - 1;
    const ids = moves.map(move => new Set(idsOf(move)));
    const seen = new Set<number>();
    const isIn = (set: number, i: number): boolean => (set & (1 << i)) !== 0;
    const isReady = (set: number, i: number): boolean => !isIn(set, i) && moves[i]!.needs.every(({ move }) => ids.every((ofMove, k) => isIn(set, k) || !ofMove.has(move)));
    const isFree = (set: number): boolean => newErrorsIn(findingsOf(check, assemble(factsAfter(from, moves.filter((_, i) => isIn(set, i))))), accepted).size === 0;
    const leadsToEnd = (set: number): boolean => set === all || moves.some((_, i) => {
        const next = set | (1 << i);
        if (!isReady(set, i) || seen.has(next)) {
            return false;
        }
        seen.add(next);
        return isFree(next) && leadsToEnd(next);
    });
    return leadsToEnd(0);
}

describe.each([
    ['sound plans', soundPair],
    ['plans with mistakes', (random: Random) => [randomPlan(random), randomPlan(random)] as const]
] as const)('pairs of %s', (_, pairOf) => {
    test.each(seeds)('pair %i: finds an order if there is one, and otherwise says which changes must be made together', seed => {
        const random = new Random(seed);
        const pair = smallPair(random, pairOf(random));
        if (!pair) {
            return;
        }
        const [from, to, moves] = pair;
        const judge = new IncrementalJudge(from.name, check);
        const [start, end] = [from, to].map(facts => runToEnd(judge.judge(facts))) as [State, State];
        const accepted = new Set([...start.findings, ...end.findings].filter(([, finding]) => isError(finding)).map(([key]) => key));
        const { stages, left, isExhausted } = runToEnd(new Search(start, moves, { judge, depths: depthsIn(from, to), accepted, maxStates: 5_000 }).run());
        expect(isExhausted).toBe(false);
        // All moves together lead to the later plan, so none is ever left.
        expect(left).toEqual([]);
        const forced = stages.flatMap(({ forcedBy }) => forcedBy ? [forcedBy.map(({ rule }) => rule)] : []);
        // One mistake has one finding: at a site, or for several sites at their parent. So the errors of faulty plans change their place while moves of a step are made one by one.
        const isSound = accepted.size === 0;
        if (forced.length > 0 || isSound) {
            expect(forced.length === 0, moves.map(({ id }) => id).join()).toBe(hasOrder(from, moves, accepted));
        }
        forced.forEach(rules => expect(rules.length).toBeGreaterThan(0));
    });
});
