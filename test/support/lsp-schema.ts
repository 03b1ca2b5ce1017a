import {
    CodeAction, CodeLens, Command, Diagnostic, DocumentSymbol, FoldingRange, Hover, InsertReplaceEdit, Location, LocationLink, MarkupContent, type Position, Range, TextDocumentEdit, TextEdit, WorkspaceEdit
} from 'vscode-languageserver-types';

// Validates the shape of messages, for the part of the Language Server Protocol that this server supports. Whether ranges lie inside the
// text is checked separately, because that requires the texts.

export type Shape = (value: unknown) => boolean;
export type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText: Shape = value => typeof value === 'string';
export const isFlag: Shape = value => typeof value === 'boolean';
export const isCount: Shape = value => Number.isInteger(value) && (value as number) >= 0;
export const listOf = (is: Shape): Shape => value => Array.isArray(value) && value.every(is);
const oneOf = (...shapes: readonly Shape[]): Shape => value => shapes.some(is => is(value));
export const isNull: Shape = value => value === null;
export const orNull = (is: Shape): Shape => oneOf(isNull, is);
export const optional = (is: Shape): Shape => value => value === undefined || is(value);
export const fields = (shapes: Readonly<Record<string, Shape>>): Shape => value => isObject(value) && Object.entries(shapes).every(([name, is]) => is(value[name]));
const between = (least: number, most: number): Shape => value => isCount(value) && (value as number) >= least && (value as number) <= most;

/** The maximum of the protocol's `uinteger` is 2³¹ - 1. */
const isPosition = ({ line, character }: Position): boolean => [line, character].every(count => isCount(count) && count < 2 ** 31);
const isBefore = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);
const holds = (outer: Range, inner: Range): boolean => !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
const isRange: Shape = value => Range.is(value) && isPosition(value.start) && isPosition(value.end) && !isBefore(value.end, value.start);

/** Edits of one document: clients reject overlapping ones. Two insertions at one position keep the order of the list. */
function areEdits(value: unknown): value is TextEdit[] {
    if (!listOf(edit => TextEdit.is(edit) && isRange(edit.range))(value)) {
        return false;
    }
    const sorted = (value as TextEdit[]).map(({ range }) => range).sort((a, b) => isBefore(a.start, b.start) ? -1 : isBefore(b.start, a.start) ? 1 : isBefore(a.end, b.end) ? -1 : 1);
    return sorted.every((range, i) => i === 0 || !isBefore(range.start, sorted[i - 1]!.end));
}

/** Text edits only: this server does not create, rename or delete files. */
export function isWorkspaceEdit(value: unknown): value is WorkspaceEdit {
    return WorkspaceEdit.is(value) && Object.values(value.changes ?? {}).every(areEdits)
        && (value.documentChanges ?? []).every(change => TextDocumentEdit.is(change) && areEdits(change.edits))
        && (value.changes !== undefined || value.documentChanges !== undefined);
}

export const isLocation: Shape = value => Location.is(value) && isText(value.uri) && isRange(value.range);

/** Some clients fail on messages with a lone surrogate or a NUL. */
const isMessage: Shape = value => typeof value === 'string' && value !== '' && value.isWellFormed() && !value.includes('\0');
const isDiagnostic: Shape = value => Diagnostic.is(value) && isRange(value.range) && isMessage(value.message) && optional(between(1, 4))(value.severity)
    && (value.relatedInformation ?? []).every(({ location, message }) => isLocation(location) && isMessage(message));

/** The range that a completion replaces is on one line. */
const isOnOneLine: Shape = value => isRange(value) && (value as Range).start.line === (value as Range).end.line;
const isCompletionEdit: Shape = value => TextEdit.is(value) ? isOnOneLine(value.range) : InsertReplaceEdit.is(value as InsertReplaceEdit) && isOnOneLine((value as InsertReplaceEdit).replace);

const isCompletionItem: Shape = value => isObject(value) && isMessage(value['label']) && optional(between(1, 25))(value['kind']) && optional(isText)(value['insertText'])
    && optional(isText)(value['detail']) && optional(isText)(value['sortText']) && optional(isText)(value['filterText']) && optional(oneOf(isText, MarkupContent.is))(value['documentation'])
    && optional(between(1, 2))(value['insertTextFormat']) && optional(isCompletionEdit)(value['textEdit']) && optional(areEdits)(value['additionalTextEdits']) && optional(Command.is)(value['command']);
const isCompletionList = fields({ isIncomplete: isFlag, items: listOf(isCompletionItem) });

/** Clients reject an empty name, and a selection range outside of the range. */
const isDocumentSymbol: Shape = value => DocumentSymbol.is(value) && isMessage(value.name.trim()) && between(1, 26)(value.kind) && isRange(value.range) && isRange(value.selectionRange)
    && holds(value.range, value.selectionRange) && (value.children ?? []).every(isDocumentSymbol);
const isWorkspaceSymbol = fields({ name: isMessage, kind: between(1, 26), location: isLocation });

const isFold: Shape = value => FoldingRange.is(value) && isCount(value.startLine) && isCount(value.endLine) && value.startLine <= value.endLine;
const isCommand: Shape = value => Command.is(value) && isMessage(value.title) && isMessage(value.command);
const isAction: Shape = value => CodeAction.is(value) && isMessage(value.title) && optional(isWorkspaceEdit)(value.edit) && optional(listOf(isDiagnostic))(value.diagnostics) && (value.edit !== undefined || value.command !== undefined);
const isLens: Shape = value => CodeLens.is(value) && isRange(value.range) && value.range.start.line === value.range.end.line
    // A lens with an empty command is only text.
    && Command.is(value.command) && isMessage(value.command.title);
/** An item of a type or call hierarchy. */
const isHierarchyItem: Shape = value => fields({ name: isMessage, kind: between(1, 26), uri: isText, range: isRange, selectionRange: isRange, detail: optional(isText) })(value)
    && holds((value as { range: Range }).range, (value as { selectionRange: Range }).selectionRange);
const isInlayHint = fields({ position: value => isPosition(value as Position), label: isMessage, kind: optional(between(1, 2)), textEdits: optional(areEdits) });
const isDocumentLink = fields({ range: isRange, target: isText, tooltip: optional(isText) });
/** Each range is within its parent. */
const isSelectionRange: Shape = value => isObject(value) && isRange(value['range'])
    && (value['parent'] === undefined || (isSelectionRange(value['parent']) && holds((value['parent'] as { range: Range }).range, value['range'] as Range)));
const isHover: Shape = value => Hover.is(value) && optional(isRange)(value.range);
const isRenamed = oneOf(isRange, fields({ range: isRange, placeholder: isText }), fields({ defaultBehavior: isFlag }));

/** The shapes of the results of requests, by method. */
export const resultShapes: Readonly<Record<string, Shape>> = {
    'initialize': fields({ capabilities: isObject }),
    'shutdown': isNull,
    'textDocument/completion': orNull(oneOf(listOf(isCompletionItem), isCompletionList)),
    'textDocument/hover': orNull(isHover),
    'textDocument/definition': orNull(oneOf(isLocation, listOf(isLocation), listOf(LocationLink.is))),
    'textDocument/references': orNull(listOf(isLocation)),
    'textDocument/implementation': orNull(listOf(LocationLink.is)),
    'textDocument/prepareTypeHierarchy': orNull(listOf(isHierarchyItem)),
    'textDocument/prepareCallHierarchy': orNull(listOf(isHierarchyItem)),
    'textDocument/inlayHint': orNull(listOf(isInlayHint)),
    'textDocument/documentLink': orNull(listOf(isDocumentLink)),
    'textDocument/selectionRange': orNull(listOf(isSelectionRange)),
    'textDocument/linkedEditingRange': orNull(fields({ ranges: listOf(isRange), wordPattern: optional(isText) })),
    'textDocument/onTypeFormatting': orNull(areEdits),
    'textDocument/documentHighlight': orNull(listOf(fields({ range: isRange, kind: optional(between(1, 3)) }))),
    'textDocument/documentSymbol': orNull(listOf(isDocumentSymbol)),
    'textDocument/foldingRange': orNull(listOf(isFold)),
    'textDocument/formatting': orNull(areEdits),
    'textDocument/rangeFormatting': orNull(areEdits),
    'textDocument/codeAction': orNull(listOf(oneOf(isAction, isCommand))),
    'textDocument/codeLens': orNull(listOf(isLens)),
    'textDocument/rename': orNull(isWorkspaceEdit),
    'textDocument/prepareRename': orNull(isRenamed),
    'textDocument/semanticTokens/full': orNull(fields({ data: listOf(isCount) })),
    'workspace/symbol': orNull(listOf(isWorkspaceSymbol))
};

const isProgress = oneOf(
    fields({ kind: value => value === 'begin', title: isText, percentage: optional(between(0, 100)) }),
    fields({ kind: value => value === 'report', percentage: optional(between(0, 100)) }),
    fields({ kind: value => value === 'end' })
);

/** The shapes of the parameters of messages that the server sends, by method. */
export const sentShapes: Readonly<Record<string, Shape>> = {
    'textDocument/publishDiagnostics': fields({ uri: isText, version: optional(Number.isInteger), diagnostics: listOf(isDiagnostic) }),
    'window/logMessage': fields({ type: between(1, 5), message: isText }),
    '$/progress': fields({ token: oneOf(isText, Number.isInteger), value: isProgress }),
    'client/registerCapability': fields({ registrations: listOf(fields({ id: isText, method: isText })) }),
    'workspace/configuration': fields({ items: listOf(fields({ section: optional(isText), scopeUri: optional(isText) })) })
};

export interface PlacedRange {
    readonly uri: string;
    readonly range: Range;
}

/** Every range in a message, with the URI of its document: the one in the nearest enclosing object that has one, otherwise the given one. */
export function rangesIn(value: unknown, uri: string): readonly PlacedRange[] {
    if (Array.isArray(value)) {
        return value.flatMap(item => rangesIn(item, uri));
    }
    if (!isObject(value)) {
        return [];
    }
    if (Range.is(value)) {
        return [{ uri, range: value }];
    }
    if (FoldingRange.is(value)) {
        return [{ uri, range: Range.create(value.startLine, value.startCharacter ?? 0, value.endLine, value.endCharacter ?? 0) }];
    }
    const around = uriOf(value['textDocument']) ?? uriOf(value) ?? uri;
    const target = typeof value['targetUri'] === 'string' ? value['targetUri'] : around;
    return Object.entries(value).flatMap(([name, part]) => name === 'changes' && isObject(part)
        ? Object.entries(part).flatMap(([changed, edits]) => rangesIn(edits, changed))
        : rangesIn(part, name.startsWith('target') ? target : around));
}

function uriOf(value: unknown): string | undefined {
    return isObject(value) && typeof value['uri'] === 'string' ? value['uri'] : undefined;
}

/** Whether a range begins and ends on characters of a text, or at the ends of its lines. The text is represented by the lengths of its lines. */
export function isInside({ start, end }: Range, lines: readonly number[]): boolean {
    return [start, end].every(({ line, character }) => isPosition({ line, character }) && character <= (lines[line] ?? -1)) && !isBefore(end, start);
}

/** The lengths of a text's lines as the protocol counts them. */
export function lineLengths(text: string): readonly number[] {
    return text.split(/\r\n|\n|\r/).map(line => line.length);
}
