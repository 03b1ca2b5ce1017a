import type { LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Span } from '../syntax/ranges.js';
import type { Edit } from './edit.js';
import { type DocumentEdit, toTextEdits } from './text-edits.js';

/** Text edits by the document that they change, in the order of the text. */
export type Changes = ReadonlyMap<LangiumDocument, readonly TextEdit[]>;

/** The text edits of one fix. */
export function changesOf(edits: readonly Edit[]): Changes {
    return group(edits.flatMap(toTextEdits));
}

/** The text edits of several fixes at once; a fix that touches what an earlier one changes is left for the next round. */
export function combine(fixes: readonly (readonly Edit[])[]): Changes {
    const taken: PlacedEdit[] = [];
    for (const edits of fixes) {
        const wanted = edits.flatMap(toTextEdits).map(place);
        if (!wanted.some(edit => taken.some(other => overlaps(edit, other)))) {
            taken.push(...wanted);
        }
    }
    return group(taken);
}

/** A text edit with its offsets, which many others are compared with. */
interface PlacedEdit extends DocumentEdit, Span {}

function place({ document, edit }: DocumentEdit): PlacedEdit {
    const { start, end } = edit.range;
    return { document, edit, offset: document.textDocument.offsetAt(start), end: document.textDocument.offsetAt(end) };
}

function overlaps(a: PlacedEdit, b: PlacedEdit): boolean {
    return a.document === b.document && a.offset <= b.end && b.offset <= a.end;
}

function group(edits: readonly DocumentEdit[]): Changes {
    const byDocument = Map.groupBy(edits, ({ document }) => document);
    return new Map([...byDocument].map(([document, those]) => [document, those.map(({ edit }) => edit)]));
}
