import { Disposable, languages, LanguageStatusSeverity, l10n, type LanguageStatusItem, type TextEditor, window } from 'vscode';
import { type EditorLevels, EditorLevelsRequest } from '@sup/protocol/server';
import { documentSelector } from '../language-client.js';
import type { LanguageServer } from '../language-server.js';

/**
 * A language status item that names the rules whose level in this editor differs from that on the command line, which does not read the editor's
 * settings. It is hidden while both agree.
 */
export function registerEditorLevels(server: LanguageServer): Disposable {
    let item: LanguageStatusItem | undefined;
    let latest = 0;
    const update = async (): Promise<void> => {
        const request = ++latest;
        const levels = await levelsOf(window.activeTextEditor, server);
        if (request !== latest) {
            return;
        }
        if (!levels || (levels.onlyHere.length === 0 && levels.overruled.length === 0)) {
            item?.dispose();
            item = undefined;
            return;
        }
        item ??= createItem();
        describe(item, levels);
    };
    return Disposable.from(
        window.onDidChangeActiveTextEditor(() => void update()),
        server.onDidChangeState(() => void update()),
        server.onDidChangeEditorLevels(() => void update()),
        {
            dispose: () => {
                latest++; // a response that arrives later creates no item
                item?.dispose();
            }
        }
    );
}

async function levelsOf(editor: TextEditor | undefined, server: LanguageServer): Promise<EditorLevels | undefined> {
    if (!editor || server.state !== 'running' || languages.match(documentSelector, editor.document) === 0) {
        return undefined;
    }
    try {
        return await server.request(EditorLevelsRequest, { textDocument: { uri: editor.document.uri.toString() } });
    } catch {
        return undefined; // the server has stopped, which its own status item shows
    }
}

function createItem(): LanguageStatusItem {
    const item = languages.createLanguageStatusItem('sup.editorLevels', documentSelector);
    item.name = l10n.t('SUP Rule Levels');
    item.severity = LanguageStatusSeverity.Information;
    item.command = { command: 'workbench.action.openSettings', title: l10n.t('Open Settings'), arguments: ['sup.rules'] };
    return item;
}

function describe(item: LanguageStatusItem, { onlyHere, overruled }: EditorLevels): void {
    item.text = onlyHere.length === 0 ? l10n.t('SUP: sup.config.json sets the levels')
        : onlyHere.length === 1 ? l10n.t('SUP: 1 level only in this editor') : l10n.t('SUP: {0} levels only in this editor', onlyHere.length);
    const details = [
        ...onlyHere.length > 0 ? [l10n.t('The command line does not use your setting sup.rules for {0}.', listed(onlyHere))] : [],
        ...overruled.length > 0 ? [l10n.t('Your setting sup.rules has no effect on {0}.', listed(overruled))] : []
    ];
    item.detail = details.join(' ');
}

/** At most three names, and the number of the others. */
function listed(names: readonly string[]): string {
    return names.length > 3 ? l10n.t('{0} and {1} more', names.slice(0, 3).join(', '), names.length - 3) : names.join(', ');
}
