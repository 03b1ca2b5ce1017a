import type { LangiumDocument } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import { DisjointSpans } from './disjoint-spans.js';
import type { Edit } from './edit.js';
import type { LineLengthOf } from './wrapped-list.js';
import { type DocumentEdit, toTextEdits } from './text-edits.js';
import type { Span } from '../../syntax/span.js';

/** Text edits, grouped by the document that they change. */
export type Changes = ReadonlyMap<LangiumDocument, readonly TextEdit[]>;

/** The text edits of one fix. */
export function changesOf(edits: readonly Edit[], lineLengthOf?: LineLengthOf): Changes {
    return group(withoutRepetitions(edits.flatMap(edit => toTextEdits(edit, lineLengthOf))));
}

/** Two parts of a fix may replace the same text in the same way. */
function withoutRepetitions(edits: readonly DocumentEdit[]): readonly DocumentEdit[] {
    const seen = new Map<LangiumDocument, Set<string>>();
    return edits.filter(each => {
        const { offset, end } = spanOf(each);
        const known = seen.get(each.document) ?? new Set<string>();
        seen.set(each.document, known);
        const key = `${offset} ${end} ${each.edit.newText}`;
        const isNew = offset === end || !known.has(key);
        known.add(key);
        return isNew;
    });
}

/** Combines the text edits of several fixes. A fix that touches the text of an earlier one is skipped; the caller applies it in the next round. */
export function combine(fixes: readonly (readonly Edit[])[]): Changes {
    const combined = new CombinedFixes();
    fixes.forEach(edits => combined.add(edits));
    return combined.changes;
}

/** Fixes that are applied together. */
export class CombinedFixes {
    private readonly accepted: DocumentEdit[] = [];
    private readonly changed = new Map<LangiumDocument, DisjointSpans>();

    constructor(private readonly lineLengthOf?: LineLengthOf) {}

    /** Adds the edits of a fix, unless they touch the text of an earlier one. */
    add(edits: readonly Edit[]): void {
        const wanted = edits.flatMap(edit => toTextEdits(edit, this.lineLengthOf));
        if (wanted.some(edit => this.changed.get(edit.document)?.touches(spanOf(edit)))) {
            return;
        }
        for (const edit of wanted) {
            const spans = this.changed.get(edit.document) ?? new DisjointSpans();
            this.changed.set(edit.document, spans);
            spans.add(spanOf(edit));
            this.accepted.push(edit);
        }
    }

    get changes(): Changes {
        return group(this.accepted);
    }
}

function spanOf({ document: { textDocument }, edit: { range } }: DocumentEdit): Span {
    return { offset: textDocument.offsetAt(range.start), end: textDocument.offsetAt(range.end) };
}

function group(edits: readonly DocumentEdit[]): Changes {
    const byDocument = Map.groupBy(edits, ({ document }) => document);
    return new Map([...byDocument].map(([document, ofDocument]) => [document, ofDocument.map(({ edit }) => edit)]));
}
