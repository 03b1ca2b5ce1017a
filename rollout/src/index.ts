// Room: rollout. Owns the order in which the changes between two plans are made: elementary moves, the search for an order without errors in between, its reasons, and the
// interruptions of each step. Called by: cli, protocol (types), report, server. Absent: text of plans, the rules themselves (a caller passes their check), drawing, and output formats.

export type { Confidence, Constraint } from './constraint.js';
export { orderRollout, type RolloutOptions } from './order-rollout.js';
export type { FullScans, Interruption, Rollout, RolloutFailure, RolloutProgress, ServiceGap, Step, StepReason, TransientWarning } from './rollout.js';
export { rolloutSummary, type StepDetail, stepDetails } from './wording.js';
