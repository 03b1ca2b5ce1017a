import { NormalizedTextDocuments } from 'langium/lsp';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';

/** The documents that are open in the editor. */
export function createTextDocuments(): NormalizedTextDocuments<TextDocument> {
    return new NormalizedTextDocuments({ create: TextDocument.create.bind(TextDocument), update: changeDocument });
}

/**
 * Applies changes to a document in order. A position outside the document is moved to the nearest one inside: the library would
 * otherwise continue with line numbers that are `NaN`.
 */
export function changeDocument(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    return changes.reduce((changed, change) => TextDocument.update(changed, [within(changed, change)], version), TextDocument.update(document, [], version));
}

function within(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
    if (!('range' in change)) {
        return change;
    }
    const { start, end } = change.range;
    return { text: change.text, range: { start: nearest(document, start), end: nearest(document, end) } };
}

function nearest(document: TextDocument, { line, character }: Position): Position {
    return document.positionAt(document.offsetAt({ line: whole(line), character: whole(character) }));
}

function whole(number: number): number {
    return Math.floor(number) || 0;
}
