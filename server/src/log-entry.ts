import type { RemoteConsole } from 'vscode-languageserver';
import { visible, withoutLogCommands } from '@sup/model';

/**
 * A message for the log. Its further lines are indented, and it has no control characters and no commands of a pipeline, so the name of a file cannot
 * look like another entry.
 */
export function logEntry(message: string): string {
    return withoutLogCommands(message.split(/\r\n?|\n/).map((line, i) => `${i === 0 ? '' : '    '}${visible(line).trim()}`).join('\n'));
}

/** Everything that is written to the log becomes a {@link logEntry}. */
export function escapeLog(log: RemoteConsole): void {
    for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
        const write = log[level].bind(log);
        log[level] = message => write(logEntry(message));
    }
}
