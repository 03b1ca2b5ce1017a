import type { InstalledPages } from '@sup/files';
import { CommandError } from '../command-error.js';
import type { Terminal } from '../terminal.js';

const page = 'Export-SupHierarchy.ps1';

/** Prints the script that exports a hierarchy. Returns the exit code. */
export function exportScript(pages: InstalledPages, { stdout }: Terminal): number {
    const script = pages.read(page);
    if (script === undefined) {
        throw new CommandError(`${page}, which is installed with sup, is missing; install sup again`);
    }
    stdout.write(script);
    return 0;
}
