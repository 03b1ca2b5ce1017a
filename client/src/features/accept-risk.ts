import { commands, type Disposable, l10n, type LogOutputChannel, ProgressLocation, window } from 'vscode';
import { errorMessage } from '@sup/model';
import { acceptRiskCommand, type AcceptRiskParams, AcceptRiskRequest, type AcceptRiskTarget } from '@sup/protocol/server';
import { isPosition, isTextDocument } from '../guards.js';
import type { LanguageServer } from '../language-server.js';
import { offerRestart } from './restart.js';

/** The command that accepts a finding: prompts for a reason and an end date, and applies the `allow` that the server generates. */
export function registerAcceptRisk(server: LanguageServer, output: LogOutputChannel): Disposable {
    return commands.registerCommand(acceptRiskCommand, async (target: unknown) => {
        if (!isTarget(target)) {
            void window.showInformationMessage(l10n.t('To accept a risk, use the quick fix of its problem: open the light bulb on that line.'));
            return;
        }
        if (server.state === 'stopped') {
            await reportStopped(server, output);
            return;
        }
        const params = await promptFor(target);
        if (params) {
            const title = l10n.t('Accepting the risk');
            await window.withProgress({ location: ProgressLocation.Window, title }, () => accept(server, output, params));
        }
    });
}

async function promptFor(target: AcceptRiskTarget): Promise<AcceptRiskParams | undefined> {
    const title = l10n.t('Accept risk {0}', target.rule);
    const reason = await window.showInputBox({
        title: `${title} (1/2)`,
        prompt: l10n.t('Why is this risk accepted? The reason is written into the file.'),
        placeHolder: l10n.t('hardware ordered, CHG-1842'),
        ignoreFocusOut: true,
        validateInput: value => value.trim() === '' ? l10n.t('A reason is required.') : undefined
    });
    if (reason === undefined) {
        return undefined;
    }
    const until = await window.showInputBox({
        title: `${title} (2/2)`,
        prompt: l10n.t('Last day on which the risk is accepted. After that, the problem is reported again. Leave empty for no end date.'),
        placeHolder: 'YYYY-MM-DD',
        ignoreFocusOut: true,
        validateInput: value => isDateOrEmpty(value.trim()) ? undefined : l10n.t('Enter a date as YYYY-MM-DD, or leave the field empty.')
    });
    if (until === undefined) {
        return undefined;
    }
    return { ...target, reason: reason.trim(), ...(until.trim() === '' ? {} : { until: until.trim() }) };
}

async function accept(server: LanguageServer, output: LogOutputChannel, params: AcceptRiskParams): Promise<void> {
    try {
        const edit = await server.request(AcceptRiskRequest, params);
        if (edit === null) {
            void window.showInformationMessage(l10n.t('{0} is no longer reported there, so there is nothing to accept.', params.rule));
        } else if (!await server.applyEdit(edit)) {
            void window.showWarningMessage(l10n.t('The file has changed in the meantime. Accept the risk again.'));
        }
    } catch (error) {
        if (server.state === 'stopped') {
            void reportStopped(server, output);
            return;
        }
        void window.showErrorMessage(l10n.t('The risk could not be accepted: {0}', errorMessage(error)));
    }
}

function reportStopped(server: LanguageServer, output: LogOutputChannel): Promise<void> {
    return offerRestart(server, output, l10n.t('The SUP language server is not running, so the risk cannot be accepted.'));
}

/** Whether a text is empty or an existing date such as `2027-06-30`. */
function isDateOrEmpty(text: string): boolean {
    if (text === '') {
        return true;
    }
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
    return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Commands can be called with any argument, not only by the server's code action. */
function isTarget(value: unknown): value is AcceptRiskTarget {
    const target = value as Partial<AcceptRiskTarget> | null | undefined;
    return typeof target?.rule === 'string' && isTextDocument(target.textDocument) && isPosition(target.range?.start) && isPosition(target.range?.end);
}
