import { commands, type Disposable, type LogOutputChannel } from 'vscode';

export const showOutputCommand = 'sup.showOutput';

/** The command that shows the log of client and server. */
export function registerOutput(output: LogOutputChannel): Disposable {
    return commands.registerCommand(showOutputCommand, () => output.show());
}
