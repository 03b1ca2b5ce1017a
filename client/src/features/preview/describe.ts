import { l10n, type LogOutputChannel, ProgressLocation, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { type DescribeParams, DescribeRequest, PreviewRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { requestWithProgress } from '../request-with-progress.js';

/** Shows a description of the hierarchy as text. */
export async function describeHierarchy(server: LanguageServer, output: LogOutputChannel, document: Uri): Promise<void> {
    await describe(server, output, { textDocument: { uri: document.toString() } });
}

interface RunItem extends QuickPickItem {
    readonly run: NonNullable<DescribeParams['run']>;
}

/** Lets the user choose a run, and shows a description of it as text. */
export async function describeRun(server: LanguageServer, output: LogOutputChannel, document: Uri): Promise<void> {
    const textDocument = { uri: document.toString() };
    const content = await requestWithProgress(server, output, {
        type: PreviewRequest, params: { textDocument }, progress: { location: ProgressLocation.Window, title: l10n.t('Reading plan files') }, missing: l10n.t('This file does not belong to a hierarchy.')
    });
    const runs: readonly RunItem[] = [{ label: l10n.t('Without events'), run: {} }, ...content?.scenarios.map(({ title }) => ({ label: title, run: { scenario: title } })) ?? []];
    const chosen = content && (runs.length === 1 ? runs[0] : await window.showQuickPick(runs, { placeHolder: l10n.t('Describe the run…') }));
    if (chosen) {
        await describe(server, output, { textDocument, run: chosen.run });
    }
}

async function describe(server: LanguageServer, output: LogOutputChannel, params: DescribeParams): Promise<void> {
    const content = await requestWithProgress(server, output, {
        type: DescribeRequest, params, progress: { location: ProgressLocation.Notification, title: l10n.t('Describing the plan'), cancellable: true }, missing: l10n.t('There is nothing to describe: the file or the scenario no longer exists.')
    });
    if (content !== undefined) {
        const { uri } = await workspace.openTextDocument({ language: 'plaintext', content });
        await window.showTextDocument(uri);
    }
}
