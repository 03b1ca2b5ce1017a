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
