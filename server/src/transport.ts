import { constants } from 'node:buffer';
import { Console } from 'node:console';
import { format } from 'node:util';
import { type Connection, type ConnectionOptions, createConnection, type DataCallback, type Disposable, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

/**
 * The connection to the editor, by the transport that the command line names. Over stdio, a header that is none leaves nobody knowing where
 * the next message begins: the process ends, so that the editor can start another, instead of being silent for ever.
 */
export function connect(options: ConnectionOptions, isOver: () => boolean): Connection {
    if (!process.argv.includes('--stdio')) {
        return createConnection(ProposedFeatures.all, options);
    }
    const reader = new MessageReader(process.stdin);
    reader.onError(error => {
        // A message that is no JSON is answered with an error, and the next one is read.
        if (!(error instanceof SyntaxError)) {
            process.stderr.write(`sup-language-server: what comes in is not the Language Server Protocol. ${error.message}\n`);
            process.exit(1);
        }
    });
    process.stdin.on('close', () => process.exit(isOver() ? 0 : 1));
    const connection = createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(process.stdout), options);
    giveConsoleTo(connection);
    return connection;
}

/** So many bytes cannot be a message: Node.js has no text that is as long. */
const tooLong = constants.MAX_STRING_LENGTH;

/** What is read of the library's own: which headers it takes. */
interface Headers {
    readonly buffer: { tryReadHeaders(lowerCaseKeys?: boolean): ReadonlyMap<string, string> | undefined };
}

/**
 * A whole message that the library cannot bear, such as a cancellation of nothing, costs itself: where the next one begins is known.
 * For one of a length that cannot be, it would wait for ever; that is taken for what it is, a broken header.
 */
class MessageReader extends StreamMessageReader {
    constructor(input: NodeJS.ReadableStream) {
        super(input);
        const { buffer } = this as unknown as Headers;
        const read = buffer.tryReadHeaders.bind(buffer);
        buffer.tryReadHeaders = lowerCaseKeys => {
            const headers = read(lowerCaseKeys);
            const length = Number.parseInt(headers?.get('content-length') ?? '');
            if (length < 0 || length > tooLong) {
                throw new Error(`Content-Length must be that of a message. Got ${length}`);
            }
            return headers;
        };
    }

    override listen(callback: DataCallback): Disposable {
        return super.listen(message => {
            try {
                callback(message);
            } catch (error) {
                console.error(`A message could not be taken: ${String(error)}`);
            }
        });
    }
}

/** What a library prints goes into the log, and never between messages. */
function giveConsoleTo(connection: Connection): void {
    globalThis.console = new Console(process.stderr);
    for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
        console[level] = (...args: unknown[]) => connection.console[level](format(...args));
    }
}
