import { commands, Disposable, EventEmitter, languages, l10n, type LogOutputChannel, ProgressLocation, type TextDocument, type Uri, window, workspace } from 'vscode';
import { asSentence, errorMessage } from '@sup/model';
import { CompareWithRealityRequest, type RealityComparison } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { exportFilters, offerOtherFiles } from '../export-files.js';
import type { ShownComparison } from '../preview/compare/compare-with.js';
import { requestWithProgress } from '../request-with-progress.js';
import { Differences } from './differences.js';

/** Milliseconds between an edit of the plan and the next comparison: debounces typing. */
const delay = 1_000;

interface CurrentComparison {
    readonly plan: Uri;
    readonly exports: readonly Uri[];
    /** The files of the plan. An edit of one of them repeats the comparison. */
    files: ReadonlySet<string>;
}

/** A comparison that is to be shown in the preview of a plan. */
export interface RequestedPicture {
    readonly document: Uri;
    readonly comparison: Promise<ShownComparison | undefined>;
}

/** A comparison that has been made for the editor. */
export interface MadeComparison {
    /** The files of the plan. */
    readonly files: ReadonlySet<string>;
    /** Makes the same comparison as a picture. */
    draw(): Promise<ShownComparison | undefined>;
}

/** Compares the open plan with exports of the real hierarchy. Until the user ends the comparison, it follows every edit. */
export class CompareWithReality implements Disposable {
    private readonly differences = new Differences();
    private readonly pictureRequest = new EventEmitter<RequestedPicture>();
    /** Fired when the user asks for the current comparison as a picture. */
    readonly onDidRequestPicture = this.pictureRequest.event;
    private readonly comparisonMade = new EventEmitter<MadeComparison>();
    /** Fired when the user has compared a plan, so that the pictures of an earlier comparison can be replaced. */
    readonly onDidCompare = this.comparisonMade.event;
    private readonly listeners = Disposable.from(
        this.differences,
        this.pictureRequest,
        this.comparisonMade,
        commands.registerCommand('sup.compareWithReality', () => this.chooseForEditor()),
        commands.registerCommand('sup.clearReality', () => this.clear()),
        languages.registerCodeActionsProvider({ language: 'sup' }, this.differences),
        workspace.onDidChangeTextDocument(({ document, contentChanges }) => this.onEdited(document, contentChanges.length))
    );
    /** The comparison whose differences are shown. */
    private current: CurrentComparison | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly server: LanguageServer, private readonly output: LogOutputChannel) {}

    dispose(): void {
        clearTimeout(this.timer);
        this.listeners.dispose();
    }

    /** Lets the user choose exports, shows the differences from a plan at its lines, and returns them as a picture. */
    async picture(plan: Uri): Promise<ShownComparison | undefined> {
        const exports = await chooseExports();
        return exports && this.draw(plan, exports);
    }

    private async draw(plan: Uri, exports: readonly Uri[]): Promise<ShownComparison | undefined> {
        const response = await this.compare(plan, exports, true);
        return response?.plans && { plans: response.plans, before: [] };
    }

    private async chooseForEditor(): Promise<void> {
        const document = window.activeTextEditor?.document;
        if (document?.languageId !== 'sup') {
            void window.showInformationMessage(l10n.t('Open the plan that you want to compare with the real hierarchy.'));
            return;
        }
        await this.chooseFor(document.uri);
    }

    private async chooseFor(plan: Uri): Promise<void> {
        const exports = await chooseExports();
        if (exports) {
            await this.compareInEditor(plan, exports);
        }
    }

    private async compareInEditor(plan: Uri, exports: readonly Uri[]): Promise<void> {
        const response = await this.compare(plan, exports, false);
        if (response) {
            this.comparisonMade.fire({ files: new Set(response.files), draw: () => this.draw(plan, exports) });
            await this.summarize(response, { plan, exports });
        }
    }

    /** Compares, and shows the differences at the lines of the plan. If the result is undefined, the user has cancelled or has been shown the reason. */
    private async compare(plan: Uri, exports: readonly Uri[], isPictured: boolean): Promise<RealityComparison | undefined> {
        const response = await requestWithProgress(this.server, this.output, {
            type: CompareWithRealityRequest, params: { textDocument: { uri: String(plan) }, files: exports.map(String), isPictured },
            progress: { location: ProgressLocation.Notification, title: l10n.t('Comparing with Reality'), cancellable: true },
            missing: l10n.t('The SUP language server does not know this plan. Save the file in a folder of the workspace, and compare again.')
        });
        if (!response) {
            return undefined;
        }
        if ('objection' in response) {
            void offerOtherFiles(l10n.t('The plan could not be compared: {0}', response.objection), () => isPictured ? this.pictureRequest.fire({ document: plan, comparison: this.picture(plan) }) : this.chooseFor(plan));
            return undefined;
        }
        this.current = { plan, exports, files: new Set(response.files) };
        this.differences.show(response);
        response.messages.forEach(message => this.output.warn(message));
        return response;
    }

    private clear(): void {
        clearTimeout(this.timer);
        this.current = undefined;
        this.differences.clear();
    }

    /** Compares again after an edit of the plan, so that the differences stay at their lines. */
    private onEdited({ uri }: TextDocument, changes: number): void {
        if (changes > 0 && this.current?.files.has(String(uri))) {
            clearTimeout(this.timer);
            this.timer = setTimeout(() => void this.compareAgain(), delay);
        }
    }

    private async compareAgain(): Promise<void> {
        const { current } = this;
        const response = current && await this.server.request(CompareWithRealityRequest, { textDocument: { uri: String(current.plan) }, files: current.exports.map(String) })
            .catch((error: unknown) => ({ objection: errorMessage(error) }));
        if (!current || this.current !== current) {
            return;
        }
        if (response && !('objection' in response)) {
            current.files = new Set(response.files);
            this.differences.show(response);
        } else {
            await this.end(current, response?.objection ?? l10n.t('the plan no longer exists'));
        }
    }

    /** Ends the comparison, since differences at the lines of an earlier text would mislead. */
    private async end({ plan, exports }: CurrentComparison, reason: string): Promise<void> {
        this.clear();
        const again = l10n.t('Compare Again');
        const choice = await window.showWarningMessage(l10n.t('The comparison with reality has ended, so its differences are no longer shown: {0}', reason), again);
        if (choice === again) {
            await this.compareInEditor(plan, exports);
        }
    }

    private async summarize({ differences, uncompared, messages, isIncomplete, collectedAt }: RealityComparison, { plan, exports }: Pick<CurrentComparison, 'plan' | 'exports'>): Promise<void> {
        const count = differences.length;
        const made = collectedAt === undefined ? '' : ` (${collectedAt.slice(0, 10)})`;
        const result = count === 0 ? l10n.t('The plan does not differ from the export{0}.', made) : count === 1 ? l10n.t('The plan differs from the export{0} in 1 place.', made) : l10n.t('The plan differs from the export{0} in {1} places.', made, count);
        const parts = [
            result, ...uncompared > 0 ? [l10n.t('Properties that could not be compared: {0}.', uncompared)] : [],
            ...isIncomplete ? [l10n.t('The comparison is incomplete: the export states that a part could not be read.')] : [],
            ...messages.slice(0, 3).map(asSentence)
        ];
        const [problems, picture, clear] = [l10n.t('Show Problems'), l10n.t('Show Picture'), l10n.t('Clear')];
        const choices = count > 0 ? [problems, picture, clear] : [picture];
        const choice = await (isIncomplete || messages.length > 0 ? window.showWarningMessage(parts.join(' '), ...choices) : window.showInformationMessage(parts.join(' '), ...choices));
        if (choice === problems) {
            await commands.executeCommand('workbench.actions.view.problems');
        } else if (choice === picture) {
            this.pictureRequest.fire({ document: plan, comparison: this.draw(plan, exports) });
        } else if (choice === clear) {
            this.clear();
        }
    }
}

const chooseExports = async (): Promise<readonly Uri[] | undefined> => window.showOpenDialog({
    title: l10n.t('Compare with Reality'), openLabel: l10n.t('Compare'), canSelectMany: true, filters: exportFilters()
});
