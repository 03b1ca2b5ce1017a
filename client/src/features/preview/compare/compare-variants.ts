import { commands, l10n, type LogOutputChannel, ProgressLocation, Uri, window, workspace } from 'vscode';
import { HierarchyFilesRequest, type PlanVariant, VariantsRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../../language-server.js';
import { requestWithProgress } from '../../request-with-progress.js';
import { versionsOf } from './versions.js';

/** Lets the user choose versions of a plan, and shows their figures and those of the current one as a table. */
export async function compareVariants(server: LanguageServer, output: LogOutputChannel, document: Uri): Promise<void> {
    const textDocument = { uri: document.toString() };
    const reading = { location: ProgressLocation.Window, title: l10n.t('Reading plan files') };
    const missing = l10n.t('This file does not belong to a hierarchy.');
    const files = await requestWithProgress(server, output, { type: HierarchyFilesRequest, params: { textDocument }, progress: reading, missing });
    const chosen = files && await window.showQuickPick((await versionsOf({ document, files: files.map(file => Uri.parse(file)) })).filter(({ isReality }) => !isReality), { canPickMany: true, placeHolder: l10n.t('Compare the plan with…'), matchOnDescription: true });
    if (!chosen || chosen.length === 0) {
        return;
    }
    const variants: PlanVariant[] = [];
    for (const version of chosen) {
        const read = await window.withProgress(reading, async () => version.read?.());
        if (read && read.files.length > 0) {
            variants.push({ label: read.name, files: read.files });
        } else if (read) {
            void window.showInformationMessage(l10n.t('There are no files of this plan in {0}.', read.name));
        }
    }
    const table = variants.length === 0 ? undefined : await requestWithProgress(server, output, {
        type: VariantsRequest, params: { textDocument, label: l10n.t('now'), variants }, missing,
        progress: { location: ProgressLocation.Notification, title: l10n.t('Comparing variants'), cancellable: true }
    });
    if (table !== undefined) {
        const { uri } = await workspace.openTextDocument({ language: 'markdown', content: table });
        await commands.executeCommand('markdown.showPreview', uri);
    }
}
