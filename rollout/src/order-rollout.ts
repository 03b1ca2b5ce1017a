import type { Change, ComparedFinding } from '@sup/comparison';
import { type Hierarchy, number, toUpperCaseCode } from '@sup/model';
import { mapProgress, type RunOptions } from '@sup/simulation';
import type { PlanFacts } from './facts/plan-facts.js';
import { readFacts } from './facts/read-facts.js';
import { splitIntoMoves } from './moves/split.js';
import { depthsIn } from './order/depths.js';
import { type CheckSites, isError, newErrorsIn } from './order/judge.js';
import { IncrementalJudge } from './order/incremental-judge.js';
import { reasonsFor } from './order/reasons.js';
import { Search, type SearchResult } from './order/search.js';
import type { State } from './order/state.js';
import type { Rollout, RolloutFailure, RolloutProgress } from './rollout.js';
import { changesBetween } from './steps/changes-between.js';
import { gapsIn } from './steps/gaps.js';
import { makeSteps } from './steps/make-steps.js';

export interface RolloutOptions {
    readonly check: CheckSites;
    readonly run: RunOptions;
    /** The number of plans between the two that are checked at most. */
    readonly maxStates?: number;
}

const defaultMaxStates = 5_000;
const beginning = (): RolloutProgress => ({ doing: 'ordering', share: 0 });

/** Orders the changes between two plans into steps. Yields its progress, so that the caller can report it or cancel. */
export function* orderRollout(before: Hierarchy, after: Hierarchy, { check, run, maxStates = defaultMaxStates }: RolloutOptions): Generator<RolloutProgress, Rollout> {
    const [from, to] = [readFacts(before), readFacts(after)];
    if (typeof from === 'string' || typeof to === 'string') {
        return failed(typeof from === 'string' ? `In the earlier plan, ${from}.` : `In the later plan, ${to as string}.`, before, after);
    }
    const judge = new IncrementalJudge(from.name, check);
    const end = yield* mapProgress(judge.judge(to), beginning);
    const start = yield* mapProgress(judge.judge(from), beginning);
    const errorsBefore = errorKeysOf(start);
    const accepted = new Set([...errorsBefore, ...errorKeysOf(end)]);
    const options = { check, judge, accepted, depths: depthsIn(from, to), maxStates };
    const { stages, left, obstacles, judged, isExhausted } = yield* searchWithBridges(start, from, to, options);
    const reasons = yield* mapProgress(reasonsFor(start, stages, options), (share): RolloutProgress => ({ doing: 'explaining', share }));
    const known = new Set([...start.findings.keys(), ...end.findings.keys()]);
    const steps = yield* makeSteps(start, stages, reasons, known, run);
    const gaps = yield* mapProgress(gapsIn(start.hierarchy, stages.map(({ state }) => state.hierarchy)), (): RolloutProgress => ({ doing: 'simulating', share: 1 }));
    const last = stages.at(-1)?.state ?? start;
    return {
        steps,
        failure: left.length === 0 ? undefined : failureOf(isExhausted, obstacles, changesBetween(last.hierarchy, after), maxStates),
        introduced: [...newErrorsIn(end.findings, errorsBefore).values()],
        gaps: gaps.map(({ site, on, count, from: begin, to: finish }) => ({ site, on, clients: count, fromStep: begin + 1, toStep: finish + 1 })),
        checkedPlans: judged
    };
}

/** Searches for an order. Where the address in a Group Policy prevents one, searches again with the address removed first and set later. */
function* searchWithBridges(start: State, from: PlanFacts, to: PlanFacts, options: ConstructorParameters<typeof Search>[2]): Generator<RolloutProgress, SearchResult> {
    const lifted = new Set<string>();
    for (let judged = 0; ;) {
        const moves = splitIntoMoves(from, to, lifted);
        const search = new Search(start, moves, { ...options, maxStates: options.maxStates - judged });
        const result = yield* mapProgress(search.run(), (left): RolloutProgress => ({ doing: 'ordering', share: 1 - left / moves.length }));
        judged += result.judged;
        const blockedBy = (findings: readonly ComparedFinding[]): readonly string[] => findings.filter(({ rule }) => rule === 'gpo-wsus-url-conflict')
            .map(({ site }) => toUpperCaseCode(site ?? '')).filter(site => !lifted.has(site));
        const blocked = blockedBy([...result.obstacles, ...result.stages.flatMap(({ forcedBy }) => forcedBy ?? [])]);
        if (blocked.length === 0) {
            return { ...result, judged };
        }
        if (result.isExhausted) {
            // Without this search, it is not known whether the changes must be made together.
            const end = result.stages.findIndex(({ forcedBy }) => blockedBy(forcedBy ?? []).length > 0);
            const stages = end === -1 ? result.stages : result.stages.slice(0, end);
            return { ...result, judged, stages, left: [...result.stages.slice(stages.length).flatMap(stage => stage.moves), ...result.left] };
        }
        blocked.forEach(site => lifted.add(site));
    }
}

function failed(reason: string, before: Hierarchy, after: Hierarchy): Rollout {
    return { steps: [], failure: { kind: 'ambiguous', reason: `${reason} Solve this first: no order can be derived from it.`, changes: changesBetween(before, after) }, introduced: [], gaps: [], checkedPlans: 0 };
}

function failureOf(isExhausted: boolean, obstacles: readonly ComparedFinding[], changes: readonly Change[], maxStates: number): RolloutFailure {
    const [first] = obstacles;
    return isExhausted ? { kind: 'limit', changes, reason: `The search ended after ${number(maxStates)} plans were checked. Split the rollout into several plans.` }
        : { kind: 'errors', changes, reason: `Not even all changes together are free of errors that neither plan has.${first ? ` ${first.message}` : ''}` };
}

const errorKeysOf = ({ findings }: State): ReadonlySet<string> => new Set([...findings].filter(([, finding]) => isError(finding)).map(([key]) => key));
