// @ts-check
// `npm start` opens the examples in VS Code with the extension running, also in a fresh clone. It uses the `code` on PATH, or the
// workbench in a browser if there is none or `--web` is given. `--port` sets the port of the latter (8480).
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ensureCodeServer, installExtension, startCodeServer } from './code-server.mjs';
import { find } from './programs.mjs';
import { cache, ensureDependencies, quietly, root, run, script } from './project.mjs';
import { examples, keepAssistantsClosed, portOf, startAddress } from './start-workbench.mjs';

await script(async () => {
    const { values: options } = parseArgs({ options: { port: { type: 'string', default: '8480' }, web: { type: 'boolean', default: false } } });
    const port = portOf(options.port);
    await ensureDependencies();
    const code = options.web ? undefined : find(process.platform === 'win32' ? ['code.cmd'] : ['code']);
    return code === undefined ? inBrowser(port) : inVisualStudioCode(code);
});

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
