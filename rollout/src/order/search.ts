import type { ComparedFinding } from '@sup/comparison';
import { toUpperCaseCode } from '@sup/model';
import { mapProgress } from '@sup/simulation';
import { idsOf, joinMoves, type Move, sitesOf } from '../moves/move.js';
import { moveKinds, rankOf } from '../moves/move-kinds.js';
import type { Depths } from './depths.js';
import type { IncrementalJudge } from './incremental-judge.js';
import { newErrorsIn } from './judge.js';
import { relatedMoves } from './related-moves.js';
import { factsAfter, type State } from './state.js';

/** A step of the search: moves of one kind that do not depend on each other, and the state that they lead to. */
export interface Stage {
    readonly moves: readonly Move[];
    readonly state: State;
    /** Why they have to be made together, where no order of them is free of errors: the errors after each of them alone. */
    readonly forcedBy?: readonly ComparedFinding[];
}

export interface SearchOptions {
    readonly judge: IncrementalJudge;
    readonly depths: Depths;
    /** The errors that either end has, by the keys of findings. */
    readonly accepted: ReadonlySet<string>;
    /** The number of states that are judged at most. */
    readonly maxStates: number;
}

/** The result of a search: the stages, and what is left if no order was found. */
export interface SearchResult {
    readonly stages: readonly Stage[];
    /** The moves that could not be ordered; empty if all were. */
    readonly left: readonly Move[];
    /** The errors that stand in the way of those left, or of those that were forced together. */
    readonly obstacles: readonly ComparedFinding[];
    readonly judged: number;
    readonly isExhausted: boolean;
}

/**
 * Searches an order of moves in which no state has an error that neither end has. Makes the first possible moves by rank, those of one kind and one depth
 * at a time. A move is never taken back: moves are independent facts, so one that causes no error now rarely prevents another later. Yields the number of
 * moves that are left after each chunk of sites that it checks.
 */
export class Search {
    private judged = 0;
    private readonly stages: Stage[] = [];
    private readonly done = new Set<string>();
    private left: readonly Move[];
    private state: State;
    private obstacles: readonly ComparedFinding[] = [];

    constructor(before: State, moves: readonly Move[], private readonly options: SearchOptions) {
        this.state = before;
        this.left = moves;
    }

    *run(): Generator<number, SearchResult> {
        while (this.left.length > 0 && !this.isExhausted) {
            // A search that has reached its limit does not know that the moves left must be made together.
            const stage = (yield* this.nextStage()) ?? (this.isExhausted ? undefined : yield* this.joined());
            if (!stage) {
                break;
            }
            this.enter(stage);
        }
        return { stages: this.stages, left: this.left, obstacles: this.obstacles, judged: this.judged, isExhausted: this.isExhausted };
    }

    private get isExhausted(): boolean {
        return this.judged >= this.options.maxStates;
    }

    private enter(stage: Stage): void {
        this.stages.push(stage);
        this.state = stage.state;
        stage.moves.flatMap(idsOf).forEach(id => this.done.add(id));
        this.left = this.left.filter(move => !idsOf(move).every(id => this.done.has(id)));
    }

    /** The next moves by rank that cause no error. */
    private *nextStage(): Generator<number, Stage | undefined> {
        this.obstacles = [];
        for (const batch of this.batchesOf(readyAmong(this.left))) {
            const stage = yield* this.largestPart(batch);
            if (stage) {
                return stage;
            }
            if (this.isExhausted) {
                return undefined;
            }
        }
        return undefined;
    }

    /** Moves of one kind and one depth, in the order in which they are tried. */
    private batchesOf(moves: readonly Move[]): readonly (readonly Move[])[] {
        const depthOf = (move: Move): number => (moveKinds[move.kind].direction === 'down' ? 1 : -1) * this.options.depths(move.site);
        const batches = Map.groupBy(moves, move => `${rankOf[move.kind]} ${depthOf(move)}`);
        return [...batches.values()].sort(([a], [b]) => rankOf[a!.kind] - rankOf[b!.kind] || depthOf(a!) - depthOf(b!));
    }

    /** The moves of a batch without those near errors, until none arises; undefined if no move is left. */
    private *largestPart(batch: readonly Move[]): Generator<number, Stage | undefined> {
        for (let moves = batch; moves.length > 0 && !this.isExhausted;) {
            const state = yield* this.judge(moves);
            const errors = this.newErrorsIn(state);
            if (errors.length === 0) {
                const dependent = yield* this.dependentAmong(moves, state);
                return !dependent ? undefined : dependent.size === 0 ? { moves, state } : yield* this.largestPart(moves.filter(move => !dependent.has(move)));
            }
            this.obstacles = [...this.obstacles, ...errors].slice(0, maxObstacles);
            const sites = new Set(errors.map(({ site }) => toUpperCaseCode(site ?? '')));
            const far = moves.filter(move => !sitesOf(move).some(site => this.isNear(site, sites, state)));
            if (far.length === 0 || far.length === moves.length) {
                return moves.length === 1 ? undefined : yield* this.firstAlone(moves);
            }
            moves = far;
        }
        return undefined;
    }

    /** The moves of a batch that cause an error without the others. Undefined if the limit is reached before all are tried. */
    private *dependentAmong(moves: readonly Move[], { facts }: State): Generator<number, ReadonlySet<Move> | undefined> {
        const dependent = new Set<Move>();
        for (const move of relatedMoves(moves, [facts, this.state.facts])) {
            if (this.isExhausted) {
                return undefined;
            }
            if (this.newErrorsIn(yield* this.judge([move])).length > 0) {
                dependent.add(move);
            }
        }
        return dependent;
    }

    /** The first move that causes no error by itself. */
    private *firstAlone(moves: readonly Move[]): Generator<number, Stage | undefined> {
        for (const move of moves) {
            if (this.isExhausted) {
                return undefined;
            }
            const state = yield* this.judge([move]);
            if (this.newErrorsIn(state).length === 0) {
                return { moves: [move], state };
            }
        }
        return undefined;
    }

    /** Whether a site is one of those with errors, or their parent or child. */
    private isNear(site: string, sites: ReadonlySet<string>, { facts }: State): boolean {
        const code = toUpperCaseCode(site);
        const parents = (key: string): readonly string[] => facts.sites.get(key)?.own.parentCodes.map(toUpperCaseCode) ?? [];
        return sites.has(code) || parents(code).some(parent => sites.has(parent)) || [...sites].some(each => parents(each).includes(code));
    }

    /** Where no move is possible: the smallest part of those left that causes no error as a whole. Undefined if the limit is reached before it is the smallest. */
    private *joined(): Generator<number, Stage | undefined> {
        let moves = this.left;
        let state = yield* this.judge(moves);
        if (this.newErrorsIn(state).length > 0) {
            return undefined;
        }
        for (let size = Math.ceil(moves.length / 2), at = 0; moves.length > 1;) {
            if (this.isExhausted) {
                return undefined;
            }
            const fewer = this.withNeeds([...moves.slice(0, at), ...moves.slice(at + size)], moves);
            const smaller = fewer.length === 0 || fewer.length === moves.length ? undefined : yield* this.judge(fewer);
            if (smaller && this.newErrorsIn(smaller).length === 0) {
                [moves, state, at] = [fewer, smaller, 0];
                size = Math.min(size, Math.ceil(moves.length / 2));
            } else if ((at += size) >= moves.length) {
                if (size === 1) {
                    break;
                }
                [size, at] = [Math.ceil(size / 2), 0];
            }
        }
        const [first, ...others] = moves;
        return others.length === 0 ? { moves, state } : yield* this.forced([first!, ...others], state);
    }

    /** Moves that must be made together, with the errors after each of them alone; one of them if it causes no error. Undefined if the limit is reached before all are tried. */
    private *forced(moves: readonly [Move, ...Move[]], state: State): Generator<number, Stage | undefined> {
        const forcedBy: ComparedFinding[] = [];
        for (const move of readyAmong(moves)) {
            if (this.isExhausted) {
                return undefined;
            }
            const alone = yield* this.judge([move]);
            const errors = this.newErrorsIn(alone);
            if (errors.length === 0) {
                return { moves: [move], state: alone };
            }
            forcedBy.push(...errors);
        }
        return { moves: [joinMoves('together', moves)], state, forcedBy };
    }

    /** Moves without those that need one which is not among them. */
    private withNeeds(moves: readonly Move[], all: readonly Move[]): readonly Move[] {
        const missing = new Set(all.filter(move => !moves.includes(move)).flatMap(idsOf));
        const possible = moves.filter(({ needs }) => !needs.some(({ move }) => missing.has(move)));
        return possible.length === moves.length ? possible : this.withNeeds(possible, all);
    }

    private *judge(moves: readonly Move[]): Generator<number, State> {
        yield this.left.length;
        this.judged++;
        return yield* mapProgress(this.options.judge.judge(factsAfter(this.state.facts, moves)), () => this.left.length);
    }

    private newErrorsIn({ findings }: State): readonly ComparedFinding[] {
        return [...newErrorsIn(findings, this.options.accepted).values()];
    }
}

/** The moves that need none of the others. */
function readyAmong(moves: readonly Move[]): readonly Move[] {
    const waiting = new Set(moves.flatMap(idsOf));
    return moves.filter(({ needs }) => needs.every(({ move }) => !waiting.has(move)));
}

/** The number of obstacles that explain a failure. */
const maxObstacles = 20;
