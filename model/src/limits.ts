import { dayMinutes } from './durations.js';

/**
 * Limits for one file. They keep every phase linear and responsive on hostile input. A file that exceeds a limit gets a single diagnostic
 * at that place, and the rest of the workspace is not affected.
 */
export const fileLimits = {
    /** UTF-16 code units of one file (4 MiB). A hierarchy of 10,000 sites has about 1.6 million. */
    characters: 4 * 1024 * 1024,
    /**
     * Words, texts and punctuation marks of one file. A hierarchy of 10,000 sites has about 320,000. Each of them takes memory in the tree and the
     * model.
     */
    tokens: 500_000,
    /** Sites and scenarios of one file. With 12,000 of them in 4 MiB, the server takes about 350 MB without a preview. */
    segments: 12_000,
    /** Tokens of one site, scenario or other part of a file that is parsed on its own: all of its tokens may be needed at once. */
    tokensOfSegment: 250_000,
    /** Tokens of such a part that the slower of two parsers reads, without letting other requests through. A site of 100 servers has about 2,000. */
    tokensOfSlowSegment: 5_000,
    /** Tokens of all segments with syntax errors or other text that only the slower of two parsers can read. */
    tokensWithErrors: 64_000,
    /** Findings of one rule that are kept for one segment; further ones are only counted. */
    findingsOfRule: 1_000,
    /** Nesting of braces. A plan needs four levels: site, server, role, proxy. */
    depth: 64,
    /** Comments that are kept in memory, for folding and documentation. */
    comments: 50_000,
    /** Diagnostics shown for one file; one more states how many are not shown. */
    diagnostics: 100,
    /** Files of one workspace. */
    files: 5_000
} as const;

/** Limits for one scenario. */
export const scenarioLimits = {
    /** Minutes of a run, and of any time or duration in it: ten years. Larger numbers are typing errors. */
    minutes: 10 * 365 * dayMinutes,
    /** Megabytes of any amount: a terabyte, more than the metadata of any hierarchy. */
    megabytes: 1024 * 1024,
    /** The largest seed. */
    seed: 999_999_999
} as const;

/** Limits for the answers that a new hierarchy is written from. */
export const newHierarchyLimits = {
    /** The number of regions that fit into an input box; a central site can have more children. */
    regions: 20,
    /** The length of the name of the hierarchy and of each region, in UTF-16 code units. */
    nameLength: 100
} as const;
