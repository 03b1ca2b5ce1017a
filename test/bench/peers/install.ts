import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { isDeepStrictEqual, promisify } from 'node:util';
import { logProgress } from '../server/turns.js';
import type { Peer } from './peer.js';

const isWindows = process.platform === 'win32';

/** Installs a peer into its own folder, unless it is installed already. Returns a function that resolves the paths of its files. */
export async function install({ name, packages, program }: Peer, cache: string): Promise<(path: string) => string> {
    const home = join(cache, name);
    if (!isInstalled(home, packages)) {
        logProgress(`Installing ${Object.entries(packages).map(([id, version]) => `${id}@${version}`).join(' and ')}`);
        const building = `${home}.building`;
        rmSync(building, { recursive: true, force: true });
        mkdirSync(building, { recursive: true });
        writeFileSync(join(building, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies: packages }));
        // Install scripts stay off: none of the servers needs them.
        const args = ['install', '--ignore-scripts', '--omit=dev', '--save-exact', '--no-package-lock', '--no-audit', '--no-fund'];
        await promisify(execFile)(isWindows ? 'npm.cmd' : 'npm', args, { cwd: building, shell: isWindows }).catch(error => {
            throw new Error(reasonOf(error as object));
        });
        rmSync(home, { recursive: true, force: true });
        renameSync(building, home);
    }
    if (program !== undefined) {
        writeFileSync(join(home, 'server.js'), program);
    }
    return path => join(home, path === 'server.js' ? '' : 'node_modules', path);
}

function isInstalled(home: string, packages: Peer['packages']): boolean {
    const manifest = join(home, 'package.json');
    return existsSync(manifest) && isDeepStrictEqual((JSON.parse(readFileSync(manifest, 'utf8')) as { readonly dependencies: unknown }).dependencies, packages);
}

/** A short reason without addresses, for the generated page. */
function reasonOf({ stderr = '', code = 'it gives no reason' }: { readonly stderr?: string; readonly code?: string | number }): string {
    return `npm could not install it: ${/^npm (?:error|ERR!) code (\S+)/m.exec(stderr)?.[1] ?? code}`;
}
