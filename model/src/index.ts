// Room: model. Owns the vocabulary of hierarchies as plain data, what the product derives from it, and published limits with their
// sources. Called by: cli, client, comparison, files, language, picture, playback, report, server, simulation, webview. Absent: text,
// syntax trees, time, input and output.

export * from './assumptions.js';
export * from './durations.js';
export * from './errors.js';
export * from './group-by.js';
export * from './hierarchy.js';
export * from './incremental/incremental-hierarchy.js';
export * from './incremental/dependency-tracker.js';
export * from './limits.js';
export * from './lower-bound.js';
export * from './memoize.js';
export * from './queries/catalogs.js';
export * from './queries/clients.js';
export * from './queries/events.js';
export * from './queries/group-policy.js';
export * from './queries/hosts.js';
export * from './queries/load.js';
export * from './queries/load-balancing.js';
export * from './queries/memoize-per-hierarchy.js';
export * from './queries/mode.js';
export * from './queries/operating-systems.js';
export * from './queries/owner.js';
export * from './queries/products.js';
export * from './queries/reachability.js';
export * from './queries/releases-of-sites.js';
export * from './queries/server-names.js';
export * from './queries/site-codes.js';
export * from './queries/ssl.js';
export * from './queries/synchronization.js';
export * from './queries/tree.js';
export * from './queries/unknown-values.js';
export * from './queries/update-points.js';
export * from './queries/wsus-versions.js';
export * from './releases.js';
export * from './scenario.js';
export * from './shared-ends.js';
export * from './upper-case.js';
export * from './values.js';
export * from './visible.js';
export * from './wording.js';
