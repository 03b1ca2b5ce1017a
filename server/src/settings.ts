import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, type FileEvent, FileChangeType } from 'vscode-languageserver';
import { ConfigFiles } from '@sup/files';
import { publishConfigProblems } from './config-diagnostics.js';
import { rebuild } from './rebuild.js';
import { foldersAmong, type Level, mergeSettings, readRuleLevels, type RuleSettings, type SimulationSettings } from '@sup/language';

/** The rule levels that hold for a document: those of the nearest `sup.config.json`, and over them the editor's. */
export class Settings {
    private readonly configFiles: ConfigFiles;
    /** The editor's `sup.rules` by workspace folder; the empty key is for documents outside of all. */
    private editorLevels: ReadonlyMap<string, ReadonlyMap<string, Level>> = new Map();

    constructor(private readonly connection: Connection, roots: () => readonly string[], private readonly report: (message: string) => void) {
        this.configFiles = new ConfigFiles({ roots, report });
    }

    settingsFor(uri: URI): RuleSettings {
        const text = uri.toString();
        const folder = [...this.editorLevels.keys()].filter(key => text.startsWith(key)).sort((a, b) => b.length - a.length)[0];
        return mergeSettings(this.configFiles.settingsFor(uri), this.editorLevels.get(folder ?? '') ?? new Map<string, Level>());
    }

    /** What simulations assume for a document's hierarchy: what its nearest `sup.config.json` says. */
    simulationFor(uri: URI): SimulationSettings {
        return this.configFiles.simulationFor(uri);
    }

    /** Checks everything again whenever a setting or a configuration file changes. */
    follow(shared: LangiumSharedServices): void {
        publishConfigProblems(this.connection, shared, () => this.configFiles.problems());
        const recheck = (): void => rebuild(shared, this.report);
        shared.lsp.LanguageServer.onInitialized(() => void this.readEditorSettings(shared).then(changed => changed && recheck()));
        shared.workspace.ConfigurationProvider.onConfigurationSectionUpdate(({ section }) => {
            if (section === 'sup') {
                void this.readEditorSettings(shared).then(recheck);
            }
        });
        shared.lsp.DocumentUpdateHandler.onWatchedFilesChange(({ changes }) => {
            void this.concernConfig(changes, shared).then(concern => {
                if (concern) {
                    this.configFiles.invalidate();
                    recheck();
                }
            });
        });
    }

    /** A folder that comes or goes may do so with a configuration; nobody tells of the files in it. */
    private async concernConfig(changes: readonly FileEvent[], { workspace }: LangiumSharedServices): Promise<boolean> {
        const of = (wanted: FileChangeType): URI[] => changes.filter(({ type }) => type === wanted).map(({ uri }) => URI.parse(uri));
        return changes.some(({ uri }) => uri.endsWith('/sup.config.json'))
            || of(FileChangeType.Deleted).some(uri => this.configFiles.hasCachedBelow(uri))
            || (await foldersAmong(of(FileChangeType.Created), workspace.FileSystemProvider)).size > 0;
    }

    /** Reads everything again, for the folders that are open now. */
    async reload(shared: LangiumSharedServices): Promise<void> {
        this.configFiles.invalidate();
        await this.readEditorSettings(shared);
    }

    /** Asks the client for `sup.rules` of every folder; a client that cannot answer has no settings. */
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
            const { levels: read, problems } = readRuleLevels(values[i] ?? {});
            for (const problem of key === '' ? problems : []) {
                this.report(`Setting sup.rules: ${problem.message}`);
            }
            return [key, read] as const;
        });
        this.editorLevels = new Map(levels);
        return levels.some(([, read]) => read.size > 0);
    }
}
