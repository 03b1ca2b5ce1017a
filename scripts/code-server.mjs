// @ts-check
// code-server from the npm registry: the real VS Code workbench on machines that cannot download VS Code itself. It is installed into
// the cache folder on first use, and is not a dependency because most contributors never need its 600 MB.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { cache, errorMessage, projectNode, quietly, ScriptError, vsix } from './project.mjs';

const version = '4.139.1';
const home = join(cache, 'code-server', version);
const entry = join(home, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
/** VS Code itself, with its built-in extensions. */
export const editorFolder = join(home, 'node_modules', 'code-server', 'lib', 'vscode');

/** Installs code-server if it is missing. The folder gets its final name last, so a partial install is never used. */
export async function ensureCodeServer() {
    if (existsSync(home)) {
        return;
    }
    const building = join(cache, 'code-server', 'installing');
    rmSync(building, { recursive: true, force: true });
    mkdirSync(building, { recursive: true });
    writeFileSync(join(building, 'package.json'), JSON.stringify({ private: true, dependencies: { 'code-server': version } }));
    const editor = join(building, 'node_modules', 'code-server', 'lib', 'vscode');
    // Install scripts stay off: they would compile a dozen native modules against system libraries, and only two are needed.
    const install = ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
    try {
        await quietly(`Installing code-server ${version} (once, about a minute)`, 'npm', install, { cwd: building });
        await quietly('Installing the editor of code-server', 'npm', install, { cwd: editor });
        await quietly('Installing the built-in extensions', 'npm', install, { cwd: join(editor, 'extensions') });
        // Without the watchdog the extension host exits as soon as it starts.
        await quietly('Compiling two native modules', 'npm', ['rebuild', '@vscode/native-watchdog', '@vscode/spdlog'], { cwd: editor });
    } catch (error) {
        throw new ScriptError(`code-server ${version} could not be installed. It needs access to the npm registry, python3, make and a C++ compiler.\n${
            errorMessage(error)}`);
    }
    renameSync(building, home);
}

/**
 * Installs the packaged extension into a folder of extensions.
 * @param {string} extensions
 */
export async function installExtension(extensions) {
    if (!existsSync(vsix)) {
        throw new ScriptError('dist/sup-topology.vsix is missing: run `npm run package` first.');
    }
    rmSync(extensions, { recursive: true, force: true });
    mkdirSync(extensions, { recursive: true });
    await quietly('Installing the extension', projectNode, [
        entry, ...foldersOf(join(extensions, '..', 'installing-extension'), extensions), '--install-extension', vsix
    ], { env: ownEnvironment() });
}

/**
 * Starts code-server, and resolves when it listens.
 * @param {{ data: string, extensions: string, port?: number, folder?: string }} options
 * @returns {Promise<{ port: number, address: string, stop: () => Promise<void>, stopped: Promise<void> }>}
 */
export async function startCodeServer({ data, extensions, port = 0, folder }) {
    const child = spawn(projectNode, [
        entry, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, ...foldersOf(data, extensions),
        '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override',
        ...(folder === undefined ? [] : [folder])
    ], { env: ownEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const stopped = /** @type {Promise<void>} */ (new Promise(resolve => child.on('close', () => resolve())));
    const address = await new Promise((resolve, reject) => {
        /** @param {Buffer} chunk */
        const read = chunk => {
            output = (output + chunk.toString()).slice(-10_000);
            const listening = /server listening on (http:\/\/\S+?)\/?\s/.exec(output);
            if (listening) {
                resolve(listening[1]);
            }
        };
        child.stdout.on('data', read);
        child.stderr.on('data', read);
        child.on('error', reject);
        child.on('close', () => reject(new ScriptError(`code-server did not start:\n${output}`)));
    });
    const stop = () => {
        child.kill();
        return stopped;
    };
    return { port: Number(new URL(address).port), address, stop, stopped };
}

/**
 * Keeps everything that code-server writes, including its configuration, out of the user's home folder.
 * @param {string} data
 * @param {string} extensions
 */
function foldersOf(data, extensions) {
    mkdirSync(data, { recursive: true });
    const config = join(data, 'config.yaml');
    writeFileSync(config, '');
    return ['--config', config, '--user-data-dir', data, '--extensions-dir', extensions];
}

/** Unsets the variables that would redirect code-server: `PORT`, its own ones, and those of a VS Code that runs this script. */
function ownEnvironment() {
    const redirecting = /^(PORT|NODE_OPTIONS|VSCODE_.*|CODE_SERVER_.*)$/;
    return Object.fromEntries(Object.keys(process.env).filter(name => redirecting.test(name)).map(name => [name, undefined]));
}
