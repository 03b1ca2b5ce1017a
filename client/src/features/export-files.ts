import { l10n } from 'vscode';

/** The filters of a dialog that opens exports of a real hierarchy. */
export function exportFilters(): Record<string, string[]> {
    return { [l10n.t('Exports, site control files, tables')]: ['json', 'ct0', 'csv', 'tsv', 'txt'], [l10n.t('All files')]: ['*'] };
}
