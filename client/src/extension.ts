// Room: client. Owns the features of the VS Code extension that a language server cannot provide: commands, the status item, the output
// channel, messages, scenarios in the Testing view, previews.
// Called by: VS Code. Absent: everything about the language itself, which the server provides.

import { commands, type ExtensionContext, Uri, window } from 'vscode';
import { registerAcceptRisk } from './features/accept-risk.js';
import { registerDocumentation } from './features/documentation.js';
import { registerEditorLevels } from './features/editor-levels.js';
import { registerExplain } from './features/explain.js';
import { registerOutput } from './features/output.js';
import { registerPreview } from './features/preview/register-preview.js';
import { registerRestart } from './features/restart.js';
import { registerScenarios } from './features/scenarios/register-scenarios.js';
import { registerSites } from './features/sites/register-sites.js';
import { registerExportScript } from './features/import/export-script.js';
import { CompareWithReality } from './features/reality/compare-with-reality.js';
import { registerImportHierarchy } from './features/import/import-hierarchy.js';
import { registerNewHierarchy } from './features/start/new-hierarchy.js';
import { registerSamples } from './features/start/samples.js';
import { registerStatus } from './features/status.js';
import { SupLanguageClient } from './language-client.js';
import { LanguageServer } from './language-server.js';

let server: LanguageServer | undefined;

/** Starts the language server without waiting for it. Features that need the server wait for it themselves. */
export function activate(context: ExtensionContext): void {
    const output = window.createOutputChannel('SUP', { log: true });
    const serverModule = context.asAbsolutePath('dist/server.cjs');
    const compileCache = Uri.joinPath(context.globalStorageUri, 'compile-cache').fsPath;
    server = new LanguageServer(onGaveUp => new SupLanguageClient({ serverModule, compileCache, output, onGaveUp }), output);
    const reality = new CompareWithReality(server, output);
    context.subscriptions.push(
        output,
        server,
        registerOutput(output),
        registerRestart(server, output),
        registerStatus(server),
        registerEditorLevels(server),
        registerAcceptRisk(server, output),
        registerDocumentation(context.extensionUri),
        registerExplain(server, output),
        registerSites(server, output),
        registerNewHierarchy(server, output),
        registerSamples(context.extensionUri),
        registerExportScript(context.extensionUri),
        registerImportHierarchy(server, output),
        reality,
        registerScenarios(server, output),
        registerPreview(server, output, context.extensionUri, reality)
    );
    void commands.executeCommand('setContext', 'sup.active', true);
    server.start();
}

export async function deactivate(): Promise<void> {
    await server?.stop();
    server = undefined;
}
