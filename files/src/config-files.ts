import { dirname, join, sep } from 'node:path';
import { configFileName, type ConfigProblem, defaultRuleSettings, defaultSimulationSettings, type PlanFolders, readConfig, ruleNames, type RuleSettings, type SimulationSettings } from '@sup/language';
import { TextDocument, URI } from 'langium';
import { innermostFolder } from './contained-path.js';
import { fileErrorMessage } from './file-error.js';
import { decode, readSmallFile } from './regular-file.js';

/** Configuration files are small; a larger file is not one. */
const maxBytes = 1024 * 1024;

/** A problem in a configuration file. Its range counts as in the Language Server Protocol. */
export interface ConfigFileProblem {
    readonly uri: URI;
    readonly range: { readonly start: Position; readonly end: Position };
    readonly message: string;
}
type Position = ReturnType<TextDocument['positionAt']>;

interface ConfigFile {
    /** The URI of its folder, and its text; undefined if there is no file. */
    readonly folder?: string;
    readonly text?: string;
    readonly settings: RuleSettings;
    readonly simulation: SimulationSettings;
    readonly problems: readonly ConfigFileProblem[];
}

/** Finds the `sup.config.json` that applies to a file: the nearest one in its folder or above, up to the root that contains the file. Its folder is a plan by itself. */
export class ConfigFiles implements PlanFolders {
    /** The configuration that applies in each folder: its own, that of the nearest folder above, or `none`. */
    private readonly filesByFolder = new Map<string, ConfigFile>();
    private invalidations = 0;

    /** `report` is called for files that exist but cannot be read. */
    constructor(private readonly options: { roots: () => readonly string[]; report: (message: string) => void }) {}

    settingsFor(uri: URI): RuleSettings {
        return this.fileFor(uri).settings;
    }

    simulationFor(uri: URI): SimulationSettings {
        return this.fileFor(uri).simulation;
    }

    folderOf(document: URI): string | undefined {
        return this.fileFor(document).folder;
    }

    configurationOf(document: URI): string | undefined {
        return this.fileFor(document).text;
    }

    get revision(): number {
        return this.invalidations;
    }

    /** The problems in the files that were read so far. */
    problems(): readonly ConfigFileProblem[] {
        return [...new Set(this.filesByFolder.values())].flatMap(file => file.problems);
    }

    /** Whether settings of the folder or of a folder below it are cached. */
    hasCachedBelow(folder: URI): boolean {
        const path = folder.fsPath;
        return [...this.filesByFolder.keys()].some(cached => cached === path || cached.startsWith(`${path}${sep}`));
    }

    /** Clears the cache: a configuration file or the roots have changed. */
    invalidate(): void {
        this.filesByFolder.clear();
        this.invalidations++;
    }

    private fileFor(uri: URI): ConfigFile {
        if (uri.scheme !== 'file') {
            return none;
        }
        const folder = dirname(uri.fsPath);
        const root = innermostFolder(folder, this.options.roots());
        return root === undefined ? none : this.fileForFolder(folder, root);
    }

    private fileForFolder(folder: string, root: string): ConfigFile {
        let file = this.filesByFolder.get(folder);
        if (!file) {
            file = this.read(join(folder, configFileName)) ?? (folder === root ? none : this.fileForFolder(dirname(folder), root));
            this.filesByFolder.set(folder, file);
        }
        return file;
    }

    /** Undefined if the file does not exist or cannot be read. */
    private read(path: string): ConfigFile | undefined {
        try {
            return parse(path, decode(readSmallFile(path, this.options.roots(), maxBytes)));
        } catch (error) {
            if (!isMissing(error)) {
                this.options.report(`${path} could not be read: ${fileErrorMessage(error)}`);
            }
            return undefined;
        }
    }
}

const none: ConfigFile = { settings: defaultRuleSettings, simulation: defaultSimulationSettings, problems: [] };

function parse(path: string, text: string): ConfigFile {
    const uri = URI.file(path);
    const document = TextDocument.create(uri.toString(), 'jsonc', 0, text);
    const { settings, simulation, problems } = readConfig(text, ruleNames);
    const withRange = ({ message, offset, length }: ConfigProblem): ConfigFileProblem =>
        ({ uri, message, range: { start: document.positionAt(offset), end: document.positionAt(offset + length) } });
    return { folder: URI.file(dirname(path)).toString(), text, settings, simulation, problems: problems.map(withRange) };
}

function isMissing(error: unknown): boolean {
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
