import { commands, type Disposable, l10n, type LogOutputChannel, window } from 'vscode';
import { errorMessage } from '@sup/model';
import { MoveSiteRequest, MoveTargetsRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { offerRestart } from '../restart.js';
import { applyRefactoring, isReviewed } from './apply-refactoring.js';
import { isSiteItem, siteParamsOf } from './site-params.js';

export const moveSiteCommand = 'sup.moveSite';

/** The command that moves a site with its branch under another parent: a site of the tree, or the one at the cursor. */
export function registerMoveSite(server: LanguageServer, output: LogOutputChannel): Disposable {
    return commands.registerCommand(moveSiteCommand, async (item: unknown, parent: unknown) => {
        try {
            await moveSite(server, item, isSiteItem(parent) ? parent.site : undefined);
        } catch (error) {
            if (server.state === 'stopped') {
                await offerRestart(server, output, l10n.t('The SUP language server is not running, so the site cannot be moved.'));
                return;
            }
            void window.showErrorMessage(l10n.t('The site could not be moved: {0}', errorMessage(error)));
        }
    });
}

async function moveSite(server: LanguageServer, item: unknown, droppedOn: string | undefined): Promise<void> {
    const subject = siteParamsOf(item);
    const targets = subject && await server.request(MoveTargetsRequest, subject);
    if (!targets) {
        void window.showInformationMessage(l10n.t('To move a site, put the cursor into it, or choose it in the Sites view.'));
        return;
    }
    if (targets.parents.length === 0) {
        void window.showInformationMessage(l10n.t('{0} cannot move: no other site can be its parent.', targets.site));
        return;
    }
    const parent = droppedOn ?? (await window.showQuickPick(targets.parents.map(({ code, title }) => ({ label: code, description: title })), {
        title: l10n.t('Move {0} and the sites below it under', targets.site), matchOnDescription: true
    }))?.label;
    const result = parent === undefined ? null : await server.request(MoveSiteRequest, { textDocument: subject.textDocument, site: targets.site, parent });
    if (!result) {
        return;
    }
    // A site is easily dropped by mistake, so a drop needs a confirmation, unless the editor shows the edit for review anyway.
    const needsConfirmation = droppedOn !== undefined && 'edit' in result && !isReviewed(result.edit);
    const move = l10n.t('Move');
    if (!needsConfirmation || await window.showInformationMessage(l10n.t('Move {0} and the sites below it under {1}?', targets.site, parent!), { modal: true }, move) === move) {
        await applyRefactoring(server, result);
    }
}
