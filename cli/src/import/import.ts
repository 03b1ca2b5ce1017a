import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { URI } from 'langium';
import { fileErrorMessage, type InstalledPages } from '@sup/files';
import { type ImportedFile, importPlan } from '@sup/import';
import { counted, withoutLogCommands } from '@sup/model';
import { check } from '../check/check.js';
import { CommandError } from '../command-error.js';
import { interpreted, readSources } from '../exports.js';
import { Layout } from '../layout.js';
import type { Terminal } from '../terminal.js';
import { visible } from '../visible.js';

export interface ImportCommandOptions {
    readonly hierarchy?: string;
    readonly branches?: boolean;
    readonly output: string;
    readonly version: string;
    readonly pages: InstalledPages;
}

/** Makes a new plan of exports, writes it and checks it at once. Returns the exit code. */
export async function importFiles(paths: readonly string[], { hierarchy, branches, output, version, pages }: ImportCommandOptions, terminal: Terminal): Promise<number> {
    const sources = await readSources(paths, terminal);
    const { files, messages } = interpreted(() => importPlan(sources, { hierarchy, branches }));
    const written = writeNew(output, await laidOut(output, files));
    terminal.stdout.write(withoutLogCommands(`Wrote ${written.map(visible).join(', ')} from ${counted(paths.length, 'file')}. Comments that begin with \`// import:\` state what the importer decided.\n\n`));
    messages.forEach(message => terminal.writeMessage(message));
    return check(written, { format: 'pretty', version, pages }, terminal);
}

/** The files as `sup format` would lay them out in their folder, which may not exist yet. */
async function laidOut(output: string, files: readonly ImportedFile[]): Promise<readonly ImportedFile[]> {
    const present = existingFolder(resolve(output));
    const folder = join(present.real, relative(present.path, resolve(output)));
    const layout = new Layout([present.real]);
    return Promise.all(files.map(async ({ name, text }) => ({ name, text: await layout.of(layout.parse(text, URI.file(join(folder, name)))) })));
}

/** The nearest folder around a path that exists, or that path if there is none, as on a drive that is missing. */
function existingFolder(path: string): { readonly path: string; readonly real: string } {
    for (let folder = path; ; folder = dirname(folder)) {
        if (existsSync(folder)) {
            return { path: folder, real: realpathSync.native(folder) };
        }
        if (folder === dirname(folder)) {
            return { path, real: path };
        }
    }
}

/** Writes new files, and none over an existing one. If one cannot be written, none of the others stays. */
function writeNew(output: string, files: readonly ImportedFile[]): readonly string[] {
    const written: string[] = [];
    let path = output;
    try {
        mkdirSync(output, { recursive: true });
        for (const { name, text } of files) {
            path = join(output, name);
            const file = openSync(path, 'wx');
            written.push(path);
            try {
                writeFileSync(file, text);
                fsyncSync(file);
            } finally {
                closeSync(file);
            }
        }
        return written;
    } catch (error) {
        written.forEach(each => rmSync(each, { force: true }));
        const isPresent = error instanceof Error && 'code' in error && error.code === 'EEXIST';
        throw new CommandError(isPresent ? `${path} exists already, and an import writes only new files; choose another folder with --output` : `${path} could not be written: ${fileErrorMessage(error)}`);
    }
}
