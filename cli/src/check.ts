import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { URI } from 'langium';
import type { Severity } from '@sup/language';
import { CannotRun } from './cannot-run.js';
import { checkFile } from './check-file.js';
import { json } from './formats/json.js';
import { pretty } from './formats/pretty.js';
import { sarif } from './formats/sarif.js';
import { Progress } from './progress.js';
import type { CheckedFile, Report } from './report.js';
import { select } from './selection.js';
import { usesColour } from './terminal.js';
import { openWorkspace } from './workspace.js';

export const formats = ['pretty', 'json', 'sarif'] as const;

export interface CheckOptions {
    readonly format: typeof formats[number];
    readonly maxWarnings?: number;
    readonly version: string;
}

/** The outside of the process, as far as a check needs it. */
export interface Terminal {
    readonly stdout: NodeJS.WriteStream;
    readonly stderr: NodeJS.WriteStream;
    readonly env: NodeJS.ProcessEnv;
    /** Writes one line to stderr. */
    complain(message: string): void;
}

/** Checks what the paths name, writes the report, and gives the exit code. */
export async function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
    const report = await reportOn(paths, options.version, new Progress(terminal.stderr));
    terminal.stdout.write(inFormat(report, options.format, terminal));
    report.troubles.forEach(trouble => terminal.complain(trouble));
    return exitCodeOf(report, options.maxWarnings ?? Infinity);
}

async function reportOn(paths: readonly string[], version: string, progress: Progress): Promise<Report> {
    const folder = realpathSync.native('.');
    const pathOf = relativeTo(folder);
    const troubles = new Set<string>();
    // Messages from other rooms name files by their whole path or address; here they stand in the current folder.
    const shorten = (text: string): string => text.replaceAll(`${URI.file(folder).toString(true)}/`, '').replaceAll(`${folder}${sep}`, '');
    try {
        const workspace = await openWorkspace(select(paths), {
            complain: trouble => troubles.add(shorten(trouble)),
            say: what => progress.say(what),
            pathOf
        });
        if (workspace.selected.length === 0 && troubles.size === 0) {
            throw new CannotRun(`no .sup files in ${paths.join(', ')}`);
        }
        const files: CheckedFile[] = [];
        for (const document of workspace.selected) {
            progress.say(`Checking plans: ${files.length} of ${workspace.selected.length}`);
            files.push(checkFile(document, workspace, pathOf));
        }
        for (const { uri, range, message } of workspace.configFiles.problems()) {
            troubles.add(`${pathOf(uri)}:${range.start.line + 1}:${range.start.character + 1}: ${message}`);
        }
        const sum = (severity: Severity): number => files.reduce((total, file) => total + file.counts[severity], 0);
        const counts = { error: sum('error'), warning: sum('warning'), information: sum('information'), hint: sum('hint') };
        return { version, files, counts, troubles: [...troubles] };
    } finally {
        progress.end();
    }
}

function inFormat(report: Report, format: CheckOptions['format'], { stdout, env }: Terminal): string {
    switch (format) {
        case 'pretty': return pretty(report, usesColour(stdout, env));
        case 'json': return json(report);
        case 'sarif': return sarif(report);
    }
}

function exitCodeOf({ counts, troubles }: Report, maxWarnings: number): number {
    if (troubles.length > 0) {
        return 2;
    }
    return counts.error > 0 || counts.warning > maxWarnings ? 1 : 0;
}

/** Names files as people and programs do who stand in the current folder, the same on every system. */
function relativeTo(folder: string): (uri: URI) => string {
    return uri => relative(folder, uri.fsPath).split(sep).join('/');
}
