import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, type FileEvent, FileChangeType } from 'vscode-languageserver';
import { ConfigFiles } from '@sup/files';
import { publishConfigProblems } from './config-diagnostics.js';
import { rebuild } from './rebuild.js';
import { foldersAmong, type Level, mergeSettings, type PlanFolders, readRuleLevels, ruleNames, type RuleSettings, type SimulationSettings } from '@sup/language';

/** The settings of a document: those of the nearest `sup.config.json`, overridden by the editor's. */
export class Settings {
    private readonly configFiles: ConfigFiles;
    /** The editor's `sup.rules` by workspace folder; the empty key holds those of documents outside of every folder. */
    private editorLevels: ReadonlyMap<string, ReadonlyMap<string, Level>> = new Map();

    constructor(private readonly connection: Connection, roots: () => readonly string[], private readonly report: (message: string) => void) {
        this.configFiles = new ConfigFiles({ roots, report });
    }

    settingsFor(uri: URI): RuleSettings {
        const text = uri.toString();
        const folder = [...this.editorLevels.keys()].filter(key => text.startsWith(key)).sort((a, b) => b.length - a.length)[0];
        return mergeSettings(this.configFiles.settingsFor(uri), this.editorLevels.get(folder ?? '') ?? new Map<string, Level>());
    }

    get planFolders(): PlanFolders {
        return this.configFiles;
    }

    /** The assumptions for simulations of a document's hierarchy, from the nearest `sup.config.json`. */
    simulationFor(uri: URI): SimulationSettings {
        return this.configFiles.simulationFor(uri);
    }

    /** Re-checks all documents whenever a setting or a configuration file changes. */
    subscribe(shared: LangiumSharedServices): void {
        publishConfigProblems(this.connection, shared, () => this.configFiles.problems());
        const recheck = (): void => rebuild(shared, this.report);
        shared.lsp.LanguageServer.onInitialized(() => void this.readEditorSettings(shared).then(changed => changed && recheck()));
        shared.workspace.ConfigurationProvider.onConfigurationSectionUpdate(({ section }) => {
            if (section === 'sup') {
                void this.readEditorSettings(shared).then(recheck);
            }
        });
        shared.lsp.DocumentUpdateHandler.onWatchedFilesChange(({ changes }) => {
            void this.affectsConfig(changes, shared).then(isAffected => {
                if (isAffected) {
                    this.configFiles.invalidate();
                    recheck();
                }
            });
        });
    }

    /** A created or deleted folder may contain a configuration file: editors do not report the files inside it. */
    private async affectsConfig(changes: readonly FileEvent[], { workspace }: LangiumSharedServices): Promise<boolean> {
        const urisOf = (wanted: FileChangeType): URI[] => changes.filter(({ type }) => type === wanted).map(({ uri }) => URI.parse(uri));
        return changes.some(({ uri }) => uri.endsWith('/sup.config.json'))
            || urisOf(FileChangeType.Deleted).some(uri => this.configFiles.hasCachedBelow(uri))
            || (await foldersAmong(urisOf(FileChangeType.Created), workspace.FileSystemProvider)).size > 0;
    }

    /** Reloads configuration files and editor settings for the folders that are open now. */
    async reload(shared: LangiumSharedServices): Promise<void> {
        this.configFiles.invalidate();
        await this.readEditorSettings(shared);
    }

    /** Requests `sup.rules` of every folder from the client. A client that does not support the request has no settings. Returns whether any level is set. */
    private async readEditorSettings(shared: LangiumSharedServices): Promise<boolean> {
        const folders = (shared.workspace.WorkspaceManager.workspaceFolders ?? []).map(folder => `${folder.uri.replace(/\/$/, '')}/`);
        const keys = ['', ...folders];
        let values: unknown[];
        try {
            values = await this.connection.workspace.getConfiguration(keys.map(key => key === '' ? { section: 'sup.rules' } : { section: 'sup.rules', scopeUri: key })) as unknown[];
        } catch {
            return false;
        }
        const levels = keys.map((key, i) => {
            const { levels: read, problems } = readRuleLevels(values[i] ?? {}, ruleNames);
            for (const problem of key === '' ? problems : []) {
                this.report(`Setting sup.rules: ${problem.message}`);
            }
            return [key, read] as const;
        });
        this.editorLevels = new Map(levels);
        return levels.some(([, read]) => read.size > 0);
    }
}
