import { CancellationTokenSource, commands, Disposable, l10n, type TestItem, type TestRunProfile, TestRunRequest, window } from 'vscode';
import { scenarioCommands, type ScenarioTarget } from '@sup/protocol/server';
import { isTextDocument } from '../../guards.js';
import type { ScenarioRunner } from './scenario-runner.js';
import type { ScenarioTree } from './scenario-tree.js';

/** The commands that run a scenario, all of a file or all of the workspace. They run through the Testing view, which shows the results. */
export function registerRunCommands(tree: ScenarioTree, runner: ScenarioRunner, profile: TestRunProfile): Disposable {
    const run = async (item: TestItem | undefined, missing: string): Promise<void> => {
        if (!item) {
            void (runner.reportIfStopped() || window.showInformationMessage(missing));
            return;
        }
        await start(new TestRunRequest([item], undefined, profile, false, true));
    };
    const start = async (request: TestRunRequest): Promise<void> => {
        const source = new CancellationTokenSource(); // the run itself can be cancelled in the Testing view
        await runner.run(request, source.token).finally(() => source.dispose());
    };
    const runWorkspace = async (): Promise<void> => {
        await tree.refresh();
        if (tree.controller.items.size > 0) {
            // The user of the command palette may not see any plan, so the editor may open its view of the results.
            await start(new TestRunRequest(undefined, undefined, profile));
        } else {
            void (runner.reportIfStopped() || window.showInformationMessage(l10n.t('No plan in this workspace has scenarios.')));
        }
    };
    return Disposable.from(
        commands.registerCommand(scenarioCommands.run, async (target: unknown) => isScenarioTarget(target)
            ? run(await tree.find(target), l10n.t('The scenario "{0}" no longer exists.', target.title))
            : explainScenarioCommands()),
        commands.registerCommand(scenarioCommands.runAll, async (textDocument: unknown) => {
            if (textDocument === undefined) {
                return runWorkspace();
            }
            return isTextDocument(textDocument) ? run(await tree.find({ textDocument }), l10n.t('This file no longer contains scenarios.')) : explainScenarioCommands();
        })
    );
}

/** Commands can be called with any argument, not only by the server's code lenses. */
export function isScenarioTarget(value: unknown): value is ScenarioTarget {
    const target = value as Partial<ScenarioTarget> | null | undefined;
    return typeof target?.title === 'string' && isTextDocument(target.textDocument);
}

export function explainScenarioCommands(): void {
    void window.showInformationMessage(l10n.t('Run scenarios in the Testing view, or with the code lenses above each scenario.'));
}
