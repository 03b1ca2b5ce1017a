import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Builds a language server with an injected fault. The environment variable `SUP_FAULT` selects the fault when the server is started. */
export async function buildFaultyServer(): Promise<{ readonly path: string; readonly remove: () => void }> {
    const folder = mkdtempSync(join(tmpdir(), 'sup-faulty-'));
    const path = join(folder, 'server.cjs');
    await build({
        entryPoints: [fileURLToPath(new URL('faulty-server.ts', import.meta.url))], outfile: path,
        bundle: true, format: 'cjs', platform: 'node', mainFields: ['module', 'main'], define: { SUP_FOLDER: '__dirname', SUP_VERSION: '"1.2.3"' }, logLevel: 'error'
    });
    return { path, remove: () => rmSync(folder, { recursive: true }) };
}
