import { commands, Disposable, l10n, type LogOutputChannel, ProgressLocation, window } from 'vscode';
import { scenarioCommands, TraceRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { requestWithProgress } from '../request-with-progress.js';
import { isScenarioTarget, explainScenarioCommands } from './run-commands.js';
import { VirtualDocuments } from '../virtual-documents.js';

/** The command that shows the complete trace of a scenario as a log. */
export function registerTrace(server: LanguageServer, output: LogOutputChannel): Disposable {
    const traces = new VirtualDocuments('sup-trace');
    return Disposable.from(traces, commands.registerCommand(scenarioCommands.showTrace, async (target: unknown) => {
        if (!isScenarioTarget(target)) {
            explainScenarioCommands();
            return;
        }
        const text = await requestWithProgress(server, output, {
            type: TraceRequest,
            params: target,
            progress: { location: ProgressLocation.Window, title: l10n.t('Running the scenario') },
            missing: l10n.t('The scenario "{0}" no longer exists.', target.title)
        });
        if (text !== undefined) {
            await window.showTextDocument(traces.write(`${target.title}.log`, target.textDocument.uri, text), { preview: true });
        }
    }));
}
