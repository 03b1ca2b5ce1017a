// @ts-check
// The bundles, and the rules for their size and contents, which are checked against esbuild's metafiles.

/**
 * @typedef {object} Bundle
 * @property {string} name
 * @property {string} entry
 * @property {string[]} external Modules that the host provides.
 * @property {number} limit The largest allowed size in bytes, minified.
 * @property {string[]} forbidden Packages that must not be bundled.
 * @property {boolean} [isCommand] Whether users start it from a shell.
 * @property {boolean} [isPage] Whether it runs in a browser; its style sheet is then built next to it.
 */

/** @type {readonly Bundle[]} */
export const bundles = [
    { name: 'client', entry: 'client/src/extension.ts', external: ['vscode'], limit: 530_000, forbidden: ['langium', 'vscode-languageserver'] },
    { name: 'server', entry: 'server/src/main.ts', external: [], limit: 1_580_000, forbidden: ['vscode-languageclient'], isCommand: true },
    { name: 'import-worker', entry: 'server/src/import/import-worker.ts', external: [], limit: 70_000, forbidden: ['vscode-languageclient', 'vscode-languageserver'] },
    { name: 'cli', entry: 'cli/src/main.ts', external: [], limit: 1_630_000, forbidden: ['vscode-languageclient'], isCommand: true },
    { name: 'preview', entry: 'webview/src/main.tsx', external: [], limit: 210_000, forbidden: ['langium', 'vscode-languageserver', 'vscode-languageclient', 'preact-render-to-string'], isPage: true }
];

/**
 * The rules that a bundle violates, one sentence each.
 * @param {Bundle} bundle
 * @param {import('esbuild').Metafile} metafile
 */
export function violationsOf(bundle, metafile) {
    const inputs = inputsOf(metafile);
    const size = Object.entries(metafile.outputs).find(([path]) => /\.c?js$/.test(path))?.[1].bytes ?? 0;
    /** @type {Map<string, Set<string>>} */
    const packages = new Map();
    for (const folder of packageFoldersOf(metafile)) {
        const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
        packages.set(name, (packages.get(name) ?? new Set()).add(folder));
    }
    return [
        ...size > bundle.limit ? [`${bundle.name}: ${size.toLocaleString('en')} bytes, ${(size - bundle.limit).toLocaleString('en')} more than its limit`] : [],
        ...bundle.forbidden.filter(name => packages.has(name)).map(name => `${bundle.name}: contains ${name}, which is not allowed in this bundle`),
        ...[...packages].filter(([, folders]) => folders.size > 1).map(([name, folders]) => `${bundle.name}: contains ${name} more than once: ${[...folders].join(', ')}`),
        ...inputs.filter(input => input.startsWith('test/')).map(input => `${bundle.name}: contains the test file ${input}`)
    ];
}

/**
 * The folders of the third-party packages in a bundle.
 * @param {import('esbuild').Metafile} metafile
 */
export function packageFoldersOf(metafile) {
    const folders = inputsOf(metafile).map(input => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
    return new Set(folders.filter(folder => folder !== undefined));
}

/**
 * The files that contribute code to a bundle. esbuild also lists files from which it uses nothing.
 * @param {import('esbuild').Metafile} metafile
 */
function inputsOf(metafile) {
    return Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path));
}
