// Room: report. Owns reports on plans: locations, tested scenarios, the document for a design review as a page or as Markdown, and two
// versions of a plan in one document or picture. Called by: cli, server. Absent: finding, reading and writing files, the clock.

export { type ComparisonNote, comparisonMarkdown, type TitledComparison } from './comparison/comparison-markdown.js';
export { type ComparedScenes, comparedScenes, comparedScenesInChunks } from './comparison/compared-scenes.js';
export { type RealityDifferences, realityScenesInChunks } from './comparison/reality-scenes.js';
export { collect, type CollectProgress, type Drawing, drawPlanInChunks, type ReportedPlan } from './collect.js';
export { describeHierarchy } from './describe/describe-hierarchy.js';
export { describeRun } from './describe/describe-run.js';
export { driftMarkdown } from './drift/drift-markdown.js';
export { variantsMarkdown } from './comparison/variants-markdown.js';
export { chapterOf } from './content/chapter.js';
export type { Column, ReportDocument } from './content/document.js';
export { htmlReport } from './html/html-report.js';
export type { ReportTheme } from './html/page-style.js';
export { xmlText } from './html/xml.js';
export { markdownReport } from './markdown/markdown.js';
export { mermaid } from './mermaid/mermaid.js';
export { type ReportLocation, ReportLocations, locationText } from './report-location.js';
export { outageOverview, simulateOutages } from './outages/outage-overview.js';
export type { PlanReport } from './plan-report.js';
export { rolloutMarkdown } from './rollout/rollout-markdown.js';
export { rolloutScenesInChunks } from './rollout/rollout-scenes.js';
export { testScenario } from './scenarios/test-scenario.js';
export { type Outcome, outcomeOf, type ScenarioProblem, type TestedBreach, type TestedExpectation, type TestedScenario } from './scenarios/tested-scenario.js';
