import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Creates a temporary folder for the current test, and deletes it when the test ends. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
    const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'sup-test-')));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFiles(folder, files);
    return folder;
}

/** Writes files by their paths relative to a folder. Creates missing folders. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, content] of Object.entries(files)) {
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
    }
}
