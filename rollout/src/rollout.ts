import type { Change, ComparedFinding, ElementFinding } from '@sup/comparison';
import type { Hierarchy } from '@sup/model';
import type { Confidence, Constraint } from './constraint.js';
import type { MoveKind } from './moves/move-kinds.js';

/** The current task, with its completed share from 0 to 1. */
export interface RolloutProgress {
    readonly doing: 'ordering' | 'explaining' | 'simulating';
    readonly share: number;
}

/** An order of the changes between two plans, in which no plan in between has an error that neither of the two has. */
export interface Rollout {
    /** In an order in which they can be made. */
    readonly steps: readonly Step[];
    /** Why there is no complete order; undefined if there is one. */
    readonly failure: RolloutFailure | undefined;
    /** Errors of the later plan that the earlier one does not have. */
    readonly introduced: readonly ComparedFinding[];
    /** Clients that no software update point serves for a while, although both plans have one for them. */
    readonly gaps: readonly ServiceGap[];
    /** The number of plans between the two that were checked. */
    readonly checkedPlans: number;
}

export interface RolloutFailure {
    /** `ambiguous`: a plan states something twice. `limit`: the search gave up. `errors`: no order is free of errors, not even all changes at once. */
    readonly kind: 'ambiguous' | 'limit' | 'errors';
    readonly reason: string;
    /** The changes that are not part of a step. */
    readonly changes: readonly Change[];
}

export interface Step {
    /** From 1. */
    readonly number: number;
    readonly kind: MoveKind;
    readonly title: string;
    readonly sites: readonly string[];
    readonly hosts: readonly string[];
    /** The hierarchy after the step. */
    readonly hierarchy: Hierarchy;
    /** The findings about it, at its elements. */
    readonly findings: readonly ElementFinding[];
    /** The differences in meaning between the hierarchies before and after the step. */
    readonly changes: readonly Change[];
    /** The steps that come before it, each with the reason; steps without a reason between them can be exchanged or made at the same time. */
    readonly after: readonly StepReason[];
    readonly preparation: string | undefined;
    /** When it has ended, if not at once. */
    readonly until: Constraint | undefined;
    /** How to take it back; undefined if there is no way. */
    readonly undo: string | undefined;
    /** The interruption while it is made; undefined if there is none. */
    readonly interruption: Interruption | undefined;
    /** The full scans that follow, because clients get another WSUS database; undefined if there are none. */
    readonly fullScans: FullScans | undefined;
    /** How its sites, or this and later steps, follow each other. */
    readonly pace: Constraint | undefined;
    /** Warnings that begin with the step and hold in neither plan. */
    readonly warnings: readonly TransientWarning[];
    /** Where the changes have to be made together: the errors after the first one alone. */
    readonly forcedBy: readonly ComparedFinding[];
}

export interface StepReason {
    /** The number of the step that comes first. */
    readonly step: number;
    readonly why: string;
    /** The rule that reports an error if the order is reversed. */
    readonly rule: string | undefined;
    /** The title of the document that asks for the order. */
    readonly source: string | undefined;
    /** How well the order is documented; undefined if a rule reports an error. */
    readonly confidence: Confidence | undefined;
}

export interface Interruption {
    /** `scans`: clients cannot scan. `management`: the site cannot be managed, while clients scan as before. */
    readonly of: 'scans' | 'management';
    readonly minutes: number;
    /** The source of the duration; undefined for an assumption. */
    readonly source: string | undefined;
    /** The clients that use what is interrupted. */
    readonly clients: number;
    /** Those whose scan fails in that time, in a simulation; undefined if it was not simulated. */
    readonly failedScans: number | undefined;
}

/** A client transfers the whole catalog in its next scan after it gets another WSUS database, and in its first scan ever. */
export interface FullScans {
    readonly clients: number;
    /** The number of those that no software update point has served before. */
    readonly first: number;
    readonly megabytes: number;
    /** The assumption for one client. */
    readonly megabytesEach: number;
    /** The scan interval in minutes, in which they are all made. */
    readonly within: number;
    /** The links that carry them, with the minutes that each needs for them. */
    readonly links: readonly { readonly site: string; readonly clients: number; readonly minutes: number }[];
}

/** A warning that holds in neither plan. */
export interface TransientWarning extends ComparedFinding {
    /** The number of the step that ends it; undefined if it holds after the last step, because there is no complete order. */
    readonly untilStep: number | undefined;
}

export interface ServiceGap {
    readonly site: string;
    readonly on: 'intranet' | 'internet';
    readonly clients: number;
    /** The numbers of the step that begins it and of the one that ends it. */
    readonly fromStep: number;
    readonly toStep: number;
}
