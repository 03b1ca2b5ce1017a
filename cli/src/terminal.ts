import { withoutLogCommands } from '@sup/model';
import { visible } from './visible.js';

/** The streams and the environment of the process, as far as commands use them. */
export interface Terminal {
    readonly stdout: NodeJS.WriteStream;
    readonly stderr: NodeJS.WriteStream;
    readonly env: NodeJS.ProcessEnv;
    /** Writes a message to stderr, on one line. */
    writeMessage(message: string): void;
}

/** Arguments, and so the paths in messages, can have millions of characters. */
const maxMessageLength = 4_000;

/** The line of a message on stderr. Line breaks and control characters in the message cannot make it more than one. */
export function messageLine(message: string): string {
    const line = message.trim().replace(/\s*[\r\n]+\s*/g, ' ');
    return `sup: ${withoutLogCommands(visible(line.length > maxMessageLength ? `${line.slice(0, maxMessageLength)}…` : line))}\n`;
}

/** Whether output to a stream is colored: on a terminal, unless `FORCE_COLOR` or `NO_COLOR` decides it. */
export function usesColor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
    const forced = env['FORCE_COLOR'];
    if (forced !== undefined) {
        return forced !== '0' && forced !== 'false';
    }
    return stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
