import type { Severity } from '@sup/language';
import type { Range } from 'vscode-languageserver-types';

/** What a check has found, as plain data: all that a format needs. Ranges are those of the Language Server Protocol. */
export interface Report {
    /** The version of the program that checked. */
    readonly version: string;
    readonly files: readonly CheckedFile[];
    /** Findings by severity, including those that are not shown because their file has too many. */
    readonly counts: Counts;
    /** What kept the check from being complete, one sentence each. */
    readonly troubles: readonly string[];
}

export type Counts = Readonly<Record<Severity, number>>;

export interface CheckedFile {
    /** Relative to the current folder, with forward slashes. */
    readonly path: string;
    readonly counts: Counts;
    readonly findings: readonly Finding[];
    readonly accepted: readonly AcceptedRisk[];
    /** A line of the text, without its end. */
    lineAt(line: number): string;
}

export interface Finding {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    /** The address of the rule's documentation; none for a note of the checker itself. */
    readonly documentation: string | undefined;
    readonly range: Range;
    readonly related: readonly RelatedPlace[];
}

export interface RelatedPlace {
    readonly path: string;
    readonly range: Range;
    readonly message: string;
}

/** An `allow` that holds, and what it keeps silent. */
export interface AcceptedRisk {
    readonly rule: string;
    readonly reason: string;
    /** The last day on which it holds, `YYYY-MM-DD`. */
    readonly until: string | undefined;
    readonly range: Range;
    /** How many findings it keeps silent; the gravest of them are listed. */
    readonly count: number;
    readonly findings: readonly Finding[];
}
