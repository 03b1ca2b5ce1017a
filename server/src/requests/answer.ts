import { type CancellationToken, type Connection, ErrorCodes, type RequestHandler, type RequestType, ResponseError, type TextDocumentIdentifier } from 'vscode-languageserver';
import { isNumber, isObject, isPosition, isText, isUri, oneOf, optional } from '../parameters/shapes.js';
import { othersFirst, refuseCancelled } from './others-first.js';

const isOptionalToken = optional(oneOf(isText, isNumber));

/**
 * Registers a handler for a custom request. Parameters of the wrong shape are rejected with the protocol's `InvalidParams` error. Most of these requests
 * are about a whole plan, so the server first answers the requests that have arrived after one, and does not begin one that is cancelled.
 */
export function answer<P, R>(
    connection: Connection, type: RequestType<P, R, void>, { expected, isValid }: { expected: string; isValid: (params: Partial<P>) => boolean },
    handle: (params: P, token: CancellationToken) => R | Promise<R>
): void {
    const handler = async (params: P, token: CancellationToken): Promise<R | ResponseError> => {
        if (!isObject(params) || !isOptionalToken(params['workDoneToken']) || !isValid(params)) {
            return new ResponseError(ErrorCodes.InvalidParams, `Invalid parameters for ${type.method}: expected ${expected}.`);
        }
        await othersFirst();
        refuseCancelled(token);
        return handle(params, token);
    };
    connection.onRequest(type, handler as RequestHandler<P, R, void>);
}

export function hasDocument(params: { textDocument?: TextDocumentIdentifier | null } | null | undefined): boolean {
    return isUri(params?.textDocument?.uri);
}

export function hasScenario(params: { textDocument?: TextDocumentIdentifier | null; title?: unknown } | null | undefined): boolean {
    return hasDocument(params) && typeof params?.title === 'string';
}

export function hasPosition(params: { textDocument?: TextDocumentIdentifier | null; position?: unknown } | null | undefined): boolean {
    return hasDocument(params) && isPosition(params?.position);
}

/** Scenes truncate ids to far less. */
const maxIdLength = 4_000;

export function hasPart(params: { textDocument?: TextDocumentIdentifier | null; part?: unknown } | null | undefined): boolean {
    return hasDocument(params) && typeof params?.part === 'string' && params.part.length <= maxIdLength;
}
