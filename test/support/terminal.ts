import type { Terminal } from '../../cli/src/terminal.js';

/** A terminal that records in order what is written to it. Only stderr is a TTY. */
export function fakeTerminal(): { readonly written: string[]; readonly fake: Terminal } {
    const written: string[] = [];
    const stream = (name: string, isTTY: boolean) => ({
        isTTY,
        write: (text: string, done?: () => void) => {
            written.push(`${name}: ${text}`);
            done?.();
            return true;
        }
    }) as unknown as NodeJS.WriteStream;
    return { written, fake: { stdout: stream('stdout', false), stderr: stream('stderr', true), env: { NO_COLOR: '1' }, writeMessage: message => written.push(`message: ${message}`) } };
}
