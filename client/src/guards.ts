// Commands can be called with any arguments.

import type { Position, TextDocumentIdentifier } from 'vscode-languageclient/node';

export function isTextDocument(value: unknown): value is TextDocumentIdentifier {
    return typeof (value as Partial<TextDocumentIdentifier> | null | undefined)?.uri === 'string';
}

export function isPosition(value: unknown): value is Position {
    const position = value as Partial<Position> | null | undefined;
    return typeof position?.line === 'number' && typeof position.character === 'number';
}
