import { configFileName, type Level, levelOf, registry, type Rule, severityByDefault } from '@sup/language';
import { ConfigFiles, fileErrorMessage } from '@sup/files';
import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { URI, UriUtils } from 'langium';
import { CommandError } from '../command-error.js';
import { painter } from '../paint.js';
import { rootOf } from '../selection.js';
import { type Terminal, usesColor } from '../terminal.js';
import { json } from './json.js';
import { pretty } from './pretty.js';

export const formats = ['pretty', 'json'] as const;

export interface RulesOptions {
    readonly format: typeof formats[number];
}

/** The rule set as plain data. */
export interface ListedRules {
    /** The path of the configuration that applies to the folder, relative to the current one. */
    readonly configuration: string | undefined;
    readonly rules: readonly ListedRule[];
}

export interface ListedRule {
    readonly rule: Rule;
    /** The level without a configuration. */
    readonly level: Level;
    /** The level that the configuration sets. */
    readonly configured: Level | undefined;
}

/** Lists the rules, with the levels of the configuration that applies to a folder. Returns the exit code. */
export function rules([folder = '.']: readonly string[], { format }: RulesOptions, terminal: Terminal): Promise<number> {
    const failures: string[] = [];
    const listed = listRules(folder, failures);
    terminal.stdout.write(format === 'json' ? json(listed) : pretty(listed, painter(usesColor(terminal.stdout, terminal.env))));
    failures.forEach(message => terminal.writeMessage(message));
    return Promise.resolve(failures.length > 0 ? 2 : 0);
}

function listRules(folder: string, failures: string[]): ListedRules {
    const real = realFolder(folder);
    const files = new ConfigFiles({ roots: () => [rootOf(real)], report: message => failures.push(message) });
    const inFolder = URI.file(join(real, 'plan.sup'));
    const settings = files.settingsFor(inFolder);
    const here = realpathSync.native('.');
    const pathOf = (uri: URI): string => relative(here, uri.fsPath).split(sep).join('/');
    failures.push(...files.problems().map(({ uri, range: { start }, message }) => `${pathOf(uri)}:${start.line + 1}:${start.character + 1}: ${message}`));
    const configured = files.folderOf(inFolder);
    return {
        configuration: configured === undefined ? undefined : pathOf(UriUtils.joinPath(URI.parse(configured), configFileName)),
        rules: registry.map(rule => ({ rule, level: severityByDefault(rule), configured: levelOf(rule, settings) }))
    };
}

function realFolder(folder: string): string {
    try {
        return realpathSync.native(folder);
    } catch (error) {
        throw new CommandError(`${folder}: ${fileErrorMessage(error)}`);
    }
}
