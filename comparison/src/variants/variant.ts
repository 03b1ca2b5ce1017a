import type { ComparedVersion } from '../version.js';

/** A plan in a table of plans. */
export interface Variant extends Pick<ComparedVersion, 'hierarchy' | 'problems' | 'options'> {
    /** The file, folder or revision that it was read from. */
    readonly label: string;
    /** The number of findings that the plan accepts. */
    readonly acceptedRisks: number;
}

/** The figures of a plan, as plain data. */
export interface VariantFigures {
    readonly label: string;
    /** The name of the hierarchy. */
    readonly hierarchy: string | undefined;
    readonly sites: number;
    readonly servers: number;
    readonly clients: number;
    /** Minutes until the last client has scanned for an update, at most; undefined without a bound or without sites. */
    readonly lastClient: number | undefined;
    /** The most scans in an hour of a software update point, and the name of its server; undefined without clients. */
    readonly peakLoad: { readonly scansPerHour: number; readonly server: string } | undefined;
    /** The single failure with the greatest impact on clients; undefined if none affects clients. */
    readonly worstFailure: { readonly what: string; readonly clients: number; readonly clientHours: number } | undefined;
    readonly errors: number;
    readonly warnings: number;
    /** Findings of lower severity. */
    readonly others: number;
    readonly acceptedRisks: number;
    /** Why figures are missing, such as a simulation that was stopped early. */
    readonly notes: readonly string[];
}
