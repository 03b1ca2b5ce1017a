import { fields, isAnything, isCount, isFlag, isNumber, isObject, isPosition, isRange, isText, isUri, listOf, oneOf, optional, type Shape } from './shapes.js';

/** The valid parameters of a method, and their description for the error. */
export interface Parameters {
    readonly expected: string;
    readonly isValid: Shape;
}

const textDocument = fields({ uri: isUri });
const document: Parameters = { expected: 'a document', isValid: fields({ textDocument }) };
const place: Parameters = { expected: 'a document and a position', isValid: fields({ textDocument, position: isPosition }) };
const options = fields({ tabSize: isCount, insertSpaces: isFlag });
const query: Parameters = { expected: 'a query', isValid: fields({ query: isText }) };
const item: Parameters = { expected: 'an item of this server', isValid: fields({ item: fields({ uri: isUri, range: isRange, selectionRange: isRange }) }) };
const anObject: Parameters = { expected: 'an object', isValid: isObject };
const none: Parameters = { expected: 'no parameters', isValid: optional(isObject) };
const folders = listOf(fields({ uri: isUri, name: optional(isText) }));
const files: Parameters = { expected: 'a list of files', isValid: fields({ files: listOf(fields({ uri: isUri })) }) };

/** A change with positions outside of the document is moved into it: ignoring it would lose the text of the editor. */
const looseRange = fields({ start: fields({ line: isNumber, character: isNumber }), end: fields({ line: isNumber, character: isNumber }) });

/** The parameters of requests. Those of the server's own requests are validated by their handlers. */
const requests: Readonly<Record<string, Parameters>> = {
    'initialize': {
        expected: 'the capabilities of a client and, if it has any, its folders',
        isValid: fields({ capabilities: isObject, workspaceFolders: optional(folders), rootUri: optional(isUri), rootPath: optional(isText), processId: optional(isNumber) })
    },
    'shutdown': none,
    'sup/scenarios': none,
    'textDocument/completion': { ...place, isValid: fields({ textDocument, position: isPosition, context: optional(isObject) }) },
    'textDocument/hover': place,
    'textDocument/definition': place,
    'textDocument/declaration': place,
    'textDocument/typeDefinition': place,
    'textDocument/implementation': place,
    'textDocument/signatureHelp': place,
    'textDocument/documentHighlight': place,
    'textDocument/prepareRename': place,
    'textDocument/prepareCallHierarchy': place,
    'textDocument/prepareTypeHierarchy': place,
    'textDocument/references': { expected: 'a document, a position and whether to include the declaration', isValid: fields({ textDocument, position: isPosition, context: fields({ includeDeclaration: isFlag }) }) },
    'textDocument/rename': { expected: 'a document, a position and a new name', isValid: fields({ textDocument, position: isPosition, newName: isText }) },
    'textDocument/formatting': { expected: 'a document and options with a tab size', isValid: fields({ textDocument, options }) },
    'textDocument/rangeFormatting': { expected: 'a document, a range and options with a tab size', isValid: fields({ textDocument, range: isRange, options }) },
    'textDocument/onTypeFormatting': { expected: 'a document, a position, a character and options with a tab size', isValid: fields({ textDocument, position: isPosition, ch: isText, options }) },
    'textDocument/codeAction': {
        expected: 'a document, a range and diagnostics',
        isValid: fields({ textDocument, range: isRange, context: fields({ diagnostics: listOf(fields({ range: isRange })), only: optional(listOf(isText)) }) })
    },
    'textDocument/semanticTokens/full/delta': { expected: 'a document and the id of a result', isValid: fields({ textDocument, previousResultId: isText }) },
    'textDocument/semanticTokens/range': { expected: 'a document and a range', isValid: fields({ textDocument, range: isRange }) },
    'textDocument/inlayHint': { expected: 'a document and a range', isValid: fields({ textDocument, range: isRange }) },
    'textDocument/selectionRange': { expected: 'a document and positions', isValid: fields({ textDocument, positions: listOf(isPosition) }) },
    'workspace/symbol': query,
    'workspace/executeCommand': { expected: 'a command', isValid: fields({ command: isText }) },
    'workspace/textDocumentContent': { expected: 'a URI', isValid: fields({ uri: isUri }) },
    'workspace/willCreateFiles': files,
    'workspace/willDeleteFiles': files,
    'workspace/willRenameFiles': { expected: 'a list of files', isValid: fields({ files: listOf(fields({ oldUri: isUri, newUri: isUri })) }) },
    'callHierarchy/incomingCalls': item,
    'callHierarchy/outgoingCalls': item,
    'typeHierarchy/supertypes': item,
    'typeHierarchy/subtypes': item
};

const notifications: Readonly<Record<string, Parameters>> = {
    'initialized': none,
    'exit': none,
    '$/setTrace': anObject,
    '$/progress': anObject,
    'textDocument/didOpen': { expected: 'a document with a language, a version and a text', isValid: fields({ textDocument: fields({ uri: isUri, languageId: isText, version: isNumber, text: isText }) }) },
    'textDocument/didChange': {
        expected: 'a document with a version and a list of changes',
        isValid: fields({ textDocument: fields({ uri: isUri, version: isNumber }), contentChanges: listOf(fields({ text: isText, range: value => value === undefined || looseRange(value) })) })
    },
    'workspace/didChangeConfiguration': anObject,
    'workspace/didChangeWorkspaceFolders': { expected: 'lists of added and removed folders', isValid: fields({ event: fields({ added: folders, removed: folders }) }) },
    'workspace/didChangeWatchedFiles': { expected: 'a list of changed files', isValid: fields({ changes: listOf(fields({ uri: isUri, type: oneOf(...[1, 2, 3].map((type): Shape => value => value === type)) })) }) },
    'workspace/didCreateFiles': files,
    'workspace/didDeleteFiles': files,
    'workspace/didRenameFiles': { expected: 'a list of files', isValid: fields({ files: listOf(fields({ oldUri: isUri, newUri: isUri })) }) },
    'window/workDoneProgress/cancel': { expected: 'a token', isValid: fields({ token: oneOf(isText, isNumber) }) }
};

const anything: Parameters = { expected: 'anything', isValid: isAnything };

/** The valid parameters of a request. Methods that are not listed are about a document, or have an object of any content. */
export function parametersOfRequest(method: string): Parameters {
    return own(requests, method) ?? (method.startsWith('textDocument/') ? document : method.startsWith('$/') ? anything : anObject);
}

export function parametersOfNotification(method: string): Parameters {
    return own(notifications, method) ?? (method.startsWith('textDocument/') ? document : anything);
}

function own(table: Readonly<Record<string, Parameters>>, method: string): Parameters | undefined {
    return Object.hasOwn(table, method) ? table[method] : undefined;
}
