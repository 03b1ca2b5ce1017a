import type { Severity } from '@sup/language';
import type { Layout, Scene } from '@sup/picture';

/** A column: its heading, and whether it holds numbers, which stand at its right. */
export type Column = readonly [heading: string, align: 'left' | 'right'];

/** A report as a reader has it, before it is HTML or Markdown. All texts are plain. */
export interface ReportDocument {
    readonly title: string;
    /** What keeps the report from being complete, one sentence each. */
    readonly troubles: readonly string[];
    readonly chapters: readonly Chapter[];
    /** What the report was made from, and how. */
    readonly footer: string;
}

/** What stands before the {@link ReportDocument.troubles}. */
export const incomplete = 'This report is incomplete:';

/** What there is to say of a hierarchy. */
export interface Chapter {
    readonly title: string;
    readonly sections: readonly Section[];
}

export interface Section {
    /** Empty for what stands right below the title of the chapter. */
    readonly title: string;
    readonly blocks: readonly Block[];
}

/** A headline number, and what it is made up of. */
export interface Fact {
    readonly name: string;
    readonly value: string;
    readonly detail: string;
}

export type Block =
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'list'; readonly items: readonly string[] }
    | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
    | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly (string | number)[])[] }
    | { readonly kind: 'picture'; readonly scene: Scene; readonly layout: Layout }
    | { readonly kind: 'finding'; readonly severity: Severity; readonly rule: string; readonly place: string; readonly what: string; readonly why: string; readonly todo: string }
    | { readonly kind: 'scenario'; readonly title: string; readonly outcome: string };

/** A column of texts. */
export const text = (heading: string): Column => [heading, 'left'];
/** A column of numbers, or of what is compared like them. */
export const figure = (heading: string): Column => [heading, 'right'];

/** A table without the columns in which it has nothing to say. */
export function table(columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): Block {
    const isUsed = columns.map((_, i) => rows.some(row => row[i] !== ''));
    const used = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, i) => isUsed[i]);
    return { kind: 'table', columns: used(columns), rows: rows.map(used) };
}
