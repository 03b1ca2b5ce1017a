import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/project.mjs';
import { circlesIn, filesOf, type Import, importsOf, resolved, sourceOf } from './imports.js';

// The dependencies of ARCHITECTURE.md as data. Hoisted workspaces let any package name resolve, so the compiler cannot enforce them.

interface Room {
    /** Other rooms, by their entry points. */
    readonly rooms: readonly string[];
    /** Packages; a name includes its subpaths. */
    readonly packages: readonly string[];
    readonly node: boolean;
    /** Packages and rooms of which only types may be imported. */
    readonly types?: readonly string[];
    /** Packages that the bundler or the host provides, so package.json does not list them. */
    readonly provided?: readonly string[];
    readonly entry: string;
}

const rooms: Readonly<Record<string, Room>> = {
    model: { rooms: [], packages: [], node: false, entry: 'index.ts' },
    simulation: { rooms: ['@sup/model'], packages: [], node: false, entry: 'index.ts' },
    playback: { rooms: ['@sup/model', '@sup/simulation'], packages: [], node: false, entry: 'index.ts' },
    comparison: { rooms: ['@sup/model', '@sup/simulation'], packages: [], node: false, entry: 'index.ts' },
    rollout: { rooms: ['@sup/comparison', '@sup/model', '@sup/simulation'], packages: [], node: false, entry: 'index.ts' },
    picture: { rooms: ['@sup/model'], packages: ['preact', 'preact-render-to-string'], node: false, entry: 'index.ts' },
    report: { rooms: ['@sup/comparison', '@sup/language', '@sup/model', '@sup/picture', '@sup/rollout', '@sup/simulation'], packages: ['langium', 'preact', 'preact-render-to-string', 'vscode-languageserver-types'], node: false, entry: 'index.ts' },
    language: {
        rooms: ['@sup/model'], node: false, entry: 'index.ts',
        packages: ['langium', 'vscode-languageserver', 'vscode-languageserver-types', 'vscode-languageserver-textdocument', 'vscode-uri', 'jsonc-parser'],
        types: ['chevrotain'], provided: ['chevrotain']
    },
    files: { rooms: ['@sup/language', '@sup/model'], packages: ['langium', 'vscode-uri'], node: true, entry: 'index.ts' },
    import: { rooms: ['@sup/comparison', '@sup/language', '@sup/model'], packages: [], node: false, entry: 'index.ts' },
    protocol: {
        rooms: ['@sup/comparison', '@sup/picture', '@sup/playback', '@sup/rollout'], packages: ['vscode-languageserver-protocol'], node: false, entry: 'server.ts',
        types: ['@sup/comparison', '@sup/picture', '@sup/playback', '@sup/rollout']
    },
    server: { rooms: ['@sup/comparison', '@sup/files', '@sup/import', '@sup/language', '@sup/model', '@sup/picture', '@sup/playback', '@sup/protocol/server', '@sup/report', '@sup/rollout', '@sup/simulation'], packages: ['langium', 'vscode-languageserver'], node: true, entry: 'main.ts' },
    client: { rooms: ['@sup/model', '@sup/protocol/preview', '@sup/protocol/server'], packages: ['vscode-languageclient'], node: true, provided: ['vscode'], entry: 'extension.ts' },
    webview: {
        rooms: ['@sup/comparison', '@sup/model', '@sup/picture', '@sup/playback', '@sup/protocol/preview'], packages: ['preact', '@preact/signals'], node: false, entry: 'main.tsx',
        types: ['@sup/comparison']
    },
    cli: { rooms: ['@sup/comparison', '@sup/files', '@sup/import', '@sup/language', '@sup/model', '@sup/picture', '@sup/report', '@sup/rollout', '@sup/simulation'], packages: ['commander', 'langium', 'vscode-languageserver-types'], node: true, types: ['sarif'], provided: ['sarif'], entry: 'main.ts' }
};

const packageOf = (target: string): string => target.split('/').slice(0, target.startsWith('@') ? 2 : 1).join('/');

function isAllowed(room: string, { file, target }: Import): boolean {
    const { rooms: entries, packages, node, provided = [] } = rooms[room]!;
    if (target.startsWith('.')) {
        return !relative(join(root, room, 'src'), join(root, file, '..', target)).startsWith('..') || target.endsWith('/package.json');
    }
    return target.startsWith('node:') ? node : entries.includes(target) || packages.includes(packageOf(target)) || provided.includes(target);
}

const importsOfRoom = (room: string): readonly Import[] => filesOf(room).flatMap(importsOf);

/** The rooms that import a room, or one of its entry points. */
const importersOf = (room: string): readonly string[] => Object.entries(rooms).filter(([, { rooms: imported }]) => imported.some(name => packageOf(name) === `@sup/${room}`)).map(([name]) => name).sort();

/** The layers of the language room, lowest first: a file imports from its own layer and from those before it. */
const layers = ['syntax', 'analysis', 'config', 'linter', 'lsp'];

/** The steps of synchronization follow each other in a cycle, so their files import each other in a cycle: see simulation/src/steps/. */
const circularFolder = 'simulation/src/steps/';

test('lists every room of the workspace', () => {
    const { workspaces } = JSON.parse(sourceOf('package.json')) as { workspaces: string[] };
    expect(Object.keys(rooms).sort()).toEqual(workspaces.filter(name => name !== 'test').sort());
});

describe.each(Object.keys(rooms))('the room %s', room => {
    test('imports only what the table allows, and other rooms by their entry points', () => {
        expect(importsOfRoom(room).filter(each => !isAllowed(room, each))).toEqual([]);
    });

    test('imports only types where the table says so', () => {
        const typeOnly = rooms[room]!.types ?? [];
        expect(importsOfRoom(room).filter(({ target, isTypeOnly }) => typeOnly.includes(target) && !isTypeOnly)).toEqual([]);
    });

    test('lists exactly its imports in its package.json', () => {
        const provided = rooms[room]!.provided ?? [];
        const imported = importsOfRoom(room).map(({ target }) => target).filter(target => !target.startsWith('.') && !target.startsWith('node:')).map(packageOf);
        const { dependencies } = JSON.parse(sourceOf(join(room, 'package.json'))) as { dependencies: Record<string, string> };
        expect(Object.keys(dependencies).sort()).toEqual([...new Set(imported)].filter(name => !provided.includes(name)).sort());
    });

    test('describes at its entry point what it owns, which rooms call it, and what is absent', () => {
        const { rooms: imported, entry } = rooms[room]!;
        const [header] = sourceOf(join(room, 'src', entry)).split(/^(?!\/\/)/m);
        const text = header!.replaceAll(/^\/\/ ?/gm, '').replaceAll('\n', ' ');
        const [, owns, callers, absent] = /^Room: [^.]*?[.,] .*?(Owns.*?)\. Called by: (.*?)\. (Absent: .*)\.\s*$/.exec(text) ?? [];
        expect({ owns, absent }, 'a header `Room: NAME. Owns …. Called by: …. Absent: ….`').toEqual({ owns: expect.any(String) as string, absent: expect.any(String) as string });
        if (importersOf(room).length > 0) {
            expect(callers!.replace(/ \(.*?\)/g, '').split(', ').sort(), 'the rooms that import it').toEqual(importersOf(room));
        }
        // Every row of the table is in use, so the header is checked against real imports.
        const used = new Set(importsOfRoom(room).map(({ target }) => target));
        expect(imported.filter(name => !used.has(name)), 'rooms that the table allows but no file imports').toEqual([]);
    });

    test('has no import cycle of values', () => {
        const files = new Set(filesOf(room));
        const valueImports = (file: string): readonly string[] => importsOf(file).filter(({ target, isTypeOnly }) => target.startsWith('.') && !isTypeOnly).flatMap(each => resolved(each, files) ?? []);
        const circles = circlesIn([...files], valueImports);
        expect(circles.filter(circle => !circle.every(file => file.startsWith(circularFolder)))).toEqual([]);
    });
});

/** The imports of a file that lead to a layer above its own, or out of all layers. */
function upwardImports(imports: readonly Import[], files: ReadonlySet<string>): readonly string[] {
    const layerOf = (file: string): number => layers.indexOf(file.split('/')[2]!);
    return imports.filter(each => layerOf(each.file) >= 0 && each.target.startsWith('.')).flatMap(each => {
        const target = resolved(each, files);
        return target !== undefined && (layerOf(target) < 0 || layerOf(target) > layerOf(each.file)) ? [`${each.file} -> ${target}`] : [];
    });
}

test('keeps the layers of the language room in order', () => {
    const files = new Set(filesOf('language'));
    expect(upwardImports([...files].flatMap(importsOf), files)).toEqual([]);
});

test('detects an upward import', () => {
    const [syntax, linter, root] = ['language/src/syntax/a.ts', 'language/src/linter/b.ts', 'language/src/sup-module.ts'];
    const at = (file: string, target: string): Import => ({ file, target, isTypeOnly: true });
    const imports = [at(linter, '../syntax/a.js'), at(syntax, '../linter/b.js'), at(linter, '../sup-module.js'), at(root, './linter/b.js')];
    expect(upwardImports(imports, new Set([syntax, linter, root]))).toEqual([`${syntax} -> ${linter}`, `${linter} -> ${root}`]);
});

test('detects an import cycle', () => {
    const files = ['a', 'b', 'c', 'd'];
    const imports: Record<string, readonly string[]> = { a: ['b'], b: ['c'], c: ['b'], d: ['a'] };
    expect(circlesIn(files, file => imports[file]!)).toEqual([['b', 'c']]);
});

test('keeps half of the files of every room below 150 lines', () => {
    for (const room of Object.keys(rooms)) {
        const lengths = filesOf(room).filter(file => !file.includes('generated')).map(file => sourceOf(file).split('\n').length).sort((a, b) => a - b);
        expect(lengths[lengths.length >> 1], room).toBeLessThanOrEqual(150);
    }
});
