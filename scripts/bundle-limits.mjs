// @ts-check
// What a bundle may hold and how large it may be, judged by esbuild's account of it (its metafile).

/**
 * @typedef {object} Bundle
 * @property {string} name
 * @property {string} entry
 * @property {string[]} external Modules that are there where the bundle runs.
 * @property {number} limit In bytes, minified.
 * @property {string[]} forbidden Packages that have no business in it.
 * @property {boolean} [isCommand] Whether people start it by its name.
 * @property {boolean} [isPage] Whether a browser runs it; it has a style sheet beside it then.
 */

/** @type {readonly Bundle[]} */
export const bundles = [
    { name: 'client', entry: 'client/src/extension.ts', external: ['vscode'], limit: 500_000, forbidden: ['langium', 'vscode-languageserver'] },
    { name: 'server', entry: 'server/src/main.ts', external: [], limit: 1_100_000, forbidden: ['vscode-languageclient'], isCommand: true },
    { name: 'cli', entry: 'cli/src/main.ts', external: [], limit: 1_200_000, forbidden: ['vscode-languageclient'], isCommand: true },
    { name: 'preview', entry: 'webview/src/main.tsx', external: [], limit: 150_000, forbidden: ['langium', 'vscode-languageserver', 'vscode-languageclient', 'preact-render-to-string'], isPage: true }
];

/**
 * Everything that is wrong with a bundle, one sentence each.
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
        ...size > bundle.limit ? [`${bundle.name}: ${size} bytes, ${size - bundle.limit} more than its limit`] : [],
        ...bundle.forbidden.filter(name => packages.has(name)).map(name => `${bundle.name}: holds ${name}, which does not belong there`),
        ...[...packages].filter(([, folders]) => folders.size > 1).map(([name, folders]) => `${bundle.name}: holds ${name} more than once: ${[...folders].join(', ')}`),
        ...inputs.filter(input => input.startsWith('test/')).map(input => `${bundle.name}: holds ${input}, which is a test's`)
    ];
}

/**
 * The folders of the packages in a bundle, the project's own left out.
 * @param {import('esbuild').Metafile} metafile
 */
export function packageFoldersOf(metafile) {
    const folders = inputsOf(metafile).map(input => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
    return new Set(folders.filter(folder => folder !== undefined));
}

/**
 * The files of which something is in a bundle. Others were read and left out, as nothing in them is used.
 * @param {import('esbuild').Metafile} metafile
 */
function inputsOf(metafile) {
    return Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path));
}
