import { commands, Disposable, l10n, type LogOutputChannel, window } from 'vscode';
import type { Failure, LanguageServer } from '../language-server.js';

const restartServerCommand = 'sup.restartServer';

/** The command that restarts the language server. Also offers a restart when the server fails. */
export function registerRestart(server: LanguageServer, output: LogOutputChannel): Disposable {
    return Disposable.from(
        commands.registerCommand(restartServerCommand, () => server.restart()),
        server.onDidFail(failure => void offerRestart(server, output, failureMessage(failure)))
    );
}

/** Shows an error message with buttons that restart the server and show the output. */
export async function offerRestart(server: LanguageServer, output: LogOutputChannel, message: string): Promise<void> {
    const restart = l10n.t('Restart');
    const showOutput = l10n.t('Show Output');
    const choice = await window.showErrorMessage(message, restart, showOutput);
    if (choice === restart) {
        await server.restart();
    } else if (choice === showOutput) {
        output.show();
    }
}

function failureMessage(failure: Failure): string {
    switch (failure) {
        case 'start': return l10n.t('The SUP language server could not be started. See the output for the reason.');
        case 'crashes': return l10n.t('The SUP language server crashed five times within three minutes and was not restarted. See the output for the reason.');
    }
}
