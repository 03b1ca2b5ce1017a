import type { Hierarchy } from '@sup/model';
import { assemble } from '../facts/assemble.js';
import type { Draft } from '../facts/draft.js';
import type { PlanFacts } from '../facts/plan-facts.js';
import type { Move } from '../moves/move.js';
import { type CheckSites, type Findings, findingsInChunks } from './judge.js';

/** A state between the two plans, or one of them. */
export interface State {
    readonly facts: PlanFacts;
    readonly hierarchy: Hierarchy;
    readonly findings: Findings;
}

/** Assembles the hierarchy of facts and checks all of its sites. */
export function* stateInChunks(facts: PlanFacts, check: CheckSites): Generator<undefined, State> {
    const hierarchy = assemble(facts);
    return { facts, hierarchy, findings: yield* findingsInChunks(check, hierarchy) };
}

/** The facts of a plan after moves, in their order. */
export function factsAfter(facts: PlanFacts, moves: readonly Move[]): PlanFacts {
    const sites: Draft = new Map(facts.sites);
    moves.forEach(({ apply }) => apply(sites));
    return { ...facts, sites };
}
