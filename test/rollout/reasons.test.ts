import { describe, expect, test } from 'vitest';
import { runToEnd } from '@sup/simulation';
import { assemble } from '../../rollout/src/facts/assemble.js';
import type { PlanFacts } from '../../rollout/src/facts/plan-facts.js';
import { readFacts } from '../../rollout/src/facts/read-facts.js';
import type { Move } from '../../rollout/src/moves/move.js';
import { splitIntoMoves } from '../../rollout/src/moves/split.js';
import { depthsIn } from '../../rollout/src/order/depths.js';
import { findingsOf, newErrorsIn } from '../../rollout/src/order/judge.js';
import { reasonsFor } from '../../rollout/src/order/reasons.js';
import { Search } from '../../rollout/src/order/search.js';
import { factsAfter } from '../../rollout/src/order/state.js';
import { byRunLength } from '../support/run-length.js';
import { hierarchyOf } from '../support/hierarchy.js';
import { Random } from '../support/random.js';
import { IncrementalJudge } from '../../rollout/src/order/incremental-judge.js';
import { contradictions } from '../support/contradictions.js';
import { check, reasonsBetween, rolloutOf } from '../support/rollout.js';
import { soundPair } from '../support/sound-pairs.js';

// Every claimed order is one: if it is reversed, the rule that is its reason reports an error, or the plan is what the document forbids. Where none is claimed, the
// reverse has no error.

const seeds = Array.from({ length: byRunLength({ short: 12, long: 200 }) }, (_, i) => 501 + i);

describe.each(seeds)('pair %i', seed => {
    const [from, to] = soundPair(new Random(seed)).map(text => readFacts(hierarchyOf(text)) as PlanFacts) as [PlanFacts, PlanFacts];
    const start = { facts: from, hierarchy: assemble(from), found: [], findings: new Map() };
    // Both plans are free of errors.
    const options = { check, judge: new IncrementalJudge(from.name, check), depths: depthsIn(from, to), accepted: new Set<string>(), maxStates: 5_000 };
    const lifted = new Set([...from.sites.keys()]);
    const { stages } = runToEnd(new Search(start, splitIntoMoves(from, to, lifted), options).run());
    const reasons = runToEnd(reasonsFor(start, stages, options));

    const errorsAfter = (moves: readonly Move[]): readonly string[] => {
        return [...newErrorsIn(findingsOf(check, assemble(factsAfter(from, moves))), options.accepted).values()].map(({ rule }) => rule);
    };
    const movesOf = (numbers: readonly number[]): readonly Move[] => numbers.flatMap(i => stages[i]!.moves);
    const upTo = (end: number): readonly number[] => Array.from({ length: end }, (_, i) => i);

    /** The stages that depend on a stage, directly or through others. */
    const dependentsOf = (first: number): ReadonlySet<number> => {
        const found = new Set([first]);
        reasons.forEach((own, i) => own.some(({ stage }) => found.has(stage)) && found.add(i));
        return found;
    };

    test('a rule that is a reason reports an error if the order is reversed', () => {
        reasons.forEach((own, j) => own.filter(({ rule }) => rule !== undefined).forEach(({ stage, rule }) => {
            const without = dependentsOf(stage);
            const others = upTo(j).filter(i => !without.has(i));
            expect(errorsAfter(movesOf([...others, j])), `${stages[j]!.moves[0]!.id} before ${stages[stage]!.moves[0]!.id}`).toContain(rule);
        }));
    });

    test('a document that is a reason forbids what the reverse order leads to', () => {
        reasons.forEach((own, j) => own.filter(({ rule }) => rule === undefined).forEach(({ stage, why }) => {
            const without = dependentsOf(stage);
            const before = factsAfter(from, movesOf(upTo(j).filter(i => !without.has(i))));
            const isContradiction = contradictions[why] ?? (() => false);
            expect(stages[j]!.moves.some(move => isContradiction({ move, before, after: factsAfter(before, [move]) })), `${stages[j]!.moves[0]!.id} before ${stages[stage]!.moves[0]!.id}: ${why}`).toBe(true);
        }));
    });

    test('two steps in a row without a reason between them can be exchanged', () => {
        upTo(stages.length - 1).filter(i => reasons[i + 1]!.every(({ stage }) => stage !== i)).forEach(i => {
            expect(errorsAfter(movesOf([...upTo(i), i + 1])), `${stages[i + 1]!.moves[0]!.id} before ${stages[i]!.moves[0]!.id}`).toEqual([]);
        });
    });

    test('the moves of a step can be made in any order', () => {
        upTo(stages.length).filter(i => stages[i]!.moves.length > 1).forEach(i => {
            stages[i]!.moves.forEach(move => expect(errorsAfter([...movesOf(upTo(i)), move]), move.id).toEqual([]));
        });
    });
});

// Changes that need no order get none: wherever every set of the changes of a pair can be made first, no step has a reason to wait.
test('pairs whose changes can be made in any order have no reasons', () => {
    const random = new Random(1);
    let free = 0;
    for (let i = 0; i < byRunLength({ short: 60, long: 400 }); i++) {
        const [from, end] = soundPair(random).map(text => readFacts(hierarchyOf(text)) as PlanFacts) as [PlanFacts, PlanFacts];
        const all = splitIntoMoves(from, end, new Set(from.sites.keys()));
        const moves = all.filter(({ needs }) => needs.length === 0 && random.isOneIn(Math.ceil(all.length / 3))).slice(0, 6);
        const sets = Array.from({ length: 1 << moves.length }, (_, set) => moves.filter((__, k) => (set & (1 << k)) !== 0));
        if (moves.length > 1 && sets.every(made => newErrorsIn(findingsOf(check, assemble(factsAfter(from, made))), new Set()).size === 0)) {
            free++;
            expect([...reasonsBetween(rolloutOf(assemble(from), assemble(factsAfter(from, moves))))]).toEqual([]);
        }
    }
    expect(free).toBeGreaterThan(10);
});

test('a server name that is free only once a distant site has lost the server is a reason', () => {
    const site = (head: string, servers: string): string => `${head} {\n${servers}\n}`;
    const plan = (isMoved: boolean): string => ['hierarchy Far', site('central site TOP "Top"', ''), site('primary site ONE "One" reports to TOP', ''), site('primary site TWO "Two" reports to TOP', ''),
        site('secondary site S01 "S01" reports to ONE', isMoved ? '' : 'server SPARE { }'), site('secondary site S02 "S02" reports to TWO', isMoved ? 'server SPARE { }' : '')].join('\n');
    expect([...reasonsBetween(rolloutOf(plan(false), plan(true)))]).toEqual(['remove server S01 < add server S02']);
});
