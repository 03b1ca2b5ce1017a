import { commands, type Disposable, l10n, type LogOutputChannel, window } from 'vscode';
import { errorMessage } from '@sup/model';
import { type BranchToCopy, BranchToCopyRequest, duplicateSiteCommand, DuplicateSiteRequest, type SiteParams } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { objectionToName } from '../name-objection.js';
import { offerRestart } from '../restart.js';
import { applyRefactoring } from './apply-refactoring.js';
import { siteParamsOf } from './site-params.js';

/** The command that copies a site with the sites below it: asks for their codes and for the title of the copy. */
export function registerDuplicateSite(server: LanguageServer, output: LogOutputChannel): Disposable {
    return commands.registerCommand(duplicateSiteCommand, async (argument: unknown) => {
        try {
            await duplicateSite(server, siteParamsOf(argument));
        } catch (error) {
            if (server.state === 'stopped') {
                await offerRestart(server, output, l10n.t('The SUP language server is not running, so the site cannot be duplicated.'));
                return;
            }
            void window.showErrorMessage(l10n.t('The site could not be duplicated: {0}', errorMessage(error)));
        }
    });
}

async function duplicateSite(server: LanguageServer, subject: SiteParams | undefined): Promise<void> {
    const branch = subject && await server.request(BranchToCopyRequest, subject);
    if (!branch) {
        void window.showInformationMessage(l10n.t('To duplicate a site, put the cursor into it, or choose it in the Sites view. A central site, and sites whose codes are not unique, cannot be duplicated.'));
        return;
    }
    const codes = await askForCodes(server, subject, branch);
    const title = codes && await askForTitle(branch);
    const result = title === undefined ? null : await server.request(DuplicateSiteRequest, { textDocument: subject.textDocument, site: branch.site, codes: codes!, title });
    if (result) {
        await applyRefactoring(server, result);
    }
}

/** Undefined if the user cancels. The server validates what is typed, since it knows the codes of all files. */
async function askForCodes(server: LanguageServer, { textDocument }: SiteParams, { site, sites, codes }: BranchToCopy): Promise<string[] | undefined> {
    const entered = await window.showInputBox({
        title: `${l10n.t('Duplicate {0}', site)} (1/2)`,
        prompt: sites.length === 1 ? l10n.t('The site code of the copy') : l10n.t('The site codes of the copies of {0}, separated by spaces', sites.join(', ')),
        value: codes.join(' '), ignoreFocusOut: true,
        validateInput: async value => (await server.request(BranchToCopyRequest, { textDocument, site, codes: codesIn(value) }))?.objection
    });
    return entered === undefined ? undefined : codesIn(entered);
}

async function askForTitle({ site, title, codes }: BranchToCopy): Promise<string | undefined> {
    return (await window.showInputBox({
        title: `${l10n.t('Duplicate {0}', site)} (2/2)`, prompt: l10n.t('The title of the copy of {0}; may be empty', site),
        value: title, placeHolder: codes[0]!, ignoreFocusOut: true,
        validateInput: value => objectionToName(value.trim())
    }))?.trim();
}

function codesIn(text: string): string[] {
    return text.toUpperCase().split(/[\s,;]+/).filter(code => code !== '');
}
