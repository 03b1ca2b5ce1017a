import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileErrorMessage } from '@sup/files';
import { canFormat } from '@sup/language';
import { counted, number, withoutLogCommands } from '@sup/model';
import { type LangiumDocument, URI } from 'langium';
import { writeAtomically } from '../atomic-write.js';
import { CommandError } from '../command-error.js';
import { Layout } from '../layout.js';
import { withPlans } from '../plans.js';
import type { Terminal } from '../terminal.js';
import { visible } from '../visible.js';

export interface FormatOptions {
    /** Lists the files that would change, and changes none. */
    readonly check?: boolean;
    /** The path that decides the layout of the text on stdin. */
    readonly stdinFilename?: string;
    readInput(): Promise<string>;
}

/** Lays out plans as the editor does. Returns the exit code. */
export function format(paths: readonly string[], options: FormatOptions, terminal: Terminal): Promise<number> {
    if (paths.includes('-')) {
        if (paths.length > 1) {
            throw new CommandError('`-` stands for stdin, and cannot be combined with other paths');
        }
        return formatInput(options, terminal);
    }
    return formatFiles(paths, options, terminal);
}

function formatFiles(paths: readonly string[], { check = false }: FormatOptions, terminal: Terminal): Promise<number> {
    return withPlans(paths, terminal, async (plans, progress) => {
        const changed: string[] = [];
        const skipped: string[] = [];
        const layout = new Layout(paths.map(folderOf));
        for (const [i, document] of plans.selected.entries()) {
            progress.show(`Formatting plans: ${number(i)} of ${number(plans.selected.length)}`);
            const path = plans.pathOf(document.uri);
            if (!canFormat(document)) {
                skipped.push(`${path} stays as it is: ${syntaxErrors}`);
                continue;
            }
            const text = await layout.of(document);
            if (text !== document.textDocument.getText()) {
                const problem = check ? undefined : await replace(document, text);
                (problem === undefined ? changed : skipped).push(problem === undefined ? path : `${path} stays as it is: ${problem}`);
            }
        }
        progress.end();
        terminal.stdout.write(summary(changed, plans.selected.length, check));
        skipped.forEach(message => terminal.writeMessage(message));
        return skipped.length > 0 ? 2 : check && changed.length > 0 ? 1 : 0;
    }, { includesSurroundings: false });
}

/** Formats the text on stdin to stdout. A text with syntax errors is passed on as it is, so that an editor loses nothing. */
async function formatInput({ check = false, stdinFilename = 'stdin.sup', readInput }: FormatOptions, terminal: Terminal): Promise<number> {
    const text = await readInput();
    const path = resolve(stdinFilename);
    const folder = existsSync(dirname(path)) ? realpathSync.native(dirname(path)) : process.cwd();
    const name = extname(path) === '.sup' ? basename(path) : 'stdin.sup';
    const layout = new Layout([folder]);
    const document = layout.parse(text, URI.file(join(folder, name)));
    if (!canFormat(document)) {
        terminal.stdout.write(check ? '' : text);
        throw new CommandError(`${stdinFilename} stays as it is: ${syntaxErrors}`);
    }
    const result = await layout.of(document);
    terminal.stdout.write(check ? '' : result);
    return check && result !== text ? 1 : 0;
}

const syntaxErrors = 'it has syntax errors, which `sup check` lists';

/** Replaces the text of a file, unless it is not the one that was read. Returns the reason if it cannot. */
async function replace({ uri, textDocument }: LangiumDocument, text: string): Promise<string | undefined> {
    try {
        const written = readFileSync(uri.fsPath);
        const mark = written.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark : Buffer.alloc(0);
        if (!Buffer.concat([mark, Buffer.from(textDocument.getText())]).equals(written)) {
            return 'it is not UTF-8, or has changed in the meantime';
        }
        const mode = statSync(uri.fsPath).mode & 0o777;
        if ((mode & 0o222) === 0) {
            return 'it is read-only';
        }
        await writeAtomically({ path: uri.fsPath, mode }, mark.toString() + text);
        return undefined;
    } catch (error) {
        return fileErrorMessage(error);
    }
}

const byteOrderMark = Buffer.from('\ufeff');

function summary(changed: readonly string[], total: number, isCheck: boolean): string {
    const files = counted(total, 'file');
    return changed.length === 0 ? `No changes in ${files}.\n`
        : withoutLogCommands([...changed.map(visible), `\n${isCheck ? 'Would format' : 'Formatted'} ${number(changed.length)} of ${files}.`].map(line => `${line}\n`).join(''));
}

/** The real folder of an argument that has been read. */
function folderOf(path: string): string {
    const real = realpathSync.native(path);
    return statSync(real).isDirectory() ? real : dirname(real);
}
