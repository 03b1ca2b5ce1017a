// Room: client. Owns what VS Code shows beyond what a language server can: commands, the status, the output channel, messages.
// Called by: VS Code. Absent: everything about the language itself, which the server answers.

import { commands, type ExtensionContext, window } from 'vscode';
import { registerAcceptRisk } from './features/accept-risk.js';
import { registerOutput } from './features/output.js';
import { registerRestart } from './features/restart.js';
import { registerStatus } from './features/status.js';
import { SupLanguageClient, watchFiles } from './language-client.js';
import { LanguageServer } from './language-server.js';

let server: LanguageServer | undefined;

/** Starts the language server and returns at once; what needs the server waits for it. */
export function activate(context: ExtensionContext): void {
    const output = window.createOutputChannel('SUP', { log: true });
    const files = watchFiles();
    const serverModule = context.asAbsolutePath('dist/server.cjs');
    server = new LanguageServer(onGaveUp => new SupLanguageClient({ serverModule, output, files, onGaveUp }), output);
    context.subscriptions.push(
        output,
        ...files,
        server,
        registerOutput(output),
        registerRestart(server, output),
        registerStatus(server),
        registerAcceptRisk(server, output)
    );
    void commands.executeCommand('setContext', 'sup.active', true);
    server.start();
}

export async function deactivate(): Promise<void> {
    await server?.stop();
    server = undefined;
}
