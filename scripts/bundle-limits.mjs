// @ts-check
// What a bundle may hold and how large it may be, judged by esbuild's account of it (its metafile).

/**
 * @typedef {object} Bundle
 * @property {string} name
 * @property {string} entry
 * @property {string[]} external Modules that are there where the bundle runs.
 * @property {number} limit In bytes, minified.
 * @property {string[]} forbidden Packages that have no business in it.
 * @property {boolean} isCommand Whether people start it by its name.
 */

/** @type {readonly Bundle[]} */
export const bundles = [
    { name: 'client', entry: 'client/src/extension.ts', external: ['vscode'], limit: 500_000, forbidden: ['langium', 'vscode-languageserver'], isCommand: false },
    { name: 'server', entry: 'server/src/main.ts', external: [], limit: 900_000, forbidden: ['vscode-languageclient'], isCommand: true },
    { name: 'cli', entry: 'cli/src/main.ts', external: [], limit: 1_100_000, forbidden: ['vscode-languageclient'], isCommand: true }
];

/**
 * Everything that is wrong with a bundle, one sentence each.
 * @param {Bundle} bundle
 * @param {import('esbuild').Metafile} metafile
 */
export function violationsOf(bundle, metafile) {
    const inputs = Object.keys(metafile.inputs);
    const size = Object.entries(metafile.outputs).find(([path]) => path.endsWith('.cjs'))?.[1].bytes ?? 0;
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
    const folders = Object.keys(metafile.inputs).map(input => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
    return new Set(folders.filter(folder => folder !== undefined));
}
