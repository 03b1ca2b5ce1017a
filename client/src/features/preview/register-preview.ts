import { commands, Disposable, l10n, languages, type LogOutputChannel, Uri, ViewColumn, window } from 'vscode';
import { type ExportParams, scenarioCommands } from '@sup/protocol/server';
import { documentSelector } from '../../language-client.js';
import type { LanguageServer } from '../../language-server.js';
import { isScenarioTarget, explainScenarioCommands } from '../scenarios/run-commands.js';
import { compareVariants } from './compare/compare-variants.js';
import { compareWith, type ShownComparison } from './compare/compare-with.js';
import type { CompareWithReality, MadeComparison } from '../reality/compare-with-reality.js';
import { describeHierarchy, describeRun } from './describe.js';
import { exportPlan } from './export/export-plan.js';
import { followCursor } from './follow-cursor.js';
import { PreviewPanels, viewType } from './preview-panels.js';
import { Reveal } from './reveal.js';

/** The commands that show, compare and export previews, and the panels they open. */
export function registerPreview(server: LanguageServer, output: LogOutputChannel, extension: Uri, reality: CompareWithReality): Disposable {
    const reveal = new Reveal();
    const panels = new PreviewPanels({ server, extension, reveal }, ({ document }, message) => void (message.kind === 'compare' ? choose(document) : exportDocument(document, message.layer)));
    const beside = (document: Uri) => panels.open(document, ViewColumn.Beside, true);
    const compare = async (document: Uri, comparison: Promise<ShownComparison | undefined>): Promise<void> => {
        const shown = await comparison;
        if (shown) {
            (await beside(document)).compare(shown);
        }
    };
    const redraw = ({ files, draw }: MadeComparison): void => panels.all.filter(panel => panel.isComparedWithReality && files.has(panel.document.toString())).forEach(panel => void draw().then(shown => shown && panel.compare(shown)));
    const choose = (document: Uri): Promise<void> => compare(document, compareWith(server, output, document, each => reality.picture(each)));
    const exportDocument = (document: Uri, layer?: ExportParams['layer']): Promise<void> => exportPlan(server, output, document, { layer, rasterize: async (svg, scale) => (await beside(document)).page.rasterize(svg, scale) });
    const command = (name: string, work: (document: Uri) => unknown): Disposable => commands.registerCommand(name, async (argument: unknown) => {
        const document = documentFor(argument, panels);
        if (document) {
            await work(document);
        } else {
            void window.showInformationMessage(l10n.t('Open a plan (a .sup file) first.'));
        }
    });
    return Disposable.from(
        panels,
        ...pinning(panels),
        window.onDidChangeActiveTextEditor(editor => editor && languages.match(documentSelector, editor.document) > 0 ? panels.follow(editor.document.uri) : undefined),
        followCursor(server, panels, reveal),
        command('sup.openPreview', document => panels.open(document, ViewColumn.Active, false)),
        command('sup.openPreviewToSide', beside),
        command('sup.showSource', showSource),
        command('sup.compareWith', choose),
        reality.onDidRequestPicture(({ document, comparison }) => void compare(document, comparison)),
        reality.onDidCompare(redraw),
        command('sup.compareVariants', document => compareVariants(server, output, document)),
        command('sup.describeHierarchy', document => describeHierarchy(server, output, document)),
        command('sup.describeRun', document => describeRun(server, output, document)),
        command('sup.export', document => exportDocument(document)),
        commands.registerCommand(scenarioCommands.play, async (target: unknown) => {
            if (isScenarioTarget(target)) {
                (await beside(Uri.parse(target.textDocument.uri))).page.sendWhenReady({ kind: 'play', scenario: target.title });
            } else {
                explainScenarioCommands();
            }
        }),
        window.registerWebviewPanelSerializer(viewType, { deserializeWebviewPanel: (panel, state: unknown) => Promise.resolve(panels.restore(panel, state)) })
    );
}

/** The commands that pin and unpin the active preview. A context key decides which of them its title shows. */
function pinning(panels: PreviewPanels): readonly Disposable[] {
    const update = (): void => void commands.executeCommand('setContext', 'sup.isPreviewPinned', panels.active?.isPinned === true);
    update();
    return [
        panels.onDidChange(update),
        commands.registerCommand('sup.pinPreview', () => panels.active?.pin(true)),
        commands.registerCommand('sup.unpinPreview', () => panels.active?.pin(false))
    ];
}

/** Shows a document in the column that already shows it, otherwise beside the preview. */
async function showSource(document: Uri): Promise<void> {
    const shown = window.visibleTextEditors.find(editor => editor.document.uri.toString() === document.toString());
    await window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? ViewColumn.Beside });
}

/** The document that a command applies to: its argument, or the document of the active preview or editor. */
function documentFor(argument: unknown, panels: PreviewPanels): Uri | undefined {
    const isPanel = argument instanceof Uri && argument.scheme === 'webview-panel';
    if (argument instanceof Uri && !isPanel) {
        return argument;
    }
    const active = window.activeTextEditor?.document;
    return panels.active?.document ?? (active?.languageId === 'sup' ? active.uri : undefined);
}
