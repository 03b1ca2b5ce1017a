import { constants } from 'node:buffer';
import { Console } from 'node:console';
import { format } from 'node:util';
import { number } from '@sup/model';
import { type Connection, type ConnectionOptions, createConnection, type DataCallback, type Disposable, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { escapeLog, logEntry } from './log-entry.js';

/**
 * Connects to the editor over the transport that the command line selects. Over stdio, framing is lost after a malformed header, so the
 * process exits: the editor can then restart it instead of waiting for answers that cannot come.
 */
export function connect(options: ConnectionOptions, hasShutDown: () => boolean): Connection {
    const connection = openConnection(options, hasShutDown);
    escapeLog(connection.console);
    return connection;
}

function openConnection(options: ConnectionOptions, hasShutDown: () => boolean): Connection {
    if (!process.argv.includes('--stdio')) {
        return createConnection(ProposedFeatures.all, options);
    }
    const reader = new MessageReader(process.stdin);
    reader.onError(error => {
        // The library answers a message that is not JSON with an error and reads the next one.
        if (!(error instanceof SyntaxError)) {
            process.stderr.write(`sup-language-server: the input does not follow the Language Server Protocol. ${logEntry(error.message)}\n`);
            process.exit(1);
        }
    });
    process.stdin.on('close', () => process.exit(hasShutDown() ? 0 : 1));
    const connection = createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(process.stdout), options);
    redirectConsole(connection);
    return connection;
}

/** In bytes. Node.js cannot represent a longer message as a string. */
const maxMessageLength = constants.MAX_STRING_LENGTH;

/** The private part of the library's reader that parses headers. */
interface ReaderInternals {
    readonly buffer: { tryReadHeaders(lowerCaseKeys?: boolean): ReadonlyMap<string, string> | undefined };
}

/**
 * Drops a complete message that makes the library throw, such as a cancellation without an id: the next message can still be framed.
 * Rejects an impossible length as a malformed header; the library would wait for its bytes forever.
 */
class MessageReader extends StreamMessageReader {
    constructor(input: NodeJS.ReadableStream) {
        super(input);
        const { buffer } = this as unknown as ReaderInternals;
        const read = buffer.tryReadHeaders.bind(buffer);
        buffer.tryReadHeaders = lowerCaseKeys => {
            const headers = read(lowerCaseKeys);
            const length = Number.parseInt(headers?.get('content-length') ?? '');
            if (length < 0 || length > maxMessageLength) {
                throw new Error(`Content-Length must be between 0 and ${number(maxMessageLength)}. Got ${length}`);
            }
            return headers;
        };
    }

    override listen(callback: DataCallback): Disposable {
        return super.listen(message => {
            try {
                callback(message);
            } catch (error) {
                console.error(`A message could not be processed and was dropped: ${String(error)}`);
            }
        });
    }
}

/** Sends console output of libraries to the client's log. On standard output it would corrupt the message stream. */
function redirectConsole(connection: Connection): void {
    globalThis.console = new Console(process.stderr);
    for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
        console[level] = (...args: unknown[]) => connection.console[level](format(...args));
    }
}
