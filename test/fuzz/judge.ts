import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { isInside, isObject, rangesIn, resultShapes, sentShapes, type Shape } from '../support/lsp-schema.js';
import { canonical, type Mirror } from './mirror.js';
import { supResultShapes, supSentShapes } from './sup-schema.js';

export interface Asked {
    readonly method: string;
    readonly params: unknown;
    /** The number of the message among all that the client has sent. */
    readonly number: number;
    /** Its parameters are not what the method takes. */
    readonly isForged: boolean;
    isCancelled: boolean;
}

export interface ErrorAnswer {
    readonly code: number;
    readonly message: string;
}

const results = { ...resultShapes, ...supResultShapes };
const sent = { ...sentShapes, ...supSentShapes };

/** What a name that cannot be is refused with; see rename-provider.ts. */
const renameRefusals = [/^A name holds at least one character/, /cannot be a site code/, /both would be taken for one\.$/];

/** What the log may complain of: files that come and go while they are read, and settings that hold nonsense. */
const complaints = [/could not be read/, /^Setting sup\.rules: /];

/** What is wrong with an answer; undefined where nothing is. */
export function faultOfAnswer(asked: Asked, { result, error }: { result?: unknown; error?: ErrorAnswer }, mirror: Mirror): string | undefined {
    if (error) {
        return isExpected(asked, error, mirror) ? undefined : `is answered with the error ${error.code}: ${error.message}`;
    }
    if (asked.isForged) {
        return 'is answered, though its parameters are forged';
    }
    const is = results[asked.method];
    return !is ? 'is a method without a shape' : !is(result) ? `is answered with what is no answer to it: ${excerpt(culprit(result, is))}` : strayRange(own(result), uriOf(asked.params), asked.number, mirror);
}

/** The item of a list that makes it wrong, or whatever else is wrong as a whole. */
function culprit(result: unknown, is: Shape): unknown {
    return Array.isArray(result) ? result.find(item => !is([item])) ?? result : result;
}

/** An answer without the diagnostics that code actions give back as they came. */
function own(result: unknown): unknown {
    return Array.isArray(result) ? result.map((item: unknown) => isObject(item) ? { ...item, diagnostics: undefined } : item) : result;
}

/** What is wrong with a notification or a request of the server. `known` is the last message of the client that it has surely read. */
export function faultOfSent({ method, params }: { method: string; params?: unknown }, known: number, mirror: Mirror): string | undefined {
    const is = sent[method];
    if (!is?.(params)) {
        return `is sent with what it does not take: ${excerpt(params)}`;
    }
    if (method === 'window/logMessage') {
        const { type, message } = params as { type: number; message: string };
        return type === 1 && !complaints.some(complaint => complaint.test(message)) ? `says: ${message}` : undefined;
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
        return `tells of version ${params.version} where the client has ${states.map(({ version }) => version ?? 'it closed').join(', then ')}`;
    }
    // Places in other files are told of without a version, and are told of again when those have been read.
    const stray = rangesIn(params, params.uri).find(({ uri, range }) => canonical(uri) === canonical(params.uri) && about.version !== undefined && !isInside(range, about.lines));
    return stray ? `holds a range outside of version ${params.version}: ${excerpt(stray)} in ${excerpt(params)}` : undefined;
}

/** A range that lies outside of an open document, in each of its states since a message. */
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
        // Langium's word for a document that it does not have; clients drop it in silence.
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
