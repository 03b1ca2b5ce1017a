import { InstalledPages } from '@sup/files';
import { createProgram } from '../../cli/src/commands.js';
import { messageLine, type Terminal } from '../../cli/src/terminal.js';

export interface Captured {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
}

/** Runs a command of `sup` in this process, in the current folder. Neither stream is a terminal. */
export async function capture(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Captured> {
    const written = { stdout: '', stderr: '' };
    const stream = (name: keyof typeof written): NodeJS.WriteStream => ({
        isTTY: false,
        write: (text: string, done?: () => void) => {
            written[name] += text;
            done?.();
            return true;
        }
    }) as unknown as NodeJS.WriteStream;
    const terminal: Terminal = { stdout: stream('stdout'), stderr: stream('stderr'), env, writeMessage: message => { written.stderr += messageLine(message); } };
    let code = 0;
    const program = createProgram({ version: '1.2.3', pages: new InstalledPages('docs'), terminal, setExitCode: value => { code = Math.max(code, value); } });
    try {
        await program.parseAsync(args, { from: 'user' });
    } catch (error) {
        terminal.writeMessage(String(error));
        code = 2;
    }
    return { code, ...written };
}
