// Room: comparison. Owns what two plans mean differently: changes and what they cost, findings introduced and solved, another outcome.
// Called by: report, server, cli. Absent: text of plans, rules, drawing, and how a comparison is written.

export { compare, type ComparedVersion } from './compare.js';
export type * from './comparison.js';
export { isSame } from './is-same.js';
export { changesBySite, type SiteChange } from './site-marks.js';
