import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, type FileEvent, FileChangeType } from 'vscode-languageserver';
import { ConfigFiles } from '@sup/files';
import { publishConfigProblems } from './config-diagnostics.js';
import { rebuild } from './rebuild.js';
import { foldersAmong, isSetBy, type Level, levelOf, mergeSettings, type PlanFolders, readRuleLevels, registry, type Rule, ruleNames, type RuleSettings, severityByDefault, type SimulationSettings } from '@sup/language';
import type { EditorLevels } from '@sup/protocol/server';

/** The settings of a document: those of the nearest `sup.config.json` and, for rules that it does not set, the editor's. */
export class Settings {
    private readonly configFiles: ConfigFiles;
    private readonly listeners: (() => void)[] = [];
    /** The editor's `sup.rules` by workspace folder; the empty key holds those of documents outside of every folder. */
    private editorLevels: ReadonlyMap<string, ReadonlyMap<string, Level>> = new Map();

    constructor(private readonly connection: Connection, roots: () => readonly string[], private readonly report: (message: string) => void) {
        this.configFiles = new ConfigFiles({ roots, report });
    }

    settingsFor(uri: URI): RuleSettings {
        return mergeSettings(this.configFiles.settingsFor(uri), this.editorLevelsOf(uri), ruleNames);
    }

    /** How the editor's levels make the levels of a document differ from those of the command line, which does not read them. */
    editorLevelsFor(uri: URI): EditorLevels {
        const shared = this.configFiles.settingsFor(uri);
        const merged = this.settingsFor(uri);
        const levelIn = (rule: Rule, settings: RuleSettings): Level => levelOf(rule, settings) ?? severityByDefault(rule);
        return {
            onlyHere: merged === shared ? [] : registry.filter(rule => levelIn(rule, merged) !== levelIn(rule, shared)).map(({ id }) => id),
            overruled: [...this.editorLevelsOf(uri).keys()].filter(name => isSetBy(shared, name, ruleNames))
        };
    }

    /** Calls a listener when the levels of documents may have changed. */
    onDidChange(listener: () => void): void {
        this.listeners.push(listener);
    }

    private editorLevelsOf(uri: URI): ReadonlyMap<string, Level> {
        const text = uri.toString();
        const folder = [...this.editorLevels.keys()].filter(key => text.startsWith(key)).sort((a, b) => b.length - a.length)[0];
        return this.editorLevels.get(folder ?? '') ?? new Map<string, Level>();
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
        const recheck = (): void => {
            rebuild(shared, this.report);
            this.listeners.forEach(listener => listener());
        };
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
        let values: unknown;
        try {
            values = await this.connection.workspace.getConfiguration(keys.map(key => key === '' ? { section: 'sup.rules' } : { section: 'sup.rules', scopeUri: key }));
        } catch {
            return false;
        }
        if (!Array.isArray(values)) {
            this.report('The editor did not return a list of settings, so no rule level of its own applies.');
            return false;
        }
        const levels = keys.map((key, i) => {
            const { levels: read, problems } = readRuleLevels((values as readonly unknown[])[i] ?? {}, ruleNames);
            for (const problem of key === '' ? problems : []) {
                this.report(`Setting sup.rules: ${problem.message}`);
            }
            return [key, read] as const;
        });
        this.editorLevels = new Map(levels);
        return levels.some(([, read]) => read.size > 0);
    }
}
