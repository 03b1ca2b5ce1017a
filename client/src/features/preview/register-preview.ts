import { commands, Disposable, l10n, type LogOutputChannel, Uri, ViewColumn, window } from 'vscode';
import { scenarioCommands } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { isScenarioTarget, sayWhereScenariosRun } from '../scenarios/run-commands.js';
import { compareWith } from './compare/compare-with.js';
import { exportPlan } from './export/export-plan.js';
import { followCursor } from './follow-cursor.js';
import { PreviewPanels, viewType } from './preview-panels.js';
import { Reveal } from './reveal.js';

/** Pixels of an exported picture for each of its own: sharp on any screen. */
const exportScale = 2;

/** Shows hierarchies as pictures beside their text. */
export function registerPreview(server: LanguageServer, output: LogOutputChannel, extension: Uri): Disposable {
    const reveal = new Reveal();
    const wanted = { compare: (document: Uri) => compare(document), export: (document: Uri) => exported(document) };
    const panels = new PreviewPanels({ server, extension, reveal }, ({ document }, what) => void wanted[what](document));
    const beside = (document: Uri) => panels.open(document, ViewColumn.Beside, true);
    const compare = async (document: Uri): Promise<void> => {
        const plans = await compareWith(server, output, document);
        if (plans) {
            beside(document).compare(plans);
        }
    };
    const exported = (document: Uri): Promise<void> => exportPlan(server, output, document, svg => beside(document).page.rasterize(svg, exportScale));
    const command = (name: string, work: (document: Uri) => unknown): Disposable => commands.registerCommand(name, async (asked: unknown) => {
        const document = documentFor(asked, panels);
        if (document) {
            await work(document);
        } else {
            void window.showInformationMessage(l10n.t('Open a plan first: a file that ends in .sup.'));
        }
    });
    return Disposable.from(
        panels,
        followCursor(server, panels, reveal),
        command('sup.openPreview', document => void panels.open(document, ViewColumn.Active, false)),
        command('sup.openPreviewToSide', document => void beside(document)),
        command('sup.showSource', showSource),
        command('sup.compareWith', compare),
        command('sup.export', exported),
        commands.registerCommand(scenarioCommands.play, (target: unknown) => {
            if (isScenarioTarget(target)) {
                beside(Uri.parse(target.textDocument.uri)).page.sendWhenReady({ kind: 'play', scenario: target.title });
            } else {
                sayWhereScenariosRun();
            }
        }),
        window.registerWebviewPanelSerializer(viewType, { deserializeWebviewPanel: (panel, state: unknown) => Promise.resolve(panels.restore(panel, state)) })
    );
}

/** Shows a document where it is shown already, else beside the preview. */
async function showSource(document: Uri): Promise<void> {
    const shown = window.visibleTextEditors.find(editor => editor.document.uri.toString() === document.toString());
    await window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? ViewColumn.Beside });
}

/** The document that a command is about: the one that it is called with, else that of the preview or the editor that is active. */
function documentFor(asked: unknown, panels: PreviewPanels): Uri | undefined {
    const isPanel = asked instanceof Uri && asked.scheme === 'webview-panel';
    if (asked instanceof Uri && !isPanel) {
        return asked;
    }
    const active = window.activeTextEditor?.document;
    return panels.active?.document ?? (active?.languageId === 'sup' ? active.uri : undefined);
}
