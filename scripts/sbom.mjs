// @ts-check
// The software bill of materials: the packages whose code is in the bundles, in CycloneDX 1.6. It contains neither a time nor a serial number, so
// that the same sources produce the same bytes.
import { Buffer } from 'node:buffer';
import { packageFoldersOf } from './bundle-limits.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} version
 * @property {string} [license]
 * @property {string} [integrity]
 */

/**
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {{ name: string, version: string, license: string }} manifest
 * @param {{ packages: Record<string, LockedPackage> }} lock
 */
export function sbomOf(metafiles, { name, version, license }, { packages }) {
    const folders = new Set(metafiles.flatMap(metafile => [...packageFoldersOf(metafile)]));
    const components = [...folders].map(folder => componentOf(folder, packages[folder])).sort((a, b) => a.purl < b.purl ? -1 : 1);
    return {
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        metadata: { component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version, licenses: [{ license: { id: license } }] } },
        components
    };
}

/**
 * @param {string} folder
 * @param {LockedPackage | undefined} locked
 */
function componentOf(folder, locked) {
    if (locked?.license === undefined || !locked.integrity?.startsWith('sha512-')) {
        throw new Error(`package-lock.json has no license or no SHA-512 of ${folder}, whose code is bundled.`);
    }
    const { version, license, integrity } = locked;
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    const content = Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex');
    return { type: 'library', 'bom-ref': purl, name, version, purl, licenses: [{ license: { id: license } }], hashes: [{ alg: 'SHA-512', content }] };
}
