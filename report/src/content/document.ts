import type { Severity } from '@sup/language';
import type { CompliancePoint, Layer, Layout, Scene } from '@sup/picture';

/** A column of a table. Numbers are aligned to the right. */
export type Column = readonly [heading: string, align: 'left' | 'right'];

/** The content of a report, before it is rendered as HTML or Markdown. All texts are plain text. */
export interface ReportDocument {
    readonly title: string;
    /** The reasons why the report is incomplete, one sentence each. */
    readonly omissions: readonly string[];
    readonly chapters: readonly Chapter[];
    /** How the report was made, and from which files. */
    readonly footer: string;
}

/** Introduces the {@link ReportDocument.omissions}. */
export const incompleteNotice = 'This report is incomplete:';

/** The part of a report about one hierarchy. */
export interface Chapter {
    readonly title: string;
    /** The files that it is about. */
    readonly subtitle: string;
    readonly sections: readonly Section[];
}

export interface Section {
    /** Empty for the section directly below the title of the chapter. */
    readonly title: string;
    readonly blocks: readonly ContentBlock[];
}

/** A key figure of a hierarchy and its breakdown. */
export interface Fact {
    readonly name: string;
    readonly value: string;
    readonly detail: string;
}

export type ContentBlock =
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'list'; readonly items: readonly string[] }
    | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
    | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly (string | number)[])[] }
    /** A result in one sentence, and its details. */
    | { readonly kind: 'headline'; readonly tone: 'fail' | 'warn' | 'ok' | 'note'; readonly title: string; readonly detail: string }
    /** The same picture for pages of different widths, the narrowest first, and for paper if that is another one. */
    | { readonly kind: 'picture'; readonly scene: Scene; readonly layouts: readonly Layout[]; readonly paper: Layout | undefined; readonly layer: Layer | undefined }
    /** Everything about a branch. Only in pages, because a Markdown report refers to one picture. */
    | { readonly kind: 'branch'; readonly title: string; readonly scene: Scene; readonly layout: Layout }
    | { readonly kind: 'curve'; readonly points: readonly CompliancePoint[] }
    | { readonly kind: 'finding'; readonly severity: Severity; readonly rule: string; readonly location: string; readonly what: string; readonly why: string; readonly todo: string }
    | { readonly kind: 'scenario'; readonly title: string; readonly outcome: string };

/** A column of texts. */
export const textColumn = (heading: string): Column => [heading, 'left'];
/** A column of numbers, durations or other figures. */
export const numberColumn = (heading: string): Column => [heading, 'right'];

/** Builds a table without the columns that are empty in every row. */
export function table(columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): ContentBlock {
    const isUsed = columns.map((_, i) => rows.some(row => row[i] !== ''));
    const used = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, i) => isUsed[i]);
    return { kind: 'table', columns: used(columns), rows: rows.map(used) };
}
