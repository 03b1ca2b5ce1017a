import { commands, Disposable, l10n, type LogOutputChannel, ProgressLocation, type Uri, window } from 'vscode';
import { type AdviseParams, AdviseRequest, scenarioCommands, SweepRequest } from '@sup/protocol/server';
import { isPosition, isTextDocument } from '../../guards.js';
import type { LanguageServer } from '../../language-server.js';
import { requestWithProgress } from '../request-with-progress.js';
import { VirtualDocuments } from '../virtual-documents.js';

const sweepCommand = 'sup.sweep';

/** The commands that open a report: whether a site needs its own software update point, and the single points of failure. */
export function registerReports(server: LanguageServer, output: LogOutputChannel): Disposable {
    const reports = new VirtualDocuments('sup-report');
    return Disposable.from(
        reports,
        commands.registerCommand(scenarioCommands.advise, async (argument: unknown) => {
            const params = isAdviseParams(argument) ? argument : paramsAtCursor();
            const text = params && await requestWithProgress(server, output, {
                type: AdviseRequest,
                params,
                progress: { location: ProgressLocation.Window, title: l10n.t('Evaluating whether a software update point is needed') },
                missing: l10n.t('There is no secondary site here. Place the cursor in one.')
            });
            if (params && text !== undefined) {
                const subject = `${params.textDocument.uri}#${params.position.line}`;
                await showReport(reports.write(`${l10n.t('Own software update point')}.md`, subject, text));
            }
        }),
        commands.registerCommand(sweepCommand, async () => {
            const params = paramsAtCursor();
            const text = params && await requestWithProgress(server, output, {
                type: SweepRequest,
                params: { textDocument: params.textDocument },
                progress: { location: ProgressLocation.Notification, title: l10n.t('Simulating the failure of each server and link'), cancellable: true },
                missing: l10n.t('This file does not belong to a hierarchy.')
            });
            if (params && text !== undefined) {
                await showReport(reports.write(`${l10n.t('Single points of failure')}.md`, params.textDocument.uri, text));
            }
        })
    );
}

/** The document and position of the cursor, if it is in a plan. */
function paramsAtCursor(): AdviseParams | undefined {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== 'sup') {
        void window.showInformationMessage(l10n.t('Open a plan (a .sup file) first.'));
        return undefined;
    }
    const { line, character } = editor.selection.active;
    return { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
}

/** Shows a Markdown preview, or the text if the editor has no Markdown preview. */
async function showReport(uri: Uri): Promise<void> {
    try {
        await commands.executeCommand('markdown.showPreview', uri);
    } catch {
        await window.showTextDocument(uri, { preview: true });
    }
}

function isAdviseParams(value: unknown): value is AdviseParams {
    const params = value as Partial<AdviseParams> | null | undefined;
    return isTextDocument(params?.textDocument) && isPosition(params.position);
}
