// Room: language. Owns the way between text and meaning: the grammar and its parsers, the projection into the model, the linter with its
// rules, and the editor features. Called by: cli, files, report, server. Absent: vscode, the file system, the clock (the context provides
// it), processes.

export { blocksWith, catalogue, keysOf } from './syntax/catalogue/properties.js';
export { statements } from './syntax/catalogue/statements.js';
export { changesOf, type Changes } from './linter/edits/combine.js';
export { headOf, rangeOf } from './analysis/ranges.js';
export { diagnosticSource, omissionCode, rulePage, toDiagnostics } from './linter/diagnostics.js';
export { faultsOf, locationOf, type PlanSegment, planSegmentsOf, siteAt, sitesWithPositions, sourceTextOf } from './analysis/locations.js';
export { escaped, joined, markdown, type Markdown, trusted } from './lsp/markdown.js';
export { type Explanation, explain, explainAccepted, type Step } from './linter/explain/explanation.js';
export { explanationLines, type TextLine, type TextPart } from './linter/explain/explanation-text.js';
export { placeOf, type PlanProblem, problemsOf } from './linter/plan-problems.js';
export type { SupDocumentFactory } from './analysis/workspace/document-factory.js';
export { fixAllKind, isActionTarget } from './lsp/action-edits.js';
export { moveTargetsOf } from './linter/refactoring/move-branch.js';
export { siteOfFinding } from './linter/finding-site.js';
export { acceptRiskAt, explanationAt, findingAt, SupCodeActionProvider } from './lsp/code-actions.js';
export { readDuration } from './syntax/phrases/times.js';
export { originOf } from './analysis/projection/origin.js';
export { type EventSubject, type PossibleEvent, possibleEventsOf } from './analysis/scenarios/possible-events.js';
export { readEvent, type ReadEventResult } from './analysis/scenarios/read-event.js';
export { appendScenario, freeTitle } from './analysis/scenarios/scenario-edit.js';
export type { SavedExpectations } from './analysis/scenarios/scenario-text.js';
export { categories, categoryNames } from './linter/categories.js';
export type { Fix, Message, Rule } from './linter/define-rule.js';
export { type Finding, textOf } from './linter/finding.js';
export { defaultRuleSettings, type Level, levels, type RuleSettings, type Severity } from './config/levels.js';
export { checkModel, type ModelFinding } from './linter/model-check.js';
export { registry, ruleById } from './linter/registry.js';
export { nearest } from './syntax/nearest.js';
export { ruleNames } from './linter/rule-names.js';
export { type CheckedRisk, type CheckResult, levelOf, type ShownFinding } from './linter/linter.js';
export { severityByDefault } from './linter/default-severity.js';
export { isDate } from './linter/accepted-risks.js';
export type { Risk } from './linter/risk.js';
export { defaultSimulationSettings, type SimulationSettings } from './config/simulation-settings.js';
export { configFileName, type ConfigProblem, isSetBy, mergeSettings, readConfig, readRuleLevels } from './config/settings.js';
export { linkedEditingRangesAt } from './lsp/linked-editing.js';
export { selectionRangeAt } from './lsp/selection-ranges.js';
export { type NewHierarchy, newHierarchy } from './lsp/new-hierarchy.js';
export { canFormat } from './lsp/formatter.js';
export type { ConfiguredLayout } from './lsp/style.js';
export type { SupServices } from './lsp/services.js';
export { createSupServices, documentationAddress, type SupContext } from './sup-module.js';
export { checkAllAgain, openDocumentsParsed } from './analysis/workspace/document-builder.js';
export type { PlanFolders } from './analysis/workspace/plan-folders.js';
export { foldersAmong } from './analysis/workspace/folders-among.js';
