// What commands are called with, and what is thrown, can be anything.

import type { Position, TextDocumentIdentifier } from 'vscode-languageclient/node';

export function isTextDocument(value: unknown): value is TextDocumentIdentifier {
    return typeof (value as Partial<TextDocumentIdentifier> | null | undefined)?.uri === 'string';
}

export function isPosition(value: unknown): value is Position {
    const position = value as Partial<Position> | null | undefined;
    return typeof position?.line === 'number' && typeof position.character === 'number';
}

export function errorMessage(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
