/** Limits for the sources of an import, which anyone may have made. A source that exceeds one is refused with a message that names the limit. */
export const importLimits = {
    /** Bytes of all files together (64 MiB), and characters of one. An export of a hierarchy of 1,000 sites has about 3 MiB. */
    bytes: 64 * 1024 * 1024,
    /** Files of one import. */
    files: 100,
    /** Nesting of arrays and objects in JSON, and of sections in a site control file. */
    depth: 32,
    /** Values of a JSON file or a site control file, and cells of a table. */
    values: 2_000_000,
    /** UTF-16 code units of a cell of a table. A longer one is hardly a cell: a quote that is not closed takes in the rest of the file. */
    cellLength: 1_000_000,
    /** Columns of a table. */
    columns: 500,
    /** Sites of all sources. */
    sites: 3_000,
    /** Roles, components and other records of all sources. */
    records: 200_000,
    /** UTF-16 code units of a name. A longer one is cut. */
    nameLength: 256
} as const;
