// Room: server. Owns the process: the connection, the settings, requests beyond LSP. Called by: editors, over stdio or node IPC.
// Absent: rules and language logic, which are in the language room.

import { join } from 'node:path';
import { URI } from 'langium';
import { startLanguageServer } from 'langium/lsp';
import type { InitializeParams } from 'vscode-languageserver/node';
import { createSupServices, documentationAddress, openDocumentsParsed } from '@sup/language';
import { createNodeFileSystem, EditorConfigs, InstalledPages } from '@sup/files';
import { commandUri, showDocumentationCommand, type SupInitializationOptions } from '@sup/protocol/server';
import type { RunOptions } from '@sup/simulation';
import { errorStack } from '@sup/model';
import { handleAcceptRisk } from './requests/accept-risk.js';
import { handleCompare } from './requests/compare.js';
import { handleCompareWithReality } from './requests/compare-with-reality.js';
import { handleEditorLevels } from './requests/editor-levels.js';
import { handleExplain } from './requests/explain.js';
import { handleDescribe } from './requests/describe.js';
import { handleExport } from './requests/export.js';
import { answerFailuresWithNull } from './requests/failures.js';
import { handleImport } from './requests/import.js';
import { handleNewHierarchy } from './requests/new-hierarchy.js';
import { handlePlanTree } from './requests/plan-tree.js';
import { handlePlay } from './requests/play.js';
import { announcePreviewChanges, handlePreview } from './requests/preview.js';
import { handleRanges } from './requests/ranges.js';
import { handleResolveAction } from './requests/resolve-action.js';
import { handleScenarios } from './requests/scenarios.js';
import { handleSiteRefactorings } from './requests/site-refactorings.js';
import { createBoundOf } from './bound-of.js';
import { DiagnosticsPublisher } from './diagnostics.js';
import { Lifecycle } from './lifecycle.js';
import { derivedLensesOf } from './derived-lenses.js';
import { followDerived } from './follow-derived.js';
import { everyMidnight } from './midnight.js';
import { Previews } from './preview/previews.js';
import { rebuild } from './rebuild.js';
import { codeLensesOf } from './scenarios/code-lenses.js';
import { followScenarios } from './scenarios/follow-scenarios.js';
import { WorkspaceScenarios } from './scenarios/workspace-scenarios.js';
import { Settings } from './settings.js';
import { connect } from './transport.js';
import { followFolders, foldersOnDisk } from './workspace-folders.js';

/** The folder of the bundle, defined by the bundler. */
declare const SUP_FOLDER: string;

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];
if (!process.argv.some(argument => transports.some(transport => argument.startsWith(transport)))) {
    process.stderr.write('sup-language-server is a Language Server Protocol server. Configure your editor to start it with --stdio.\n');
    process.exit(2);
}

const lifecycle = new Lifecycle();
const connection = connect(lifecycle.options, () => lifecycle.hasShutDown);
lifecycle.register(connection);
const report = (message: string): void => connection.console.error(message);
// The last resort: errors that nothing else has caught are logged, and the server keeps answering.
process.on('unhandledRejection', reason => report(`Internal error: ${errorStack(reason)}`));
process.on('uncaughtException', error => report(`Internal error: ${errorStack(error)}`));

let options: SupInitializationOptions = {};
const pages = new InstalledPages(join(SUP_FOLDER, '../docs'));
/** In VS Code, a command that shows the installed page; in other editors, that page, or if it is not installed, the one on the web. Neither needs a network. */
const documentation = (page: string): string => options.documentationCommand === true
    ? commandUri(showDocumentationCommand, page)
    : pages.uriOf(page)?.toString() ?? `${documentationAddress}/${page}`;
const roots = (): readonly string[] => foldersOnDisk(services.shared);

const settings = new Settings(connection, roots, report);
const services = createSupServices({
    connection,
    ...createNodeFileSystem({ roots }),
    report,
    today,
    settingsFor: uri => settings.settingsFor(uri),
    planFolders: settings.planFolders,
    // Other clients insert line breaks as they are sent, or as their file has them, so the result would be mixed.
    configuredLayout: uri => ({ ...new EditorConfigs(roots).layoutFor(uri), ...options.lineBreaks !== true && { lineBreak: undefined } }),
    documentation,
    explainsProblems: () => options.explainCommand === true,
    boundOf: createBoundOf(() => services.Sup, ({ uri }) => settings.simulationFor(uri).assumptions),
    suggestCommand: () => typeof options.suggestCommand === 'string' ? options.suggestCommand : undefined,
    asksForCodes: () => options.duplicateSiteCommand === true,
    asksForReason: () => options.acceptRiskCommand === true,
    codeLenses: async document => [...await derivedLensesOf(services.Sup, document), ...options.scenarioCommands === true ? codeLensesOf(scenarios, document) : []]
});
const scenarios = new WorkspaceScenarios(services.Sup, uri => settings.simulationFor(uri));

services.shared.lsp.LanguageServer.onInitialize((params: InitializeParams) => {
    options = isOptions(params.initializationOptions) ? params.initializationOptions : {};
});
const publisher = new DiagnosticsPublisher(connection, services.shared);
const outcomes = followScenarios(connection, services.shared, scenarios, publisher, {
    isListening: () => options.scenarioCommands === true,
    documentation: () => documentation('scenarios.md')
});
const ready = async (): Promise<void> => {
    await services.shared.workspace.WorkspaceManager.ready;
    await openDocumentsParsed(services.shared.workspace);
};
handleAcceptRisk(connection, services, ready);
handleExplain(connection, services.Sup, ready);
handleRanges(connection, services);
handleNewHierarchy(connection);
handleImport(connection, services.Sup, join(SUP_FOLDER, 'import-worker.cjs'));
handlePlanTree(connection, services.Sup, ready);
handleSiteRefactorings(connection, services, ready);
handleResolveAction(connection, services);
handleScenarios(connection, scenarios, outcomes, ready);
const previews = new Previews(services.Sup, ready);
handlePreview(connection, services.Sup, previews);
announcePreviewChanges(connection, services.shared, () => options.preview === true);
const optionsFor = ({ uri }: { readonly uri: URI }): RunOptions => settings.simulationFor(uri);
const context = { planFolders: settings.planFolders, report, today, settingsFor: (uri: URI) => settings.settingsFor(uri) };
handleCompare(connection, previews, uri => ({ services: services.Sup, context, options: optionsFor({ uri: URI.parse(uri) }) }));
handleCompareWithReality(connection, { shared: services.shared, script: join(SUP_FOLDER, 'import-worker.cjs'), ready, comparison: { services: services.Sup, context } });
handlePlay(connection, services.Sup, previews, ({ document }) => optionsFor(document));
handleExport(connection, services.Sup, previews, optionsFor);
handleDescribe(connection, services.Sup, previews, optionsFor);
handleEditorLevels(connection, settings, () => options.editorLevels === true);
settings.subscribe(services.shared);
followDerived(connection, services.shared);
everyMidnight(() => rebuild(services.shared, report));
followFolders(connection, services.shared, (added, removedFiles) => void settings.reload(services.shared).then(() => rebuild(services.shared, report, added, removedFiles)));
answerFailuresWithNull(connection, services.shared.workspace, report);
startLanguageServer(services.shared);

/** The current local day, in the format of `allow … until`. */
function today(): string {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

function isOptions(value: unknown): value is SupInitializationOptions {
    return typeof value === 'object' && value !== null;
}
