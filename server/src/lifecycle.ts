import { type ConnectionOptions, ErrorCodes, type Connection, Message, ResponseError } from 'vscode-languageserver';

/** A session starts with `initialize` and ends with `shutdown`. */
type Phase = 'uninitialized' | 'running' | 'shut down';

/** Replaces the method of requests outside of a session. */
const rejectedMethod = '$/sup/outsideOfSession';

/**
 * Rejects requests before `initialize` and after `shutdown`, and a second `initialize`. Without this, requests before `initialize` would
 * wait forever for the workspace.
 */
export class Lifecycle {
    private phase: Phase = 'uninitialized';

    /** Options for creating the connection. */
    readonly options: ConnectionOptions = {
        messageStrategy: {
            handleMessage: (message, next) => next(Message.isRequest(message) && !this.accepts(message.method) ? { ...message, method: rejectedMethod } as Message : message)
        }
    };

    /** Whether the client has sent `shutdown`. */
    get hasShutDown(): boolean {
        return this.phase === 'shut down';
    }

    register(connection: Connection): void {
        connection.onRequest(rejectedMethod, () => this.phase === 'uninitialized'
            ? new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized. Send `initialize` first.')
            : new ResponseError(ErrorCodes.InvalidRequest, this.phase === 'shut down' ? 'The server has shut down. Send `exit` to end it.' : 'The server is already initialized. Send `initialize` only once.'));
    }

    private accepts(method: string): boolean {
        const isAccepted = method === 'initialize' ? this.phase === 'uninitialized' : this.phase === 'running';
        if (isAccepted && method === 'initialize') {
            this.phase = 'running';
        } else if (isAccepted && method === 'shutdown') {
            this.phase = 'shut down';
        }
        return isAccepted;
    }
}
