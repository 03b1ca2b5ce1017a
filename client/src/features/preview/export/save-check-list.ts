import { basename } from 'node:path/posix';
import { l10n, type Uri, window } from 'vscode';
import { bytes, writeExport } from './export-plan.js';
import { proposedTarget } from './target.js';

/** Lets the user choose a file for the check list of a rollout, and writes it. */
export async function saveCheckList(document: Uri, checkList: string): Promise<void> {
    const title = l10n.t('{0} rollout', basename(document.path).replace(/\.sup$/, ''));
    const target = await window.showSaveDialog({ defaultUri: proposedTarget(document, title, 'md'), filters: { [l10n.t('Markdown')]: ['md'] }, saveLabel: l10n.t('Save Check List') });
    if (target) {
        await writeExport([[target, bytes(`${checkList}\n`)]]);
    }
}
