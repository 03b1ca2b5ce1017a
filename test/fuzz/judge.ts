import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { isInside, isObject, rangesIn, resultShapes, sentShapes, type Shape } from '../support/lsp-schema.js';
import { canonical, type Mirror } from './mirror.js';
import { supResultShapes, supSentShapes } from './sup-schema.js';

export interface Asked {
    readonly method: string;
    readonly params: unknown;
    /** The number of the message among all that the client has sent. */
    readonly number: number;
    /** Whether its parameters are invalid for the method. */
    readonly isForged: boolean;
    isCancelled: boolean;
}

export interface ErrorAnswer {
    readonly code: number;
    readonly message: string;
}

const results = { ...resultShapes, ...supResultShapes };
const sent = { ...sentShapes, ...supSentShapes };

/** The messages that refuse an impossible name; see rename-provider.ts. */
const renameRefusals = [/^A name must contain at least one character/, /cannot be a site code/, /^This hierarchy already has a /];

/** The errors that the log may hold: files that appear and disappear while they are read, and invalid settings. */
const expectedErrors = [/could not be read/, /^Setting sup\.rules: /];

/** The fault of an answer, if it has one. */
export function faultOfAnswer(asked: Asked, { result, error }: { result?: unknown; error?: ErrorAnswer }, mirror: Mirror): string | undefined {
    if (error) {
        return isExpected(asked, error, mirror) ? undefined : `is answered with the error ${error.code}: ${error.message}`;
    }
    if (asked.isForged) {
        return 'is answered, though its parameters are forged';
    }
    const is = results[asked.method];
    return !is ? 'is a method without a shape' : !is(result) ? `is answered with an invalid result: ${excerpt(culprit(result, is))}` : strayRange(withoutDiagnostics(result), uriOf(asked.params), asked.number, mirror);
}

/** The item that makes a list invalid, or the whole result. */
function culprit(result: unknown, is: Shape): unknown {
    return Array.isArray(result) ? result.find(item => !is([item])) ?? result : result;
}

/** An answer without the diagnostics that code actions return unchanged. */
function withoutDiagnostics(result: unknown): unknown {
    return Array.isArray(result) ? result.map((item: unknown) => isObject(item) ? { ...item, diagnostics: undefined } : item) : result;
}

/** The fault of a notification or request of the server. `known` is the last client message that the server is known to have read. */
export function faultOfSent({ method, params }: { method: string; params?: unknown }, known: number, mirror: Mirror): string | undefined {
    const is = sent[method];
    if (!is?.(params)) {
        return `is sent with invalid parameters: ${excerpt(params)}`;
    }
    if (method === 'window/logMessage') {
        const { type, message } = params as { type: number; message: string };
        return type === 1 && !expectedErrors.some(expected => expected.test(message)) ? `logs: ${message}` : undefined;
    }
    return method === 'textDocument/publishDiagnostics' ? faultOfDiagnostics(params as Published, known, mirror) : undefined;
}

interface Published {
    readonly uri: string;
    readonly version?: number;
}

function faultOfDiagnostics(params: Published, known: number, mirror: Mirror): string | undefined {
    const states = mirror.since(params.uri, known);
    const about = states.find(({ version }) => version === params.version);
    if (!about) {
        return `is about version ${params.version} where the client has ${states.map(({ version }) => version ?? 'it closed').join(', then ')}`;
    }
    // Related ranges in other files have no version, and are published again once those files have been read.
    const stray = rangesIn(params, params.uri).find(({ uri, range }) => canonical(uri) === canonical(params.uri) && about.version !== undefined && !isInside(range, about.lines));
    return stray ? `holds a range outside of version ${params.version}: ${excerpt(stray)} in ${excerpt(params)}` : undefined;
}

/** A range outside of an open document in all its states since a message. */
function strayRange(value: unknown, uri: string, number: number, mirror: Mirror): string | undefined {
    const stray = rangesIn(value, uri).find(placed => !mirror.since(placed.uri, number).some(({ version, lines }) => version === undefined || isInside(placed.range, lines)));
    return stray && `holds a range outside of the document: ${excerpt(stray)} in ${excerpt(value)}`;
}

function isExpected({ method, params, number, isForged, isCancelled }: Asked, { code, message }: ErrorAnswer, mirror: Mirror): boolean {
    switch (code) {
        case LSPErrorCodes.RequestCancelled: return isCancelled;
        case LSPErrorCodes.ContentModified: return true;
        case ErrorCodes.InvalidParams: return isForged;
        case LSPErrorCodes.RequestFailed: return method === 'textDocument/rename' && renameRefusals.some(refusal => refusal.test(message));
        // Langium's error for an unknown document; clients ignore it.
        case LSPErrorCodes.ServerCancelled: return message.startsWith('No document found') && mirror.since(uriOf(params), number).some(({ version }) => version === undefined);
        default: return false;
    }
}

function uriOf(params: unknown): string {
    const document = isObject(params) ? params['textDocument'] : undefined;
    return isObject(document) && typeof document['uri'] === 'string' ? document['uri'] : '';
}

export function excerpt(value: unknown, most = 1_000): string {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > most ? `${text.slice(0, most)}…` : text;
}
