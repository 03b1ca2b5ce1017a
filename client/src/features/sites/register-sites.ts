import { commands, Disposable, type LogOutputChannel, window } from 'vscode';
import type { LanguageServer } from '../../language-server.js';
import { registerDuplicateSite } from './duplicate-site.js';
import { moveSiteCommand, registerMoveSite } from './move-site.js';
import { SitesTree } from './sites-tree.js';

/** The view of hierarchies, sites and servers, and the commands that move and duplicate a site. */
export function registerSites(server: LanguageServer, output: LogOutputChannel): Disposable {
    const tree = new SitesTree(server);
    const view = window.createTreeView('sup.sites', { treeDataProvider: tree, dragAndDropController: tree, showCollapseAll: true });
    const setState = (): void => void commands.executeCommand('setContext', 'sup.serverState', server.state);
    setState();
    return Disposable.from(
        tree, view,
        server.onDidChangeState(() => {
            setState();
            tree.refresh();
        }),
        server.onDidChangePreview(() => tree.refreshSoon(view.visible)),
        view.onDidChangeVisibility(({ visible }) => tree.refreshIfStale(visible)),
        tree.onDidDrop(({ item, parent }) => void commands.executeCommand(moveSiteCommand, item, parent)),
        registerMoveSite(server, output),
        registerDuplicateSite(server, output)
    );
}
