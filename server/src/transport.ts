import { Console } from 'node:console';
import { type Connection, type ConnectionOptions, createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

/**
 * The connection to the editor, by the transport that the command line names. Over stdio, a header that is none leaves nobody knowing where
 * the next message begins: the process ends, so that the editor can start another, instead of being silent for ever.
 */
export function connect(options: ConnectionOptions, isOver: () => boolean): Connection {
    if (!process.argv.includes('--stdio')) {
        return createConnection(ProposedFeatures.all, options);
    }
    // What a library prints must not get between messages.
    globalThis.console = new Console(process.stderr);
    const reader = new StreamMessageReader(process.stdin);
    reader.onError(error => {
        // A message that is no JSON is answered with an error, and the next one is read.
        if (!(error instanceof SyntaxError)) {
            process.stderr.write(`sup-language-server: what comes in is not the Language Server Protocol. ${error.message}\n`);
            process.exit(1);
        }
    });
    process.stdin.on('close', () => process.exit(isOver() ? 0 : 1));
    return createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(process.stdout), options);
}
