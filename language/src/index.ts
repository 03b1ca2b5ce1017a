// Room: language. Owns the way between text and meaning: grammar, projection into the model, the shelf of rules, editor
// features. Called by: server, cli, files. Absent: vscode, the file system, the clock (given by the context), processes.

export { blocksWith, catalogue, keysOf } from './catalogue/properties.js';
export { statements } from './catalogue/statements.js';
export { changesOf, type Changes } from './edits/combine.js';
export { diagnosticSource, rangeOf, toDiagnostics } from './lsp/diagnostics.js';
export { locationOf, type PlanPiece, piecesOf, siteAt, sitesWithStarts, sourceTextOf, unreadIn } from './lsp/locations.js';
export { escaped, joined, markdown, type Markdown, trusted } from './lsp/markdown.js';
export { placeOf, type PlanProblem, problemsOf } from './lsp/problems.js';
export { acceptRiskAt, fixAllKind } from './lsp/code-actions.js';
export { readDuration } from './phrases/times.js';
export { originOf } from './projection/origin.js';
export { type EventSubject as EventPart, type PossibleEvent, possibleEventsOf } from './scenarios/possible-events.js';
export { readEvent, type ReadEvent } from './scenarios/read-event.js';
export { appendScenario, freeTitle } from './scenarios/scenario-edit.js';
export { categories, categoryNames } from './shelf/categories.js';
export type { Fix, Message, Rule } from './shelf/define-rule.js';
export { type Finding, textOf } from './shelf/finding.js';
export { defaultRuleSettings, type Level, levels, type RuleSettings, type Severity } from './shelf/levels.js';
export { registry } from './shelf/registry.js';
export { type CheckResult, severityOf, type ShownFinding } from './shelf/rule-service.js';
export { isDate, type Risk } from './shelf/accepted-risks.js';
export { defaultSimulationSettings, type SimulationSettings } from './shelf/simulation-settings.js';
export { type ConfigProblem, mergeSettings, readConfig, readRuleLevels } from './shelf/settings.js';
export { createSupServices, documentationAddress, scenarioDocumentation, type SupContext, type SupServices } from './sup-module.js';
export { checkAllAgain, openDocumentsRead } from './workspace/document-builder.js';
export { traceOf } from './workspace/failure.js';
export { foldersAmong } from './workspace/folders-among.js';
