import { commands, Disposable, l10n, type LogOutputChannel, ProgressLocation, window } from 'vscode';
import { scenarioCommands, TraceRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { ask } from '../ask.js';
import { isScenarioTarget, sayWhereScenariosRun } from './run-commands.js';
import { VirtualDocuments } from './virtual-documents.js';

/** Shows everything that happens in a scenario, as a log. */
export function registerTrace(server: LanguageServer, output: LogOutputChannel): Disposable {
    const traces = new VirtualDocuments('sup-trace');
    return Disposable.from(traces, commands.registerCommand(scenarioCommands.showTrace, async (target: unknown) => {
        if (!isScenarioTarget(target)) {
            sayWhereScenariosRun();
            return;
        }
        const text = await ask(server, output, {
            type: TraceRequest,
            params: target,
            progress: { location: ProgressLocation.Window, title: l10n.t('Running the scenario') },
            missing: l10n.t('There is no scenario "{0}" any more.', target.title)
        });
        if (text !== undefined) {
            await window.showTextDocument(traces.write(`${target.title}.log`, target.textDocument.uri, text), { preview: true });
        }
    }));
}
