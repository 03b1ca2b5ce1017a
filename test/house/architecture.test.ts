import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/project.mjs';

// The arrows of ARCHITECTURE.md as data. Hoisted workspaces let any package name resolve, so the compiler cannot hold them.

interface Room {
    /** Other rooms, by their doors. */
    readonly rooms: readonly string[];
    /** Packages; a name stands for its subpaths too. */
    readonly packages: readonly string[];
    readonly node: boolean;
    /** Packages, and rooms, that only types may be taken from. */
    readonly types?: readonly string[];
    /** What the bundler or the host provides, and package.json therefore does not list. */
    readonly given?: readonly string[];
    readonly door: string;
}

const rooms: Readonly<Record<string, Room>> = {
    model: { rooms: [], packages: [], node: false, door: 'index.ts' },
    simulation: { rooms: ['@sup/model'], packages: [], node: false, door: 'index.ts' },
    playback: { rooms: ['@sup/model', '@sup/simulation'], packages: [], node: false, door: 'index.ts' },
    comparison: { rooms: ['@sup/model', '@sup/simulation'], packages: [], node: false, door: 'index.ts' },
    picture: { rooms: ['@sup/model'], packages: ['preact', 'preact-render-to-string'], node: false, door: 'index.ts' },
    report: { rooms: ['@sup/comparison', '@sup/language', '@sup/model', '@sup/picture', '@sup/simulation'], packages: ['langium', 'vscode-languageserver-types'], node: false, door: 'index.ts' },
    language: {
        rooms: ['@sup/model'], node: false, door: 'index.ts',
        packages: ['langium', 'vscode-languageserver', 'vscode-languageserver-types', 'vscode-languageserver-textdocument', 'vscode-uri', 'jsonc-parser'],
        types: ['chevrotain'], given: ['chevrotain']
    },
    files: { rooms: ['@sup/language', '@sup/model'], packages: ['langium', 'vscode-uri'], node: true, door: 'index.ts' },
    protocol: {
        rooms: ['@sup/comparison', '@sup/picture', '@sup/playback'], packages: ['vscode-languageserver-protocol'], node: false, door: 'server.ts',
        types: ['@sup/comparison', '@sup/picture', '@sup/playback']
    },
    server: { rooms: ['@sup/comparison', '@sup/files', '@sup/language', '@sup/model', '@sup/picture', '@sup/playback', '@sup/protocol/server', '@sup/report', '@sup/simulation'], packages: ['langium', 'vscode-languageserver'], node: true, door: 'main.ts' },
    client: { rooms: ['@sup/model', '@sup/protocol/preview', '@sup/protocol/server'], packages: ['vscode-languageclient'], node: true, given: ['vscode'], door: 'extension.ts' },
    webview: {
        rooms: ['@sup/comparison', '@sup/model', '@sup/picture', '@sup/playback', '@sup/protocol/preview'], packages: ['preact', '@preact/signals'], node: false, door: 'main.tsx',
        types: ['@sup/comparison']
    },
    cli: { rooms: ['@sup/comparison', '@sup/files', '@sup/language', '@sup/model', '@sup/picture', '@sup/report', '@sup/simulation'], packages: ['commander', 'langium', 'vscode-languageserver-types'], node: true, types: ['sarif'], given: ['sarif'], door: 'main.ts' }
};

interface Import {
    readonly file: string;
    readonly target: string;
}

function filesOf(room: string): string[] {
    return readdirSync(join(root, room, 'src'), { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name)).map(name => join(room, 'src', name)).sort();
}

const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8');

function importsOf(room: string): Import[] {
    return filesOf(room).flatMap(file => ts.preProcessFile(sourceOf(file), true, true).importedFiles.map(({ fileName }) => ({ file: file.split(sep).join('/'), target: fileName })));
}

const packageOf = (target: string): string => target.split('/').slice(0, target.startsWith('@') ? 2 : 1).join('/');

function isAllowed(room: string, { file, target }: Import): boolean {
    const { rooms: doors, packages, node, given = [] } = rooms[room]!;
    if (target.startsWith('.')) {
        return !relative(join(root, room, 'src'), join(root, file, '..', target)).startsWith('..') || target.endsWith('/package.json');
    }
    return target.startsWith('node:') ? node : doors.includes(target) || packages.includes(packageOf(target)) || given.includes(target);
}

test('every room of the workspace has its row in the table', () => {
    const { workspaces } = JSON.parse(sourceOf('package.json')) as { workspaces: string[] };
    expect(Object.keys(rooms).sort()).toEqual(workspaces.filter(name => name !== 'test').sort());
});

describe.each(Object.keys(rooms))('the room %s', room => {
    test('imports only what the table allows, and other rooms by their doors', () => {
        expect(importsOf(room).filter(each => !isAllowed(room, each))).toEqual([]);
    });

    test('takes only types where only types are there', () => {
        const typeOnly = rooms[room]!.types ?? [];
        const offending = filesOf(room).filter(file => typeOnly.some(name => new RegExp(`^import (?!type )[^;]*from '${name}'`, 'm').test(sourceOf(file))));
        expect(offending).toEqual([]);
    });

    test('lists in its package.json what it imports, and nothing else', () => {
        const given = rooms[room]!.given ?? [];
        const imported = importsOf(room).map(({ target }) => target).filter(target => !target.startsWith('.') && !target.startsWith('node:')).map(packageOf);
        const { dependencies } = JSON.parse(sourceOf(join(room, 'package.json'))) as { dependencies: Record<string, string> };
        expect(Object.keys(dependencies).sort()).toEqual([...new Set(imported)].filter(name => !given.includes(name)).sort());
    });

    test('says at its door what it owns, who calls it, and what is absent', () => {
        const [header] = sourceOf(join(room, 'src', rooms[room]!.door)).split(/^(?!\/\/)/m);
        expect(header).toMatch(/^\/\/ Room: /);
        expect(header).toContain('Owns');
        expect(header).toContain('alled by');
        expect(header).toContain('Absent');
    });
});

test('a file stays one thing', () => {
    for (const room of Object.keys(rooms)) {
        const lengths = filesOf(room).filter(file => !file.includes('generated')).map(file => sourceOf(file).split('\n').length).sort((a, b) => a - b);
        console.log(`${room}: ${lengths.length} files, median ${lengths[lengths.length >> 1]} lines, longest ${lengths.at(-1)}`);
        expect(lengths[lengths.length >> 1]).toBeLessThanOrEqual(150);
    }
});
