// Room: import. Owns the way from exports of a real hierarchy to a new plan, and to the differences between a plan and the hierarchy: the readers of exports in JSON, of site control
// files and of tables, the inventory that they fill, its interpretation, and the text of the plan. Called by: cli, server. Absent: files and their encodings (room files), the layout of
// the text (the formatter of room language), the clock.

export { ageWarnings } from './drift/age.js';
export { differencesAsChanges, type StatedDifference } from './drift/as-changes.js';
export { compareWithReality, type Drift, driftFrom, plannedHostsOf } from './drift/compare-with-reality.js';
export type { UncomparedValue } from './drift/drift-collector.js';
export type { PlannedHost } from './interpret/server-names.js';
export { type Reality, readReality } from './reality.js';
export { ImportError } from './import-error.js';
export { importLimits } from './import-limits.js';
export { type ImportedFile, type ImportedPlan, type ImportOptions, importPlan, type ImportSource } from './import-plan.js';
