// @ts-check
// Programs that the tests drive and npm cannot install: a browser and Neovim.
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import process from 'node:process';
import { quietly, ScriptError } from './project.mjs';

/** The Chromium (or Chrome) to drive: `$CHROMIUM`, or the first one on PATH, or Debian's. */
export function ensureChromium() {
    return ensureProgram('Chromium', process.env['CHROMIUM'], ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'], 'chromium', 'CHROMIUM');
}

/** Neovim: `$NVIM_PROGRAM`, or the one on PATH, or Debian's. (`$NVIM` is Neovim's own variable for its socket.) */
export function ensureNeovim() {
    return ensureProgram('Neovim', process.env['NVIM_PROGRAM'], ['nvim'], 'neovim', 'NVIM_PROGRAM');
}

/**
 * @param {string} title
 * @param {string | undefined} given
 * @param {readonly string[]} names
 * @param {string} debianPackage
 * @param {string} variable
 * @returns {Promise<string>}
 */
async function ensureProgram(title, given, names, debianPackage, variable) {
    const present = find(given ? [given] : names);
    if (present !== undefined) {
        return present;
    }
    const advice = `${title} is missing: install it, or name its program in ${variable}.`;
    if (given || process.getuid?.() !== 0 || find(['apt-get']) === undefined) {
        throw new ScriptError(advice);
    }
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await quietly('Reading Debian\'s package lists', 'apt-get', ['update'], { env });
    await quietly(`Installing ${title} from Debian`, 'apt-get', ['install', '--yes', '--no-install-recommends', debianPackage], { env });
    const installed = find(names);
    if (installed === undefined) {
        throw new ScriptError(advice);
    }
    return installed;
}

/**
 * The path of the first program that can be executed.
 * @param {readonly string[]} names
 */
export function find(names) {
    const folders = (process.env['PATH'] ?? '').split(delimiter);
    return names
        .flatMap(name => isAbsolute(name) ? [name] : folders.map(folder => join(folder, name)))
        .find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
    try {
        accessSync(path, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}
