import type { Severity } from '@sup/language';
import type { Range, TextEdit } from 'vscode-languageserver-types';

/** The result of a check as plain data, independent of the output format. Ranges count as in the Language Server Protocol. */
export interface CheckReport {
    /** The version of `sup`. */
    readonly version: string;
    readonly files: readonly CheckedFile[];
    /** The number of findings by severity, including those that are not listed because their file has too many. */
    readonly counts: Counts;
    /** Messages about failures that left the check incomplete. */
    readonly failures: readonly string[];
    /** Messages about the input that do not make the result incomplete. */
    readonly notes?: readonly string[];
}

export type Counts = Readonly<Record<Severity, number>>;

export interface CheckedFile {
    /** Relative to the current folder, with forward slashes. */
    readonly path: string;
    readonly counts: Counts;
    readonly findings: readonly CheckFinding[];
    readonly accepted: readonly AcceptedRisk[];
    readonly unknown: readonly UnknownPlace[];
    /** The text of a line, without its line break. */
    lineAt(line: number): string;
}

export interface CheckFinding {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    readonly range: Range;
    readonly related: readonly RelatedLocation[];
    /** Alternative changes that solve the finding; undefined if the report does not have them. */
    readonly fixes?: readonly FindingFix[];
}

/** A change that solves a finding: the texts to replace, by file. */
export interface FindingFix {
    readonly title: string;
    readonly changes: readonly { readonly path: string; readonly edits: readonly TextEdit[] }[];
}

export interface RelatedLocation {
    readonly path: string;
    readonly range: Range;
    readonly message: string;
}

/** A value that the plan states as unknown. */
export interface UnknownPlace {
    readonly key: string;
    readonly text: string;
    readonly range: Range;
}

/** An `allow` in force, with the findings that it suppresses. */
export interface AcceptedRisk {
    readonly rule: string;
    readonly reason: string;
    /** The last day on which it is in force, `YYYY-MM-DD`. */
    readonly until: string | undefined;
    readonly range: Range;
    /** The number of suppressed findings, of which the most severe are listed. */
    readonly count: number;
    readonly findings: readonly CheckFinding[];
}
