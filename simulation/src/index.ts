// Room: simulation. Owns the behavior of a hierarchy over time (synchronization, drift, scans, faults), the judging of expectations, and
// analyses that run many simulations. Called by: playback, comparison, report, server, cli. Absent: text, the host's clock and random numbers, input and output.

export type { Bound, BoundPart, BoundPartKind, GroupBound, NoBound } from './bound/bound.js';
export { boundAssumptionsText, boundText, partText } from './bound/bound-text.js';
export { type Compliance, complianceBySite, complianceOf, shareScannedAfter } from './bound/compliance.js';
export { findBound } from './bound/find-bound.js';
export { type Coverage, CoverageMeter } from './coverage/coverage.js';
export { defaultSeed, Run, type RunOptions } from './engine/run.js';
export { EventBudgetError } from './engine/event-budget-error.js';
export { type Explanation, explain } from './explain/explain.js';
export type { Breach, Judgement, Verdict } from './judge/judgement.js';
export { judgementText } from './judge/judgement-text.js';
export type { PropagationPart } from './measure/critical-path.js';
export type { Propagation } from './measure/propagation.js';
export { answeringDuration } from './measure/answering-duration.js';
export { lastClientText } from './measure/last-client-text.js';
export { propagationText } from './measure/propagation-text.js';
export { type Series, SeriesMeter } from './measure/series.js';
export type { GroupSummary, PointSummary, SiteSummary, Summary } from './measure/summary.js';
export { plainScenario } from './plain-scenario.js';
export { Simulation, type SimulationResult, simulate } from './simulate.js';
export { type Harm, hoursOf, type OutageImpact } from './sweep/outage-impact.js';
export type { PairImpact } from './sweep/pairs.js';
export { type Sweep, sweep, type SweepOptions } from './sweep/sweep.js';
export { mapProgress } from './map-progress.js';
export { runToEnd } from './run-to-end.js';
export { changeText } from './trace/changes.js';
export { TraceCollector } from './trace/collector.js';
export type { Component, EntrySeverity, TraceEntry, EntryDetails } from './trace/entry.js';
export { scanResultText } from './trace/scan-results.js';
export { durationText, megabytesText } from '@sup/model';
export { momentText } from './trace/time.js';
export { entryText, logLine } from './trace/wording.js';
export { obstacleText } from './trace/obstacles.js';
export { actionText, targetText } from './trace/actions.js';
export type { ClientGroupState, CompletedScans, PointState, SiteState } from './world/state.js';
export type { Observer, World } from './world/world.js';
