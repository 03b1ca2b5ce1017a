import { type Connection, type ConnectionOptions, ErrorCodes, Message, ResponseError } from 'vscode-languageserver';
import { parametersOfNotification, parametersOfRequest } from './parameters/methods.js';

/** A session starts with `initialize` and ends with `shutdown`. */
type Phase = 'uninitialized' | 'running' | 'shut down';

/** Replaces the method of requests outside of a session. */
const rejectedMethod = '$/sup/outsideOfSession';
/** Replaces the method of requests with invalid parameters; its only parameter is the reason. */
const invalidMethod = '$/sup/invalidParameters';

/**
 * Rejects requests before `initialize` and after `shutdown`, and a second `initialize`. Without this, requests before `initialize` would
 * wait forever for the workspace. Rejects requests with invalid parameters, and ignores such notifications: handlers rely on the types of the protocol.
 */
export class Lifecycle {
    private phase: Phase = 'uninitialized';
    private log: (message: string) => void = () => undefined;

    /** Options for creating the connection. */
    readonly options: ConnectionOptions = {
        messageStrategy: {
            handleMessage: (message, next) => {
                if (Message.isRequest(message)) {
                    return next(this.checked(message));
                }
                if (Message.isNotification(message) && !this.accepts(message)) {
                    return;
                }
                return next(message);
            }
        }
    };

    /** Whether the client has sent `shutdown`. */
    get hasShutDown(): boolean {
        return this.phase === 'shut down';
    }

    register(connection: Connection): void {
        this.log = message => connection.console.warn(message);
        connection.onRequest(rejectedMethod, () => this.phase === 'uninitialized'
            ? new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized. Send `initialize` first.')
            : new ResponseError(ErrorCodes.InvalidRequest, this.phase === 'shut down' ? 'The server has shut down. Send `exit` to end it.' : 'The server is already initialized. Send `initialize` only once.'));
        connection.onRequest(invalidMethod, ({ reason }: { readonly reason: string }) => new ResponseError(ErrorCodes.InvalidParams, reason));
    }

    /** A request, or what takes its place if it cannot be answered. Null parameters are those of a request without any. */
    private checked(message: Message): Message {
        const { method, params } = message as Message & { readonly method: string; readonly params?: unknown };
        if (this.phase !== (method === 'initialize' ? 'uninitialized' : 'running')) {
            return { ...message, method: rejectedMethod, params: undefined } as Message;
        }
        const { expected, isValid } = parametersOfRequest(method);
        if (!isValid(params)) {
            return { ...message, method: invalidMethod, params: { reason: `Invalid parameters for ${method}: expected ${expected}.` } } as Message;
        }
        this.phase = method === 'initialize' ? 'running' : method === 'shutdown' ? 'shut down' : this.phase;
        return params === null ? { ...message, params: undefined } as Message : message;
    }

    private accepts(message: Message): boolean {
        const { method, params } = message as Message & { readonly method: string; readonly params?: unknown };
        const { expected, isValid } = parametersOfNotification(method);
        const isAccepted = isValid(params);
        if (!isAccepted) {
            this.log(`Ignored ${method}: its parameters are invalid. Expected ${expected}.`);
        }
        return isAccepted;
    }
}
