import type { Metafile } from 'esbuild';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { describe, expect, test } from 'vitest';
import { built } from '../support/dist.js';

// The code of others: it is locked, it is listed with its licenses, and none of it opens a connection or starts a process.

interface Entry { version?: string; resolved?: string; integrity?: string; hasInstallScript?: boolean; license?: string }
interface Lock { readonly lockfileVersion: number; readonly packages: Record<string, Entry> }
interface Component { readonly name: string; readonly version: string; readonly purl: string; readonly licenses: readonly [{ readonly license: { readonly id: string } }]; readonly hashes: readonly [{ readonly content: string }] }
interface Sbom { readonly specVersion: string; readonly components: readonly Component[] }

const script = (name: string): Promise<unknown> => import(new URL(`../../scripts/${name}.mjs`, import.meta.url).href);
const { lockfileViolations, singlePackages } = await script('lockfile') as { lockfileViolations(lock: Lock, manifest: object): string[]; singlePackages: readonly string[] };
const { sbomOf } = await script('sbom') as { sbomOf(metafiles: readonly unknown[], manifest: object, lock: Lock): Sbom };
const { bundles, packageFoldersOf } = await script('bundle-limits') as { bundles: readonly { name: string }[]; packageFoldersOf(metafile: Metafile): Set<string> };

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string; license: string; engines: object };
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const metafileOf = (name: string): Metafile => JSON.parse(readFileSync(built(`dist/meta/${name}.json`), 'utf8')) as Metafile;
const folders = [...new Set(bundles.flatMap(({ name }) => [...packageFoldersOf(metafileOf(name))]))];

describe('package-lock.json', () => {
    test('locks every package by its SHA-512, names no registry, and has one copy of each package that the processes share', () => {
        expect(lockfileViolations(lock, manifest)).toEqual([]);
        expect(singlePackages).toContain('vscode-jsonrpc');
    });

    const [path] = ['node_modules/langium'];
    test.each<[string, (packages: Record<string, Entry>) => void, string]>([
        ['without a hash', packages => delete packages[path]!.integrity, `${path} has no SHA-512`],
        ['with a weak hash', packages => { packages[path]!.integrity = 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk='; }, `${path} has no SHA-512`],
        ['from an address', packages => { packages[path]!.resolved = 'https://registry.example/langium.tgz'; }, `${path} names an address, so that no other registry can be used`],
        ['with an install script', packages => { packages[path]!.hasInstallScript = true; }, `${path} runs a program when it is installed`],
        ['twice', packages => { packages['node_modules/x/node_modules/vscode-jsonrpc'] = packages['node_modules/vscode-jsonrpc']!; }, '2 copies of vscode-jsonrpc instead of one']
    ])('a package %s is rejected', (_, change, violation) => {
        const changed = structuredClone(lock);
        change(changed.packages);
        expect(lockfileViolations(changed, manifest)).toEqual([violation]);
    });

    test('bundles no package that runs a program when it is installed', () => {
        expect(folders.filter(folder => lock.packages[folder]?.hasInstallScript)).toEqual([]);
    });
});

describe('the bill of materials', () => {
    const sbom = JSON.parse(readFileSync(built('dist/sbom.cdx.json'), 'utf8')) as Sbom;

    test('lists exactly the packages whose code is bundled, with their locked versions and hashes', () => {
        expect(sbom.components.map(({ name, version }) => `${name} ${version}`).sort()).toEqual(folders.map(folder => `${folder.replace(/.*node_modules\//, '')} ${lock.packages[folder]!.version}`).sort());
        expect(sbom.components.filter(({ purl, hashes: [{ content }] }) => !/^pkg:npm\/(%40[\w-]+\/)?[\w-]+@\d+\.\d+\.\d+$/.test(purl) || !/^[0-9a-f]{128}$/.test(content))).toEqual([]);
        expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { component: { name: manifest.name, version: manifest.version } } });
    });

    test('names only licenses that permit to distribute the code in binary form under its notice', () => {
        const permissive = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];
        expect(sbom.components.filter(({ licenses: [{ license }] }) => !permissive.includes(license.id)).map(({ name }) => name)).toEqual([]);
    });

    test('cannot be made for a package without a license or a hash', () => {
        const metafile = { outputs: { 'x.js': { inputs: { 'node_modules/langium/index.js': { bytesInOutput: 1 } } } } };
        expect(sbomOf([metafile], manifest, lock).components.map(({ name }) => name)).toEqual(['langium']);
        const packages = { ...lock.packages, 'node_modules/langium': { version: '1.0.0' } };
        expect(() => sbomOf([metafile], manifest, { ...lock, packages })).toThrow('no license or no SHA-512 of node_modules/langium');
    });
});

describe('modules of Node.js', () => {
    const outside = /^(child_process|cluster|dgram|dns|http|http2|https|inspector|net|tls|vm|worker_threads)\b/;

    /** The files of a bundle that import a module which can leave the process, and that contribute code. */
    function importersIn(name: string): string[] {
        const { inputs, outputs } = metafileOf(name);
        const carried = new Set(Object.values(outputs).flatMap(output => Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path)));
        return Object.entries(inputs).filter(([path]) => carried.has(path))
            .flatMap(([path, { imports }]) => imports.map(each => each.path.replace(/^node:/, '')).filter(each => builtinModules.includes(each) && outside.test(each)).map(each => `${path.replace(/.*node_modules\//, '')}: ${each}`)).sort();
    }

    // The libraries import these for transports and subcommands that are not used; test/server/system-calls.test.ts observes that none is. An import runs in a thread.
    test.each<[string, readonly string[]]>([
        ['client', ['vscode-jsonrpc/lib/node/main.js: net', 'vscode-languageclient/lib/node/main.js: child_process', 'vscode-languageclient/lib/node/processes.js: child_process']],
        ['server', ['server/src/import/import-in-worker.ts: worker_threads', 'vscode-jsonrpc/lib/node/main.js: net', 'vscode-languageserver/lib/node/files.js: child_process']],
        ['cli', ['commander/lib/command.js: child_process']],
        ['import-worker', ['server/src/import/import-worker.ts: worker_threads']],
        ['preview', []]
    ])('the bundle %s contains no further code that could open a connection or start a process', (name, expected) => {
        expect(importersIn(name)).toEqual(expected);
    });

    test.each(bundles.map(({ name }) => name))('the bundle %s contains no code that is made from text or sends requests', name => {
        const code = readFileSync(built(name === 'preview' ? 'dist/preview/preview.js' : `dist/${name}.cjs`), 'utf8');
        expect(code.match(/\beval\(|new Function\(|process\.binding|XMLHttpRequest|\bWebSocket\(|sendBeacon|\bfetch\(|insertAdjacentHTML|document\.write\(/g) ?? []).toEqual([]);
    });
});
