import { commands, Disposable, languages, l10n, type LogOutputChannel, ProgressLocation, type TextDocument, type Uri, window, workspace } from 'vscode';
import { errorMessage } from '@sup/model';
import { CompareWithRealityRequest, type RealityComparison } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { exportFilters } from '../export-files.js';
import { requestWithProgress } from '../request-with-progress.js';
import { Differences } from './differences.js';

/** Milliseconds between an edit of the plan and the next comparison: debounces typing. */
const delay = 1_000;

/** The commands that compare the open plan with exports of the real hierarchy, and that end the comparison. Until it ends, the comparison follows every edit. */
export function registerCompareWithReality(server: LanguageServer, output: LogOutputChannel): Disposable {
    const comparison = new Comparison(server, output);
    return Disposable.from(
        comparison,
        commands.registerCommand('sup.compareWithReality', () => comparison.choose()),
        commands.registerCommand('sup.clearReality', () => comparison.clear()),
        languages.registerCodeActionsProvider({ language: 'sup' }, comparison.differences),
        workspace.onDidChangeTextDocument(({ document, contentChanges }) => comparison.onEdited(document, contentChanges.length))
    );
}

/** The current comparison: the plan, the exports and the differences that are shown. */
class Comparison {
    readonly differences = new Differences();
    private current: { readonly plan: Uri; readonly exports: readonly Uri[]; files: ReadonlySet<string> } | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly server: LanguageServer, private readonly output: LogOutputChannel) {}

    dispose(): void {
        clearTimeout(this.timer);
        this.differences.dispose();
    }

    async choose(): Promise<void> {
        const document = window.activeTextEditor?.document;
        if (document?.languageId !== 'sup') {
            void window.showInformationMessage(l10n.t('Open the plan that you want to compare with the real hierarchy.'));
            return;
        }
        const exports = await window.showOpenDialog({
            title: l10n.t('Compare with Reality'), openLabel: l10n.t('Compare'), canSelectMany: true, filters: exportFilters()
        });
        const response = exports && await requestWithProgress(this.server, this.output, {
            type: CompareWithRealityRequest, params: { textDocument: { uri: String(document.uri) }, files: exports.map(String) },
            progress: { location: ProgressLocation.Notification, title: l10n.t('Comparing with Reality'), cancellable: true },
            missing: l10n.t('The SUP language server does not know this plan. Save the file in a folder of the workspace, and compare again.')
        });
        if (!response) {
            return;
        }
        if ('objection' in response) {
            void window.showErrorMessage(l10n.t('The plan could not be compared: {0}', response.objection));
            return;
        }
        this.current = { plan: document.uri, exports, files: new Set(response.files) };
        this.differences.show(response);
        response.messages.forEach(message => this.output.warn(message));
        await this.summarize(response);
    }

    clear(): void {
        clearTimeout(this.timer);
        this.current = undefined;
        this.differences.clear();
    }

    /** Compares again after an edit of the plan, so that the differences stay at their lines. */
    onEdited({ uri }: TextDocument, changes: number): void {
        if (changes > 0 && this.current?.files.has(String(uri))) {
            clearTimeout(this.timer);
            this.timer = setTimeout(() => void this.compareAgain(), delay);
        }
    }

    private async compareAgain(): Promise<void> {
        const { current } = this;
        if (!current) {
            return;
        }
        try {
            const response = await this.server.request(CompareWithRealityRequest, { textDocument: { uri: String(current.plan) }, files: current.exports.map(String) });
            if (this.current !== current) {
                return;
            }
            if (!response || 'objection' in response) {
                this.clear();
                return;
            }
            current.files = new Set(response.files);
            this.differences.show(response);
        } catch (error) {
            // Differences at the lines of an earlier text would mislead.
            this.clear();
            this.output.warn(`The comparison with the real hierarchy ended: ${errorMessage(error)}`);
        }
    }

    private async summarize({ differences, uncompared, messages, isIncomplete, collectedAt }: RealityComparison): Promise<void> {
        const count = differences.length;
        const made = collectedAt === undefined ? '' : ` (${collectedAt.slice(0, 10)})`;
        const result = count === 0 ? l10n.t('The plan does not differ from the export{0}.', made) : count === 1 ? l10n.t('The plan differs from the export{0} in 1 place.', made) : l10n.t('The plan differs from the export{0} in {1} places.', made, count);
        const parts = [
            result, ...uncompared > 0 ? [l10n.t('Properties that could not be compared: {0}.', uncompared)] : [],
            ...isIncomplete ? [l10n.t('The comparison is incomplete: the export states that a part could not be read.')] : [],
            ...messages.slice(0, 3)
        ];
        const [problems, clear] = [l10n.t('Show Problems'), l10n.t('Clear')];
        const choices = count > 0 ? [problems, clear] : [];
        const choice = await (isIncomplete || messages.length > 0 ? window.showWarningMessage(parts.join(' '), ...choices) : window.showInformationMessage(parts.join(' '), ...choices));
        if (choice === problems) {
            await commands.executeCommand('workbench.actions.view.problems');
        } else if (choice === clear) {
            this.clear();
        }
    }
}
