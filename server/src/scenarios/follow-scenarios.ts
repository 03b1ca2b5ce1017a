import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { ScenarioOutcomesNotification, ScenariosChangedNotification } from '@sup/protocol/server';
import type { DiagnosticsPublisher } from '../diagnostics.js';
import { ScenarioDiagnostics } from './scenario-diagnostics.js';
import type { WorkspaceScenarios } from './workspace-scenarios.js';

interface ScenarioOptions {
    /** Whether the client is notified of changes and outcomes. */
    isListening(): boolean;
    /** The address of the page about scenarios. */
    documentation(): string;
}

/**
 * After every change, notifies a listening client that scenarios may have changed, and runs those that the change may affect unless the user has
 * turned that off. The client gets the outcomes too.
 */
export function followScenarios(connection: Connection, shared: LangiumSharedServices, scenarios: WorkspaceScenarios, publisher: DiagnosticsPublisher, { isListening, documentation }: ScenarioOptions): ScenarioDiagnostics {
    const diagnostics = new ScenarioDiagnostics(scenarios, {
        isEnabled: async () => {
            try {
                return await connection.workspace.getConfiguration('sup.scenarios.runWhileTyping') !== false;
            } catch {
                return true; // The client does not support the request.
            }
        },
        send: reports => isListening() ? void connection.sendNotification(ScenarioOutcomesNotification, { reports }) : undefined,
        publish: uri => void publisher.publish(uri),
        report: message => connection.console.error(message),
        documentation
    });
    publisher.addSource(uri => diagnostics.of(uri));
    shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
        if (isListening()) {
            void connection.sendNotification(ScenariosChangedNotification);
        }
        diagnostics.rerun();
    });
    return diagnostics;
}
