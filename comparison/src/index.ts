// Room: comparison. Owns the comparison of the meaning of two plans (changes and their costs, findings introduced and solved, differences in
// the simulated outcome) and the figures of several plans side by side. Called by: cli, import, protocol (types), report, rollout, server,
// webview (types). Absent: text of plans, rules, drawing, and the output formats of a comparison.

export { displayName } from './changes/change.js';
export { compareChangedSites, compareHierarchies } from './changes/compare-hierarchies.js';
export { type Host, type HostPair, pairHosts } from './changes/pair-hosts.js';
export { roleOf } from './changes/roles.js';
export { compare } from './compare.js';
export type * from './comparison.js';
export { areEquivalent, type Fact, valueInSentence } from './facts/fact.js';
export { unknownValue } from './facts/fact-makers.js';
export { factsOfHost } from './facts/host-facts.js';
export { factsOfSite } from './facts/site-facts.js';
export { authenticationLabel, factsOfUpdatePoint } from './facts/update-point-facts.js';
export { factsOfWsus } from './facts/wsus-facts.js';
export { comparedFinding, type ElementFinding } from './findings/compared-finding.js';
export { isSame } from './is-same.js';
export { changesBySite, type SiteChange } from './site-marks.js';
export type { Variant, VariantFigures } from './variants/variant.js';
export { variantFigures } from './variants/variant-figures.js';
export { variantHeadings, variantNotes, variantRow } from './variants/variant-table.js';
export type { ComparedVersion } from './version.js';
