import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { URI } from 'langium';
import { fileErrorMessage } from '@sup/files';
import type { Cancellation } from './cancellation.js';
import { CommandError } from './command-error.js';
import { Progress } from './progress.js';
import { selectPaths } from './selection.js';
import type { Terminal } from './terminal.js';
import { openWorkspace, type Workspace } from './workspace.js';

/** The plans that the arguments of a command select, and what could not be read. */
export interface Plans extends Workspace {
    /** The path of a file in output: relative to the current folder, with forward slashes on every system. */
    pathOf(uri: URI): string;
    /** Messages about files that were skipped on purpose. */
    readonly notes: readonly string[];
    /** Messages about the failures so far, each of which leaves the result incomplete. */
    failures(): readonly string[];
}

export interface ReadingOptions {
    /** Whether other plans around the selected ones are read as parts of their hierarchies; the default is yes. */
    readonly includesSurroundings?: boolean;
    /** Stops the reading; if undefined, a signal ends the process. */
    readonly cancellation?: Cancellation;
}

/** Reads plans, runs a command on them and reports failures. An incomplete command exits with 2, whatever its result. */
export async function withPlans(paths: readonly string[], terminal: Terminal, work: (plans: Plans, progress: Progress) => number | Promise<number>, options: ReadingOptions = {}): Promise<number> {
    const progress = new Progress(terminal.stderr);
    try {
        const plans = await readPlans(paths, progress, options);
        try {
            const code = await work(plans, progress);
            return plans.failures().length > 0 ? 2 : code;
        } finally {
            progress.end();
            [...plans.notes, ...plans.failures()].forEach(message => terminal.writeMessage(message));
        }
    } finally {
        progress.end();
    }
}

async function readPlans(paths: readonly string[], progress: Progress, { includesSurroundings = true, cancellation }: ReadingOptions): Promise<Plans> {
    const folder = currentFolder();
    const pathOf = (uri: URI): string => relative(folder, uri.fsPath).split(sep).join('/');
    const reported = new Set<string>();
    // Messages from other rooms contain absolute paths or URIs; output has paths relative to the current folder.
    const withRelativePaths = (text: string): string => text.replaceAll(`${URI.file(folder).toString(true)}/`, '').replaceAll(`${folder}${sep}`, '');
    const workspace = await openWorkspace(selectPaths(paths, includesSurroundings), {
        reportFailure: message => reported.add(withRelativePaths(message)),
        showProgress: text => {
            cancellation?.check();
            progress.show(text);
        },
        pathOf
    });
    await cancellation?.checkNow();
    const notes = workspace.links.map(link => `${pathOf(link)} is a symbolic link, which is not followed`);
    if (workspace.selected.length === 0 && reported.size === 0) {
        throw new CommandError([`there are no .sup files in ${paths.join(', ')}`, ...notes].join('; '));
    }
    const failures = (): readonly string[] => {
        const inConfiguration = workspace.configFiles.problems().map(({ uri, range: { start }, message }) => `${pathOf(uri)}:${start.line + 1}:${start.character + 1}: ${message}`);
        return [...new Set([...reported, ...inConfiguration])];
    };
    return { ...workspace, pathOf, notes, failures };
}

function currentFolder(): string {
    try {
        return realpathSync.native('.');
    } catch (error) {
        throw new CommandError(`the current folder cannot be read: ${fileErrorMessage(error)}`);
    }
}
