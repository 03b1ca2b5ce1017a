import { commands, type Disposable, l10n, type LogOutputChannel, ProgressLocation, type QuickPickItem, window, workspace } from 'vscode';
import { newHierarchyLimits } from '@sup/model';
import { type NewHierarchyParams, NewHierarchyRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { objectionToName } from '../name-objection.js';
import { requestWithProgress } from '../request-with-progress.js';

const newHierarchyCommand = 'sup.newHierarchy';

/** The command that asks up to five questions and opens a new plan, which the user saves where it belongs. */
export function registerNewHierarchy(server: LanguageServer, output: LogOutputChannel): Disposable {
    return commands.registerCommand(newHierarchyCommand, async () => {
        const params = await ask();
        const content = params && await requestWithProgress(server, output, {
            type: NewHierarchyRequest, params, progress: { location: ProgressLocation.Window, title: l10n.t('Writing the plan') }, missing: ''
        });
        if (content !== undefined) {
            await window.showTextDocument(await workspace.openTextDocument({ language: 'sup', content }));
        }
    });
}

/** Undefined if the user cancels. */
async function ask(): Promise<NewHierarchyParams | undefined> {
    const title = l10n.t('New Hierarchy');
    const name = await window.showInputBox({
        title: `${title} (1/5)`, prompt: l10n.t('The name of the hierarchy'), value: 'Contoso', ignoreFocusOut: true, validateInput: value => objectionTo([value])
    });
    const regions = name === undefined ? undefined : await window.showInputBox({
        title: `${title} (2/5)`, prompt: l10n.t('Regions, separated by commas; each gets a primary site. Leave empty for a single site.'),
        value: 'Europe, Americas', ignoreFocusOut: true, validateInput: value => objectionTo(regionsIn(value))
    });
    const mode = regions === undefined ? undefined : await pick(`${title} (3/5)`, [
        { label: 'mixed', value: 'mixed' as const, detail: l10n.t('No certificates are needed.') },
        { label: 'native', value: 'native' as const, detail: l10n.t('Clients and site systems have certificates, and can communicate over the Internet.') }
    ]);
    const internet = mode === undefined ? undefined : mode === 'mixed' ? false : await pick(`${title} (4/5)`, [
        { label: l10n.t('Only clients on the intranet'), value: false },
        { label: l10n.t('Clients on the Internet, too'), value: true, detail: l10n.t('Adds a software update point in the perimeter network.') }
    ]);
    const bandwidth = internet === undefined ? undefined : await pick(`${title} (5/5)`, [512, 2_000, 10_000, 100_000].map(value => ({
        label: value < 1_000 ? `${value} kbps` : `${value / 1_000} Mbps`, value, description: l10n.t('to each region')
    })));
    return bandwidth === undefined ? undefined : { name: name!.trim(), regions: regionsIn(regions!), mode: mode!, internet: internet!, bandwidth };
}

async function pick<T>(title: string, items: readonly (QuickPickItem & { readonly value: T })[]): Promise<T | undefined> {
    return (await window.showQuickPick(items, { title, ignoreFocusOut: true }))?.value;
}

function regionsIn(text: string): string[] {
    return text.split(',').map(region => region.trim()).filter(region => region !== '');
}

function objectionTo(names: readonly string[]): string | undefined {
    return names.length > newHierarchyLimits.regions ? l10n.t('Enter at most {0} regions.', newHierarchyLimits.regions)
        : names.some(name => name.trim() === '') ? l10n.t('A name is required.')
        : names.map(objectionToName).find(objection => objection !== undefined);
}
