/**
 * Bounds on what one file may hold. They keep every phase linear and the answer prompt on hostile input; a file that passes
 * one gets a single diagnostic there, and the rest of the workspace works on.
 */
export const fileLimits = {
    /** UTF-16 code units of one file (4 MiB). A hierarchy of 10,000 sites takes about 1.6 million. */
    characters: 4 * 1024 * 1024,
    /** Braces inside braces. A plan needs four: site, server, role, proxy. */
    depth: 64,
    /** Comments that are kept for folding and documentation. */
    comments: 50_000,
    /** Diagnostics shown for one file; one more says how many were left out. */
    diagnostics: 100,
    /** Files of one workspace. */
    files: 5_000
} as const;

/** Bounds on what one scenario may say. */
export const scenarioLimits = {
    /** Minutes of a run, and of any time or duration in it: ten years. No plan holds longer, and beyond it numbers are slips of the pen. */
    minutes: 10 * 365 * 24 * 60,
    /** Megabytes of any amount: a terabyte, more than the metadata of any hierarchy. */
    megabytes: 1024 * 1024,
    /** The largest seed. */
    seed: 999_999_999
} as const;
