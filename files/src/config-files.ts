import { dirname, join, sep } from 'node:path';
import { type ConfigProblem, defaultRuleSettings, defaultSimulationSettings, readConfig, type RuleSettings, type SimulationSettings } from '@sup/language';
import { TextDocument, URI } from 'langium';
import { folderAround } from './enclosure.js';
import { reasonOf } from './refusal.js';
import { decode, readSmallFile } from './regular-file.js';

export const configFileName = 'sup.config.json';

/** A configuration is small; more bytes than this are something else. */
const mostBytes = 1024 * 1024;

/** Something in a configuration file that could not be used, by lines and columns as in the Language Server Protocol. */
export interface ConfigFileProblem {
    readonly uri: URI;
    readonly range: { readonly start: Position; readonly end: Position };
    readonly message: string;
}
type Position = ReturnType<TextDocument['positionAt']>;

interface ConfigFile {
    readonly settings: RuleSettings;
    readonly simulation: SimulationSettings;
    readonly problems: readonly ConfigFileProblem[];
}

/** Finds the `sup.config.json` that holds for a file: the nearest one upwards, not above the root that the file lies in. */
export class ConfigFiles {
    /** By folder: the file in it or, where it has none, that of the folder above; `none` where no folder has one. */
    private readonly files = new Map<string, ConfigFile>();

    /** `report` is told of files that are there and cannot be read. */
    constructor(private readonly options: { roots: () => readonly string[]; report: (message: string) => void }) {}

    settingsFor(uri: URI): RuleSettings {
        return this.fileAround(uri).settings;
    }

    simulationFor(uri: URI): SimulationSettings {
        return this.fileAround(uri).simulation;
    }

    /** What is wrong in the files that settings were asked from. */
    problems(): readonly ConfigFileProblem[] {
        return [...new Set(this.files.values())].flatMap(file => file.problems);
    }

    /** Whether settings were asked for something in a folder. */
    knows(folder: URI): boolean {
        const path = folder.fsPath;
        return [...this.files.keys()].some(known => known === path || known.startsWith(`${path}${sep}`));
    }

    /** Reads the files again when they are asked for next: one of them has changed, or the roots have. */
    invalidate(): void {
        this.files.clear();
    }

    private fileAround(uri: URI): ConfigFile {
        if (uri.scheme !== 'file') {
            return none;
        }
        const folder = dirname(uri.fsPath);
        const root = folderAround(folder, this.options.roots());
        return root === undefined ? none : this.fileFor(folder, root);
    }

    private fileFor(folder: string, root: string): ConfigFile {
        let file = this.files.get(folder);
        if (!file) {
            file = this.read(join(folder, configFileName)) ?? (folder === root ? none : this.fileFor(dirname(folder), root));
            this.files.set(folder, file);
        }
        return file;
    }

    /** One file, undefined where there is none that can be read. */
    private read(path: string): ConfigFile | undefined {
        try {
            return parse(path, decode(readSmallFile(path, this.options.roots(), mostBytes)));
        } catch (error) {
            if (!isMissing(error)) {
                this.options.report(`${path} could not be read: ${reasonOf(error)}`);
            }
            return undefined;
        }
    }
}

const none: ConfigFile = { settings: defaultRuleSettings, simulation: defaultSimulationSettings, problems: [] };

function parse(path: string, text: string): ConfigFile {
    const uri = URI.file(path);
    const document = TextDocument.create(uri.toString(), 'jsonc', 0, text);
    const { settings, simulation, problems } = readConfig(text);
    const locate = ({ message, offset, length }: ConfigProblem): ConfigFileProblem =>
        ({ uri, message, range: { start: document.positionAt(offset), end: document.positionAt(offset + length) } });
    return { settings, simulation, problems: problems.map(locate) };
}

function isMissing(error: unknown): boolean {
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
