import { type ConnectionOptions, ErrorCodes, type Connection, Message, ResponseError } from 'vscode-languageserver';

/** A session begins with `initialize` and is over with `shutdown`. */
type Phase = 'new' | 'alive' | 'over';

/** What requests outside of a session are taken for. */
const outside = '$/sup/outsideOfSession';

/**
 * Refuses requests that come before `initialize`, after `shutdown`, or to begin a session a second time. Everything else waits for a
 * workspace, which before `initialize` would be for ever.
 */
export class Lifecycle {
    private phase: Phase = 'new';

    /** What the connection is made with. */
    readonly options: ConnectionOptions = {
        messageStrategy: {
            handleMessage: (message, next) => next(Message.isRequest(message) && !this.takes(message.method) ? { ...message, method: outside } as Message : message)
        }
    };

    /** Whether the client has ended the session as it should. */
    get isOver(): boolean {
        return this.phase === 'over';
    }

    follow(connection: Connection): void {
        connection.onRequest(outside, () => this.phase === 'new'
            ? new ResponseError(ErrorCodes.ServerNotInitialized, 'The session has not begun: `initialize` comes first.')
            : new ResponseError(ErrorCodes.InvalidRequest, this.phase === 'over' ? 'The session is over: only `exit` can follow.' : 'The session has begun already.'));
    }

    private takes(method: string): boolean {
        const isTaken = method === 'initialize' ? this.phase === 'new' : this.phase === 'alive';
        if (isTaken && method === 'initialize') {
            this.phase = 'alive';
        } else if (isTaken && method === 'shutdown') {
            this.phase = 'over';
        }
        return isTaken;
    }
}
