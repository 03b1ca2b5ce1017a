import type { Confidence } from '../constraint.js';
import type { Draft } from '../facts/draft.js';
import type { MoveKind } from './move-kinds.js';

/** An elementary change of a rollout: it is made as a whole, or not at all. */
export interface Move {
    /** Unique among the moves of a rollout. */
    readonly id: string;
    /** The ids of the moves that were joined into this one. */
    readonly joined?: readonly string[];
    readonly kind: MoveKind;
    /** The code of the site where it is made. */
    readonly site: string;
    /** All sites of a move that was joined over several. */
    readonly sites?: readonly string[];
    /** The servers and clusters that it changes; empty if it changes the site itself. */
    readonly hosts: readonly string[];
    readonly apply: (draft: Draft) => void;
    /** The moves that come before it whether or not a rule asks for it. */
    readonly needs: readonly Need[];
}

/** A documented reason to make one move before another. Moves that do not exist are ignored: there is nothing to wait for. */
export interface Need {
    /** The id of the move that comes first. */
    readonly move: string;
    readonly why: string;
    /** The title of the document; undefined if the order follows from the product's concepts alone. */
    readonly source: string | undefined;
    readonly confidence: Confidence;
}

/** Joins moves that are one operation of the product, or in which each half alone would interrupt the service. */
export function joinMoves(kind: MoveKind, moves: readonly [Move, ...Move[]]): Move {
    const ids = new Set(moves.flatMap(idsOf));
    return {
        id: moves[0].id, joined: [...ids], kind, site: moves[0].site, sites: [...new Set(moves.flatMap(sitesOf))], hosts: [...new Set(moves.flatMap(({ hosts }) => hosts))],
        apply: draft => moves.forEach(move => move.apply(draft)),
        needs: moves.flatMap(({ needs }) => needs).filter(({ move }) => !ids.has(move))
    };
}

/** The sites where a move is made. */
export const sitesOf = ({ site, sites }: Move): readonly string[] => sites ?? [site];

/** The ids by which other moves may refer to a move. */
export const idsOf = ({ id, joined }: Move): readonly string[] => joined ?? [id];
