// @ts-check
// The rules for package-lock.json: an installation gets the locked code from any registry, or fails.
import { isDeepStrictEqual } from 'node:util';

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {boolean} [link]
 * @property {boolean} [hasInstallScript]
 * @property {Record<string, string>} [engines]
 */

/** Packages that run a program when they are installed: tools for development, none of which is bundled. */
const withInstallScript = ['@vscode/vsce-sign', 'esbuild', 'node'];

/** With two copies, equal types are incompatible, and both copies end up in a bundle; `overrides` in package.json prevent this. */
export const singlePackages = ['langium', 'vscode-jsonrpc', 'vscode-languageserver', 'vscode-languageserver-protocol', 'vscode-languageserver-textdocument', 'vscode-languageserver-types', 'vscode-uri'];

/**
 * The rules that a lockfile violates, one sentence each.
 * @param {{ lockfileVersion: number, packages: Record<string, Entry> }} lock
 * @param {{ engines: Record<string, string> }} manifest
 */
export function lockfileViolations({ lockfileVersion, packages }, manifest) {
    const installed = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
    /** @param {string} path */
    const nameOf = path => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const copiesOf = Map.groupBy(installed, ([path]) => nameOf(path));
    return [
        ...lockfileVersion === 3 ? [] : [`lockfile version ${lockfileVersion} instead of 3`],
        ...isDeepStrictEqual(packages['']?.engines, manifest.engines) ? [] : ['other engines than package.json'],
        ...installed.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')).map(([path]) => `${path} has no SHA-512`),
        ...installed.filter(([, { version }]) => !/^\d+\.\d+\.\d+/.test(version ?? '')).map(([path]) => `${path} has no version`),
        ...installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => `${path} names an address, so that no other registry can be used`),
        ...installed.filter(([path, { hasInstallScript }]) => hasInstallScript && !withInstallScript.includes(nameOf(path))).map(([path]) => `${path} runs a program when it is installed`),
        ...singlePackages.filter(name => copiesOf.get(name)?.length !== 1).map(name => `${copiesOf.get(name)?.length ?? 0} copies of ${name} instead of one`)
    ];
}
