import { type CodeAction, CodeActionKind, commands, l10n, Uri, window, workspace } from 'vscode';
import type { Place } from '@sup/protocol/server';
import { rangeOf } from '../scenarios/places.js';

/** So many fixes are worked out at once; a problem has a handful. */
const mostFixes = 20;

/** Offers the quick fixes that the editor has at a place, and takes the one that is chosen. */
export async function fixProblem({ uri, range }: Place): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const found = await commands.executeCommand<CodeAction[] | undefined>('vscode.executeCodeActionProvider', document.uri, rangeOf(range), CodeActionKind.QuickFix.value, mostFixes);
    const fixes = (found ?? []).filter(({ edit, command }) => edit ?? command);
    if (fixes.length === 0) {
        void window.showInformationMessage(l10n.t('There is no quick fix for this problem; its message says what to do.'));
        return;
    }
    const chosen = await window.showQuickPick(fixes.map(fix => ({ label: fix.title, fix })), { placeHolder: l10n.t('Quick fixes, as the light bulb has them') });
    if (chosen?.fix.edit && !await workspace.applyEdit(chosen.fix.edit)) {
        void window.showWarningMessage(l10n.t('The file has changed meanwhile. Please try again.'));
        return;
    }
    if (chosen?.fix.command) {
        await commands.executeCommand(chosen.fix.command.command, ...chosen.fix.command.arguments as unknown[] ?? []);
    }
}
