// @ts-check
// Collects the licenses of the bundled packages, whose terms require them to be distributed with every copy.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFoldersOf } from './bundle-limits.mjs';

/**
 * The text of NOTICES.txt for the packages that the metafiles list.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
export async function noticesOf(metafiles) {
    const folders = new Set(metafiles.flatMap(metafile => [...packageFoldersOf(metafile)]));
    const notices = await Promise.all([...folders].map(noticeOf));
    return `Code of these packages is part of this extension.\n\n${[...new Set(notices)].sort().join('\n')}`;
}

/** @param {string} folder */
async function noticeOf(folder) {
    const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).find(entry => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
    return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}
