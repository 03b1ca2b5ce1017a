import type { LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
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
    const taken: DocumentEdit[] = [];
    for (const edits of fixes) {
        const wanted = edits.flatMap(toTextEdits);
        if (!wanted.some(edit => taken.some(other => overlaps(edit, other)))) {
            taken.push(...wanted);
        }
    }
    return group(taken);
}

function overlaps(a: DocumentEdit, b: DocumentEdit): boolean {
    const offsets = ({ document, edit }: DocumentEdit): [number, number] => [document.textDocument.offsetAt(edit.range.start), document.textDocument.offsetAt(edit.range.end)];
    const [startA, endA] = offsets(a);
    const [startB, endB] = offsets(b);
    return a.document === b.document && startA <= endB && startB <= endA;
}

function group(edits: readonly DocumentEdit[]): Changes {
    const changes = new Map<LangiumDocument, TextEdit[]>();
    for (const { document, edit } of edits) {
        const known = changes.get(document);
        if (known) {
            known.push(edit);
        } else {
            changes.set(document, [edit]);
        }
    }
    return changes;
}
