// @ts-check
// `npm start` opens the examples in VS Code with the extension running, also in a fresh clone. It uses the `code` on PATH, or the
// workbench in a browser if there is none or `--web` is given. `--port` sets the port of the latter (8480).
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureCodeServer, installExtension, startCodeServer } from './code-server.mjs';
import { find } from './programs.mjs';
import { cache, ensureDependencies, quietly, root, run, script, ScriptError } from './project.mjs';

const examples = join(root, 'examples');

await script(async () => {
    const { values: options } = parseArgs({ options: { port: { type: 'string', default: '8480' }, web: { type: 'boolean', default: false } } });
    const port = portOf(options.port);
    await ensureDependencies();
    const code = options.web ? undefined : find(process.platform === 'win32' ? ['code.cmd'] : ['code']);
    return code === undefined ? inBrowser(port) : inVisualStudioCode(code);
});

/** @param {string} text */
function portOf(text) {
    const port = Number(text);
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
        throw new ScriptError(`--port ${text} is not a port number.`);
    }
    return port;
}

/** @param {string} code */
async function inVisualStudioCode(code) {
    await quietly('Building', 'npm', ['run', 'build']);
    return run(code, [`--extensionDevelopmentPath=${root}`, examples]);
}

/** @param {number} port */
async function inBrowser(port) {
    await quietly('Packaging the extension', 'npm', ['run', 'package']);
    await ensureCodeServer();
    const home = join(cache, 'start');
    const extensions = join(home, 'extensions');
    await installExtension(extensions);
    const data = join(home, 'data');
    keepAssistantsClosed(data);
    const server = await startCodeServer({ data, extensions, port, folder: examples });
    console.log(`\nVS Code with the extension: ${startAddress(server.address)}\nCtrl+C stops it.`);
    process.on('SIGINT', () => void server.stop());
    process.on('SIGTERM', () => void server.stop());
    await server.stopped;
}

/**
 * The first start shows the plan alone. Settings that exist already are the user's.
 * @param {string} data
 */
function keepAssistantsClosed(data) {
    const settings = join(data, 'User', 'settings.json');
    if (!existsSync(settings)) {
        mkdirSync(dirname(settings), { recursive: true });
        writeFileSync(settings, `${JSON.stringify({ 'workbench.startupEditor': 'none', 'chat.disableAIFeatures': true, 'workbench.secondarySideBar.defaultVisibility': 'hidden' }, undefined, 2)}\n`);
    }
}

/**
 * The address that opens the first example of the folder.
 * @param {string} address
 */
function startAddress(address) {
    const file = `vscode-remote://${new URL(address).host}${pathToFileURL(join(examples, 'starter', 'starter.sup')).pathname}`;
    return `${address}/?${new URLSearchParams({ folder: examples, payload: JSON.stringify([['openFile', file]]) }).toString()}`;
}
