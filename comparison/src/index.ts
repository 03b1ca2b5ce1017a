// Room: comparison. Owns the comparison of the meaning of two plans: changes and their costs, findings introduced and solved, differences in
// the simulated outcome. Called by: cli, protocol (types), report, rollout, server, webview (types). Absent: text of plans, rules, drawing, and the
// output formats of a comparison.

export { compareHierarchies } from './changes/compare-hierarchies.js';
export { compare } from './compare.js';
export type * from './comparison.js';
export { comparedFinding, type ElementFinding } from './findings/compared-finding.js';
export { isSame } from './is-same.js';
export { changesBySite, type SiteChange } from './site-marks.js';
export type { ComparedVersion } from './version.js';
