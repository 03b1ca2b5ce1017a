import type { ElementFinding } from '@sup/comparison';
import type { Hierarchy } from '@sup/model';
import type { Draft } from '../facts/draft.js';
import type { PlanFacts } from '../facts/plan-facts.js';
import type { Move } from '../moves/move.js';
import type { Findings } from './judge.js';

/** A state between the two plans, or one of them. */
export interface State {
    readonly facts: PlanFacts;
    readonly hierarchy: Hierarchy;
    /** The findings at its elements. */
    readonly found: readonly ElementFinding[];
    readonly findings: Findings;
}

/** The facts of a plan after moves, in their order. */
export function factsAfter(facts: PlanFacts, moves: readonly Move[]): PlanFacts {
    const sites: Draft = new Map(facts.sites);
    moves.forEach(({ apply }) => apply(sites));
    return { ...facts, sites };
}
