/**
 * Limits for one file. They keep every phase linear and responsive on hostile input. A file that exceeds a limit gets a single diagnostic
 * at that place, and the rest of the workspace is not affected.
 */
export const fileLimits = {
    /** UTF-16 code units of one file (4 MiB). A hierarchy of 10,000 sites has about 1.6 million. */
    characters: 4 * 1024 * 1024,
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
    minutes: 10 * 365 * 24 * 60,
    /** Megabytes of any amount: a terabyte, more than the metadata of any hierarchy. */
    megabytes: 1024 * 1024,
    /** The largest seed. */
    seed: 999_999_999
} as const;
