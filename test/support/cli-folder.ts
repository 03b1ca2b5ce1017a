import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
    interface ProvidedContext {
        /** A folder for bundles of the command, which outlives the processes of the tests. */
        readonly cliFolder: string;
    }
}

/** Makes the folder before the tests, and returns the function that removes it after them. */
export default function provideFolder(project: TestProject): () => void {
    const folder = mkdtempSync(join(tmpdir(), 'sup-cli-'));
    project.provide('cliFolder', folder);
    return () => rmSync(folder, { recursive: true });
}
