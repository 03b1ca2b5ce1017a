import { assemble } from '../../rollout/src/facts/assemble.js';
import type { PlanFacts } from '../../rollout/src/facts/plan-facts.js';
import { readFacts } from '../../rollout/src/facts/read-facts.js';
import { idsOf, type Move } from '../../rollout/src/moves/move.js';
import { splitIntoMoves } from '../../rollout/src/moves/split.js';
import { factsAfter } from '../../rollout/src/order/state.js';
import { hierarchyOf } from './hierarchy.js';
import type { Random } from './random.js';

/** So few moves that every order of them can be tried. */
const maxMoves = 9;

/** Two plans that differ in a few moves, most of them at one site: part of the way between two texts. Undefined if a plan states something twice. */
export function smallPair(random: Random, [before, after]: readonly [before: string, after: string]): readonly [from: PlanFacts, to: PlanFacts, moves: readonly Move[]] | undefined {
    const [from, end] = [readFacts(hierarchyOf(before)), readFacts(hierarchyOf(after))];
    if (typeof from === 'string' || typeof end === 'string') {
        return undefined;
    }
    // The addresses in Group Policies are removed first and set later, as the search does where they are in the way.
    const lifted = new Set(from.sites.keys());
    let moves = splitIntoMoves(from, end, lifted);
    const site = moves.length > 0 ? random.of(moves).site : undefined;
    while (moves.length > maxMoves) {
        const elsewhere = moves.filter(move => move.site !== site);
        moves = withoutMove(moves, random.of(elsewhere.length > 0 && !random.isOneIn(4) ? elsewhere : moves));
    }
    const to = readFacts(assemble(factsAfter(from, moves)));
    const split = typeof to === 'string' ? [] : splitIntoMoves(from, to, lifted);
    return typeof to === 'string' || split.length < 2 || split.length > maxMoves + 2 ? undefined : [from, to, split];
}

/** Moves without one of them, and without those that need it. */
function withoutMove(moves: readonly Move[], removed: Move): readonly Move[] {
    const ids = new Set(idsOf(removed));
    const dependent = moves.find(({ id, needs }) => id !== removed.id && needs.some(({ move }) => ids.has(move)));
    const others = moves.filter(move => move !== removed);
    return dependent ? withoutMove(withoutMove(others, dependent), removed) : others;
}
