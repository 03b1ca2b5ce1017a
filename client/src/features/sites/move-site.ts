import { commands, type Disposable, l10n, languages, type LogOutputChannel, window } from 'vscode';
import { errorMessage } from '@sup/model';
import { MoveSiteRequest, MoveTargetsRequest } from '@sup/protocol/server';
import { documentSelector } from '../../language-client.js';
import type { LanguageServer } from '../../language-server.js';
import { offerRestart } from '../restart.js';

export const moveSiteCommand = 'sup.moveSite';

/** A site in the tree of plans, as far as this command reads it. */
interface SiteItem {
    readonly site: string;
    readonly location: { readonly uri: string };
}

/** The command that moves a site with its branch under another parent: a site of the tree, or the one at the cursor. A site that was dropped on another one moves only after a confirmation. */
export function registerMoveSite(server: LanguageServer, output: LogOutputChannel): Disposable {
    return commands.registerCommand(moveSiteCommand, async (item: unknown, parent: unknown) => {
        try {
            await moveSite(server, isSiteItem(item) ? item : undefined, isSiteItem(parent) ? parent.site : undefined);
        } catch (error) {
            if (server.state === 'stopped') {
                await offerRestart(server, output, l10n.t('The SUP language server is not running, so the site cannot be moved.'));
                return;
            }
            void window.showErrorMessage(l10n.t('The site could not be moved: {0}', errorMessage(error)));
        }
    });
}

async function moveSite(server: LanguageServer, item: SiteItem | undefined, parent: string | undefined): Promise<void> {
    const editor = window.activeTextEditor;
    const isPlan = editor !== undefined && languages.match(documentSelector, editor.document) > 0;
    const subject = item ? { textDocument: { uri: item.location.uri }, site: item.site }
        : isPlan ? { textDocument: { uri: editor.document.uri.toString() }, line: editor.selection.active.line } : undefined;
    const targets = subject && await server.request(MoveTargetsRequest, subject);
    if (!targets) {
        void window.showInformationMessage(l10n.t('To move a site, put the cursor into it, or choose it in the Sites view.'));
        return;
    }
    if (targets.parents.length === 0) {
        void window.showInformationMessage(l10n.t('{0} cannot move: no other site can be its parent.', targets.site));
        return;
    }
    const chosen = parent ?? (await window.showQuickPick(targets.parents.map(({ code, title }) => ({ label: code, description: title })), {
        title: l10n.t('Move {0} and the sites below it under', targets.site), matchOnDescription: true
    }))?.label;
    const move = l10n.t('Move');
    if (parent !== undefined && await window.showInformationMessage(l10n.t('Move {0} and the sites below it under {1}?', targets.site, parent), { modal: true }, move) !== move) {
        return;
    }
    const result = chosen === undefined ? null : await server.request(MoveSiteRequest, { textDocument: subject.textDocument, site: targets.site, parent: chosen });
    if (result && 'objection' in result) {
        void window.showWarningMessage(result.objection);
    } else if (result) {
        await server.applyEdit(result.edit);
    }
}

/** Commands can be called with any argument. */
function isSiteItem(value: unknown): value is SiteItem {
    const item = value as Partial<SiteItem> | null | undefined;
    return typeof item?.site === 'string' && typeof item.location?.uri === 'string';
}
