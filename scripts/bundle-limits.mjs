// What a bundle may hold and how large it may be, judged by esbuild's account of it (its metafile).

/** The bundles, their limits in bytes (minified), and the packages that have no business in them. */
export const bundles = [
    { name: 'client', entry: 'client/src/extension.ts', external: ['vscode'], limit: 500_000, forbidden: ['langium', 'vscode-languageserver'] },
    { name: 'server', entry: 'server/src/main.ts', external: [], limit: 900_000, forbidden: ['vscode-languageclient'], isCommand: true },
    { name: 'cli', entry: 'cli/src/main.ts', external: [], limit: 900_000, forbidden: ['vscode-languageclient'], isCommand: true }
];

/** Everything that is wrong with a bundle, one sentence each. */
export function violationsOf(bundle, metafile) {
    const [size] = Object.entries(metafile.outputs).filter(([path]) => path.endsWith('.cjs')).map(([, output]) => output.bytes);
    const inputs = Object.keys(metafile.inputs);
    const packages = Map.groupBy(new Set(inputs.map(folderOf).filter(folder => folder !== undefined)), nameOf);
    return [
        ...size > bundle.limit ? [`${bundle.name}: ${size} bytes, ${size - bundle.limit} more than allowed`] : [],
        ...bundle.forbidden.filter(name => packages.has(name)).map(name => `${bundle.name}: holds ${name}, which does not belong there`),
        ...[...packages].filter(([, folders]) => folders.length > 1).map(([name, folders]) => `${bundle.name}: holds ${name} ${folders.length} times (${folders.join(', ')})`),
        ...inputs.filter(input => input.startsWith('test/')).map(input => `${bundle.name}: holds ${input}, which is a test's`)
    ];
}

/** The folder of the package that a file belongs to, undefined for the project's own. */
export function folderOf(input) {
    return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function nameOf(folder) {
    return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
