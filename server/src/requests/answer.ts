import { URI } from 'langium';
import { type CancellationToken, type Connection, ErrorCodes, Position, type RequestHandler, type RequestType, ResponseError, type TextDocumentIdentifier } from 'vscode-languageserver';

/** Answers a request of our own. A client may send anything: what is not of the shape the request takes is refused by the protocol's own error. */
export function answer<P, R>(
    connection: Connection, type: RequestType<P, R, void>, { takes, isSound }: { takes: string; isSound: (params: Partial<P>) => boolean },
    handle: (params: P, token: CancellationToken) => R | Promise<R>
): void {
    const handler = (params: P | null, token: CancellationToken): R | Promise<R> | ResponseError => params !== null && typeof params === 'object' && isSound(params)
        ? handle(params, token)
        : new ResponseError(ErrorCodes.InvalidParams, `${type.method} takes ${takes}.`);
    connection.onRequest(type, handler as RequestHandler<P, R, void>);
}

export function namesDocument(params: { textDocument?: TextDocumentIdentifier | null } | null | undefined): boolean {
    return isAddress(params?.textDocument?.uri);
}

export function isAddress(uri: unknown): uri is string {
    try {
        return typeof uri === 'string' && URI.parse(uri) !== undefined;
    } catch {
        return false;
    }
}

export function namesScenario(params: { textDocument?: TextDocumentIdentifier | null; title?: unknown } | null | undefined): boolean {
    return namesDocument(params) && typeof params?.title === 'string';
}

export function namesPlace(params: { textDocument?: TextDocumentIdentifier | null; position?: unknown } | null | undefined): boolean {
    return namesDocument(params) && Position.is(params?.position);
}

/** The ids of parts are cut to far less where scenes are made. */
const longestId = 4_000;

export function namesPart(params: { textDocument?: TextDocumentIdentifier | null; part?: unknown } | null | undefined): boolean {
    return namesDocument(params) && typeof params?.part === 'string' && params.part.length <= longestId;
}

export function isCount(value: unknown): value is number {
    return Number.isSafeInteger(value) && (value as number) >= 0;
}
