import { commands, Disposable, l10n, type LogOutputChannel, window } from 'vscode';
import type { Failure, LanguageServer } from '../language-server.js';

const restartServerCommand = 'sup.restartServer';

/** Restarts the language server on command, and offers that when it is lost. */
export function registerRestart(server: LanguageServer, output: LogOutputChannel): Disposable {
    return Disposable.from(
        commands.registerCommand(restartServerCommand, () => server.restart()),
        server.onDidFail(failure => void offerRestart(server, output, messageOf(failure)))
    );
}

/** Says what is wrong, once, with the way out. */
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

function messageOf(failure: Failure): string {
    switch (failure) {
        case 'start': return l10n.t('The SUP language server could not be started. The output says why.');
        case 'crashes': return l10n.t('The SUP language server crashed five times within three minutes and was not started again. The output says why.');
    }
}
