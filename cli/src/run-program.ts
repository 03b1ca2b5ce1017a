import { CommanderError } from 'commander';
import { errorMessage } from '@sup/model';
import { CommandError } from './command-error.js';
import { createProgram, type ProgramOptions } from './commands.js';
import { CancelledError } from './cancellation.js';

/** Runs `sup` with its arguments. Errors become messages and exit codes, so the promise is always fulfilled. */
export async function runProgram(args: readonly string[], options: ProgramOptions): Promise<void> {
    try {
        await createProgram(options).parseAsync(args, { from: 'user' });
    } catch (error) {
        reportFailure(error, options);
    }
}

/** Reports an error that ends the command. */
export function reportFailure(error: unknown, { terminal, setExitCode }: Pick<ProgramOptions, 'terminal' | 'setExitCode'>): void {
    if (error instanceof CommanderError) {
        setExitCode(error.exitCode === 0 ? 0 : 2); // Commander has already written the message
    } else if (error instanceof CancelledError) {
        terminal.writeMessage('cancelled; nothing was written');
        setExitCode(130); // as if the signal had ended the process
    } else {
        terminal.writeMessage(error instanceof CommandError ? error.message : `internal error: ${errorMessage(error)}`);
        setExitCode(2);
    }
}
