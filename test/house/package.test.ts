import type { Metafile } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { built } from '../support/dist.js';
import { namesInZip } from '../support/zip.js';

interface Bundle { readonly name: string; readonly limit: number }
interface Limits { readonly bundles: readonly Bundle[]; violationsOf(bundle: Bundle, metafile: Partial<Metafile>): string[] }
const { bundles, violationsOf } = await import(new URL('../../scripts/bundle-limits.mjs', import.meta.url).href) as Limits;
const client = bundles.find(({ name }) => name === 'client')!;

test('the package contains exactly these files', () => {
    expect(namesInZip(built('dist/sup-topology.vsix')).sort()).toEqual([
        '[Content_Types].xml',
        'extension.vsixmanifest',
        'extension/LICENSE.txt',
        'extension/changelog.md',
        'extension/dist/NOTICES.txt',
        'extension/dist/cli.cjs',
        'extension/dist/client.cjs',
        'extension/dist/import-worker.cjs',
        'extension/dist/preview/preview.css',
        'extension/dist/preview/preview.js',
        'extension/dist/sbom.cdx.json',
        'extension/dist/server.cjs',
        'extension/docs/Export-SupHierarchy.ps1',
        ...['command-line', 'import', 'language', 'rollout', 'scenarios', 'settings', 'simulation'].map(name => `extension/docs/${name}.md`),
        ...readdirSync('docs/rules').map(name => `extension/docs/rules/${name}`),
        ...readdirSync('docs/walkthrough').map(name => `extension/docs/walkthrough/${name}`),
        'extension/examples/mistakes/synchronization.sup',
        ...readdirSync('examples/scenarios').map(name => `extension/examples/scenarios/${name}`),
        'extension/examples/starter/starter.sup',
        'extension/images/file-dark.svg',
        'extension/images/file-light.svg',
        'extension/images/icon.png',
        'extension/images/sites.svg',
        'extension/l10n/bundle.l10n.json',
        'extension/package.json',
        'extension/package.nls.json',
        'extension/readme.md',
        'extension/syntaxes/language-configuration.json',
        'extension/syntaxes/sup-hierarchy.schema.json',
        'extension/syntaxes/sup.config.schema.json',
        'extension/syntaxes/sup.tmLanguage.json'
    ].sort());
});

/** A metafile of a client bundle, to whose output each input contributes the given bytes. */
function metafileOf(bytes: number, inputs: readonly string[], bytesInOutput: number): Metafile {
    const files = Object.fromEntries(inputs.map(input => [input, { bytesInOutput }]));
    return { inputs: files, outputs: { 'dist/client.cjs': { bytes, inputs: files }, 'dist/client.cjs.map': { bytes: 9_000_000, inputs: {} } } } as unknown as Metafile;
}

describe('the bundle', () => {
    test.each(bundles)('$name stays within its limits', bundle => {
        const metafile = JSON.parse(readFileSync(built(`dist/meta/${bundle.name}.json`), 'utf8')) as Metafile;
        expect(violationsOf(bundle, metafile)).toEqual([]);
    });

    test.each(['server', 'cli'])('%s can be started by its name', name => {
        expect(readFileSync(built(`dist/${name}.cjs`), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    });

    test.each([
        ['too much', [], 530_001, 'client: 530,001 bytes, 1 more than its limit'],
        ['the language', ['node_modules/langium/lib/index.js'], 1, 'client: contains langium, which is not allowed in this bundle'],
        ['the server\'s library', ['node_modules/vscode-languageserver/lib/main.js'], 1, 'client: contains vscode-languageserver, which is not allowed in this bundle'],
        ['a package twice', ['node_modules/semver/a.js', 'node_modules/x/node_modules/semver/b.js', 'node_modules/x/c.js'], 1, 'client: contains semver more than once: node_modules/semver, node_modules/x/node_modules/semver'],
        ['a test\'s code', ['test/support/markers.ts'], 1, 'client: contains the test file test/support/markers.ts']
    ])('rejects a bundle with %s', (_, inputs, bytes, violation) => {
        expect(violationsOf(client, metafileOf(bytes, inputs, 10))).toEqual([violation]);
    });

    test('accepts an input that contributes no bytes', () => {
        expect(violationsOf(client, metafileOf(1, ['node_modules/langium/lib/index.js'], 0))).toEqual([]);
    });

    test('NOTICES.txt names the license of every package whose code the bundle contains', () => {
        const notices = readFileSync(built('dist/NOTICES.txt'), 'utf8');
        const carried = bundles.flatMap(({ name }) => Object.values((JSON.parse(readFileSync(built(`dist/meta/${name}.json`), 'utf8')) as Metafile).outputs));
        const inputs = carried.flatMap(output => Object.entries(output.inputs).flatMap(([input, { bytesInOutput }]) => bytesInOutput > 0 ? [input] : []));
        const packages = new Set(inputs.flatMap(input => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []));
        expect(packages.size).toBeGreaterThan(10);
        expect([...packages].filter(name => !new RegExp(`^${name} \\d\\S+ \\(\\S+\\)\\n\\n\\S`, 'm').test(notices))).toEqual([]);
    });
});
