// @ts-check
// The address that `npm start` opens in a browser, and the settings of the first start.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, ScriptError } from './project.mjs';

export const examples = join(root, 'examples');

/** @param {string} text */
export function portOf(text) {
    const port = Number(text);
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
        throw new ScriptError(`--port ${text} is not a port number.`);
    }
    return port;
}

/**
 * The first start shows the plan alone. Settings that exist already are the user's.
 * @param {string} data
 */
export function keepAssistantsClosed(data) {
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
export function startAddress(address) {
    const file = `vscode-remote://${new URL(address).host}${pathToFileURL(join(examples, 'starter', 'starter.sup')).pathname}`;
    return `${address}/?${new URLSearchParams({ folder: examples, payload: JSON.stringify([['openFile', file]]) }).toString()}`;
}
