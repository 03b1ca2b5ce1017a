import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { URI } from 'langium';
import { CannotRun } from './cannot-run.js';
import { Progress } from './progress.js';
import { select } from './selection.js';
import type { Terminal } from './terminal.js';
import { openWorkspace, type Workspace } from './workspace.js';

/** The plans that the arguments of a command name, and what went wrong with them. */
export interface Plans extends Workspace {
    /** A file as output names it: as people and programs do who stand in the current folder, the same on every system. */
    pathOf(uri: URI): string;
    /** What was left out on purpose, one sentence each. */
    readonly notes: readonly string[];
    /** What has kept the command from doing all that it was asked so far, one sentence each. */
    troubles(): readonly string[];
}

/**
 * Reads plans, lets a command work with them, and says what went wrong with them. An incomplete command ends with 2, whatever it found.
 * `readsAround`: whether plans beside those that are named are parts of their hierarchies.
 */
export async function withPlans(paths: readonly string[], terminal: Terminal, work: (plans: Plans, progress: Progress) => number | Promise<number>, readsAround = true): Promise<number> {
    const progress = new Progress(terminal.stderr);
    try {
        const plans = await readPlans(paths, progress, readsAround);
        try {
            const code = await work(plans, progress);
            return plans.troubles().length > 0 ? 2 : code;
        } finally {
            progress.end();
            [...plans.notes, ...plans.troubles()].forEach(line => terminal.complain(line));
        }
    } finally {
        progress.end();
    }
}

async function readPlans(paths: readonly string[], progress: Progress, readsAround: boolean): Promise<Plans> {
    const folder = realpathSync.native('.');
    const pathOf = (uri: URI): string => relative(folder, uri.fsPath).split(sep).join('/');
    const complaints = new Set<string>();
    // Messages from other rooms name files by their whole path or address; here they stand in the current folder.
    const shorten = (text: string): string => text.replaceAll(`${URI.file(folder).toString(true)}/`, '').replaceAll(`${folder}${sep}`, '');
    const workspace = await openWorkspace(select(paths, readsAround), {
        complain: trouble => complaints.add(shorten(trouble)),
        say: what => progress.say(what),
        pathOf
    });
    const notes = workspace.links.map(link => `${pathOf(link)}: it is a symbolic link, which is not followed`);
    if (workspace.selected.length === 0 && complaints.size === 0) {
        throw new CannotRun([`no .sup files in ${paths.join(', ')}`, ...notes].join('; '));
    }
    const troubles = (): readonly string[] => {
        const ofConfiguration = workspace.configFiles.problems().map(({ uri, range: { start }, message }) => `${pathOf(uri)}:${start.line + 1}:${start.character + 1}: ${message}`);
        return [...new Set([...complaints, ...ofConfiguration])];
    };
    return { ...workspace, pathOf, notes, troubles };
}
