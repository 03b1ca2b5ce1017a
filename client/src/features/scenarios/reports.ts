import { commands, Disposable, l10n, type LogOutputChannel, ProgressLocation, type Uri, window } from 'vscode';
import { type AdviseParams, AdviseRequest, scenarioCommands, SweepRequest } from '@sup/protocol/server';
import { isPosition, isTextDocument } from '../../guards.js';
import type { LanguageServer } from '../../language-server.js';
import { ask } from '../ask.js';
import { VirtualDocuments } from './virtual-documents.js';

export const sweepCommand = 'sup.sweep';

/** Answers two questions of planners with a page: whether a site needs its own software update point, and what must not fail alone. */
export function registerReports(server: LanguageServer, output: LogOutputChannel): Disposable {
    const reports = new VirtualDocuments('sup-report');
    return Disposable.from(
        reports,
        commands.registerCommand(scenarioCommands.advise, async (asked: unknown) => {
            const params = isAdviseParams(asked) ? asked : atCursor();
            const text = params && await ask(server, output, {
                type: AdviseRequest,
                params,
                progress: { location: ProgressLocation.Window, title: l10n.t('Weighing a software update point') },
                missing: l10n.t('There is no secondary site here. Put the cursor into one.')
            });
            if (params && text !== undefined) {
                const about = `${params.textDocument.uri}#${params.position.line}`;
                await showReport(reports.write(`${l10n.t('Own software update point')}.md`, about, text));
            }
        }),
        commands.registerCommand(sweepCommand, async () => {
            const params = atCursor();
            const text = params && await ask(server, output, {
                type: SweepRequest,
                params: { textDocument: params.textDocument },
                progress: { location: ProgressLocation.Notification, title: l10n.t('Letting each server and link fail in turn'), cancellable: true },
                missing: l10n.t('This file is not one of a hierarchy.')
            });
            if (params && text !== undefined) {
                await showReport(reports.write(`${l10n.t('Single points of failure')}.md`, params.textDocument.uri, text));
            }
        })
    );
}

/** Where the person is, in a plan. */
function atCursor(): AdviseParams | undefined {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== 'sup') {
        void window.showInformationMessage(l10n.t('Open a plan first: a file that ends in .sup.'));
        return undefined;
    }
    const { line, character } = editor.selection.active;
    return { textDocument: { uri: editor.document.uri.toString() }, position: { line, character } };
}

/** As a page; as a text where the editor has no Markdown preview. */
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
