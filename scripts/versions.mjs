// @ts-check
// `npm run check:versions`: one copy of each package of the Language Server Protocol. With two, types that look alike differ
// and both end up in a bundle; `overrides` in package.json hold them to the versions that server and client name.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const single = [
    'langium', 'vscode-jsonrpc', 'vscode-languageserver', 'vscode-languageserver-protocol',
    'vscode-languageserver-types', 'vscode-uri'
];

/** @type {{ packages: Record<string, { version: string, dev?: boolean }> }} */
const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
for (const name of single) {
    const copies = Object.entries(packages).filter(([path, { dev }]) => path.endsWith(`node_modules/${name}`) && !dev);
    if (copies.length !== 1) {
        const found = copies.map(([path, { version }]) => `${path} (${version})`).join(', ') || 'none';
        console.error(`package-lock.json must hold one copy of ${name}; found: ${found}.`);
        process.exitCode = 1;
    }
}
