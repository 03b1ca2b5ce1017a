import { l10n, window } from 'vscode';

/** The filters of a dialog that opens exports of a real hierarchy. */
export function exportFilters(): Record<string, string[]> {
    return { [l10n.t('Exports, site control files, tables')]: ['json', 'ct0', 'csv', 'tsv', 'txt'], [l10n.t('All files')]: ['*'] };
}

/** Shows why exports could not be used, and lets the user choose others. A notification without a button would hide the end of the reason. */
export async function offerOtherFiles(reason: string, choose: () => unknown): Promise<void> {
    const other = l10n.t('Choose Other Files');
    if (await window.showErrorMessage(reason, other) === other) {
        await choose();
    }
}
