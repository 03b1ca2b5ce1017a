// @ts-check
// Lets a script import the sources. They are TypeScript, so they are bundled first.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './project.mjs';

/**
 * The exports of several modules of a folder, merged.
 * @param {string} folder
 * @param {readonly string[]} modules
 */
export async function exportsOf(folder, modules) {
    const scratch = mkdtempSync(join(tmpdir(), 'sup-sources-'));
    try {
        const outfile = join(scratch, 'sources.cjs');
        await build({
            stdin: { contents: modules.map(name => `export * from '${name}';`).join('\n'), resolveDir: join(root, folder), loader: 'ts' },
            outfile,
            bundle: true,
            format: 'cjs',
            platform: 'node',
            mainFields: ['module', 'main'],
            logLevel: 'error'
        });
        return (await import(pathToFileURL(outfile).href)).default;
    } finally {
        rmSync(scratch, { recursive: true });
    }
}
