// Room: comparison. Owns what two plans mean differently: changes and what they cost, findings introduced and solved, another outcome.
// Called by: server, cli. Absent: text of plans, rules, drawing.

export { compare, comparedDuration, type ComparedVersion } from './compare.js';
export type * from './comparison.js';
export { changesBySite, type SiteChange } from './site-marks.js';
export { comparisonMarkdown } from './text/markdown.js';
export { comparisonLines } from './text/plain.js';
