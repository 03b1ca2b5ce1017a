import { l10n, window } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/node';
import type { LanguageServer } from '../../language-server.js';

/** Applies the edit of a refactoring, or shows why there is none. */
export async function applyRefactoring(server: LanguageServer, result: { readonly edit: WorkspaceEdit } | { readonly objection: string }): Promise<void> {
    if ('objection' in result) {
        void window.showWarningMessage(result.objection);
    } else if (!await server.applyEdit(result.edit) && !isReviewed(result.edit)) {
        // After a review, the user may have discarded the edit.
        void window.showWarningMessage(l10n.t('The plan has changed in the meantime. Try again.'));
    }
}

/** Whether the editor shows an edit for review before it applies it. */
export function isReviewed({ changeAnnotations = {} }: WorkspaceEdit): boolean {
    return Object.values(changeAnnotations).some(({ needsConfirmation }) => needsConfirmation === true);
}
