import { l10n, type LogOutputChannel, ProgressLocation, Uri, window } from 'vscode';
import { type ComparedPlans, ComparePlansRequest, HierarchyFilesRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../../language-server.js';
import { ask } from '../../ask.js';
import { versionsOf } from './versions.js';

/** Has a person choose with what to compare a plan, and compares. Where there is nothing to show, it has been said why. */
export async function compareWith(server: LanguageServer, output: LogOutputChannel, document: Uri): Promise<ComparedPlans | undefined> {
    const textDocument = { uri: document.toString() };
    const progress = { location: ProgressLocation.Window, title: l10n.t('Reading plans') };
    const missing = l10n.t('This file is not one of a hierarchy.');
    const files = await ask(server, output, { type: HierarchyFilesRequest, params: { textDocument }, progress, missing });
    if (!files) {
        return undefined;
    }
    const chosen = await window.showQuickPick(versionsOf({ document, files: files.map(file => Uri.parse(file)) }), { placeHolder: l10n.t('Compare with…'), matchOnDescription: true });
    const earlier = await window.withProgress(progress, async () => chosen?.read?.());
    if (!earlier) {
        return undefined;
    }
    if (earlier.files.length === 0) {
        void window.showInformationMessage(l10n.t('There is nothing of this plan in {0}.', earlier.name));
        return undefined;
    }
    return ask(server, output, {
        type: ComparePlansRequest,
        params: { textDocument, before: earlier.files, beforeLabel: earlier.name, afterLabel: l10n.t('now') },
        progress: { location: ProgressLocation.Notification, title: l10n.t('Comparing with {0}', earlier.name), cancellable: true },
        missing
    });
}
