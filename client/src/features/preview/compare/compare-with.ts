import { l10n, type LogOutputChannel, ProgressLocation, Uri, window } from 'vscode';
import { type ComparedPlans, ComparePlansRequest, HierarchyFilesRequest, type PlanFile } from '@sup/protocol/server';
import type { LanguageServer } from '../../../language-server.js';
import { requestWithProgress } from '../../request-with-progress.js';
import { versionsOf } from './versions.js';

/** A comparison, and the files of the version that the plan was compared with. */
export interface ShownComparison {
    readonly plans: ComparedPlans;
    readonly before: readonly PlanFile[];
}

/** Lets the user choose a version of a plan, or the real hierarchy, and compares. If the result is undefined, the user has cancelled or has been shown the reason. */
export async function compareWith(server: LanguageServer, output: LogOutputChannel, document: Uri, withReality: (document: Uri) => Promise<ShownComparison | undefined>): Promise<ShownComparison | undefined> {
    const textDocument = { uri: document.toString() };
    const progress = { location: ProgressLocation.Window, title: l10n.t('Reading plan files') };
    const missing = l10n.t('This file does not belong to a hierarchy.');
    const files = await requestWithProgress(server, output, { type: HierarchyFilesRequest, params: { textDocument }, progress, missing });
    if (!files) {
        return undefined;
    }
    const chosen = await window.showQuickPick(versionsOf({ document, files: files.map(file => Uri.parse(file)) }), { placeHolder: l10n.t('Compare with…'), matchOnDescription: true });
    if (chosen?.isReality) {
        return withReality(document);
    }
    const earlier = await window.withProgress(progress, async () => chosen?.read?.());
    if (!earlier) {
        return undefined;
    }
    if (earlier.files.length === 0) {
        void window.showInformationMessage(l10n.t('There are no files of this plan in {0}.', earlier.name));
        return undefined;
    }
    const plans = await requestWithProgress(server, output, {
        type: ComparePlansRequest,
        params: { textDocument, before: earlier.files, beforeLabel: earlier.name, afterLabel: l10n.t('now') },
        progress: { location: ProgressLocation.Notification, title: l10n.t('Comparing with {0}', earlier.name), cancellable: true },
        missing
    });
    return plans && { plans, before: earlier.files };
}
