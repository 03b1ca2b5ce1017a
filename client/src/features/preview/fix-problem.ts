import { type CodeAction, CodeActionKind, commands, l10n, Uri, window, workspace } from 'vscode';
import type { Location } from 'vscode-languageclient/node';
import { rangeOf } from '../locations.js';

/** The fixes that are resolved at once; a problem has only a few. */
const maxFixes = 20;

/** Offers the editor's quick fixes at a location and applies the chosen one. */
export async function fixProblem({ uri, range }: Location): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const found = await commands.executeCommand<CodeAction[] | undefined>('vscode.executeCodeActionProvider', document.uri, rangeOf(range), CodeActionKind.QuickFix.value, maxFixes);
    const fixes = (found ?? []).filter(({ edit, command }) => edit ?? command);
    if (fixes.length === 0) {
        void window.showInformationMessage(l10n.t('This problem has no quick fix. Its message explains what to do.'));
        return;
    }
    const chosen = await window.showQuickPick(fixes.map(fix => ({ label: fix.title, fix })), { placeHolder: l10n.t('Quick fixes for this problem') });
    if (chosen?.fix.edit && !await workspace.applyEdit(chosen.fix.edit)) {
        void window.showWarningMessage(l10n.t('The file has changed in the meantime. Try again.'));
        return;
    }
    if (chosen?.fix.command) {
        await commands.executeCommand(chosen.fix.command.command, ...chosen.fix.command.arguments as unknown[] ?? []);
    }
}
