import { EmptyFileSystem } from 'langium';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { createSupServices } from '@sup/language';
import { startExtension } from '../support/extension.js';
import { built } from '../support/dist.js';

/** A command in a menu or a keybinding. */
interface Placed {
    readonly command: string;
    readonly alt?: string;
    readonly when: string;
}

interface Manifest {
    readonly engines: { readonly vscode: string };
    readonly devDependencies: Readonly<Record<string, string>>;
    readonly icon: string;
    readonly main: string;
    readonly activationEvents: readonly string[];
    readonly bin: Readonly<Record<string, string>>;
    readonly keywords: readonly string[];
    readonly contributes: {
        readonly languages: readonly { readonly id: string; readonly extensions: readonly string[] }[];
        readonly grammars: readonly { readonly language: string; readonly scopeName: string; readonly path: string }[];
        readonly commands: readonly { readonly command: string }[];
        readonly menus: Readonly<Record<'commandPalette' | 'editor/title' | 'explorer/context' | 'file/newFile', readonly Placed[]>>;
        readonly keybindings: readonly (Placed & { readonly key: string })[];
        readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { contributes } = manifest;

describe('the manifest', () => {
    const paths = [...[...text.matchAll(/"(\.\/[^"]+)"/g)].map(match => match[1]!), manifest.icon, ...Object.values(manifest.bin)];
    test.each([...new Set(paths)].sort())('refers to %s, which exists', path => {
        expect(path.includes('dist/') ? built(path) : existsSync(path)).toBeTruthy();
    });

    test('uses every text of package.nls.json, and no others', () => {
        const shown = [...text.matchAll(/"%([^"%]+)%"/g)].map(match => match[1]!);
        expect([...new Set(shown)].sort()).toEqual(Object.keys(JSON.parse(readFileSync('package.nls.json', 'utf8')) as object).sort());
    });

    test('declares the language with the id and the extensions of its services', () => {
        const { languageId, fileExtensions } = createSupServices(EmptyFileSystem).Sup.LanguageMetaData;
        expect(contributes.languages.map(({ id, extensions }) => [id, extensions])).toEqual([[languageId, fileExtensions]]);
    });

    test('contributes the grammar with the grammar\'s own scope name', () => {
        const [grammar] = contributes.grammars;
        expect(JSON.parse(readFileSync(grammar!.path, 'utf8'))).toMatchObject({ scopeName: grammar!.scopeName });
    });

    test('provides an icon of 256 by 256 pixels, and at most five keywords', () => {
        const header = readFileSync(manifest.icon);
        expect(header.subarray(1, 4).toString()).toBe('PNG');
        expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([256, 256]);
        expect(manifest.keywords.length).toBeLessThanOrEqual(5);
    });

    test('compiles against the API of the oldest supported editor', () => {
        const [engine, types] = [manifest.engines.vscode, manifest.devDependencies['@types/vscode']!].map(range => range.replace('^', '').split('.').slice(0, 2));
        const { version } = JSON.parse(readFileSync('node_modules/@types/vscode/package.json', 'utf8')) as { version: string };
        expect(types).toEqual(engine);
        expect(version.split('.').slice(0, 2)).toEqual(engine);
    });
});

describe('commands', async () => {
    const { editor, deactivate } = await startExtension('ok');
    afterAll(deactivate);
    const contributed = contributes.commands.map(({ command }) => command).sort();

    test('the manifest contributes exactly the commands of the extension', () => {
        expect(editor.commandNames().sort()).toEqual(contributed);
    });

    test('every command has a palette condition with context keys that the extension sets', () => {
        const { commandPalette } = contributes.menus;
        expect(commandPalette.map(({ command }) => command).sort()).toEqual(contributed);
        const keys = commandPalette.flatMap(({ when }) => when.replaceAll(/'[^']*'/g, '').match(/\bsup\.\w+/g) ?? []);
        expect(keys.filter(key => !editor.contexts.has(key))).toEqual([]);
        expect(commandPalette.find(({ command }) => command === 'sup.acceptRisk')?.when).toBe('false');
    });

    test('menus and keybindings name only existing commands, and never apply to files of other languages', () => {
        const places: readonly Placed[] = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
        expect(places.flatMap(({ command, alt = command }) => [command, alt]).filter(command => !contributed.includes(command))).toEqual([]);
        const outsidePalette = places.filter(place => !contributes.menus.commandPalette.includes(place));
        const alwaysAvailable = contributes.menus['file/newFile'];
        expect(outsidePalette.filter(place => !alwaysAvailable.includes(place)).filter(({ when }) => !/(editorLangId|resourceLangId) == sup|activeWebviewPanelId == 'sup\.preview'|view == sup\.sites/.test(when))).toEqual([]);
    });

    test('the preview opens like other previews: from the editor title and with the same keys', () => {
        expect(contributes.menus['editor/title']).toContainEqual(expect.objectContaining({ command: 'sup.openPreviewToSide', alt: 'sup.openPreview' }));
        expect(contributes.keybindings.map(({ command, key }) => [command, key])).toEqual([['sup.openPreview', 'ctrl+shift+v'], ['sup.openPreviewToSide', 'ctrl+k v']]);
    });

    test('a preview that was open when the editor ended activates the extension', () => {
        expect(manifest.activationEvents).toContain('onWebviewPanel:sup.preview');
    });
});

test.each(Object.keys(contributes.configuration.properties))('the setting %s is read', setting => {
    const code = ['dist/client.cjs', 'dist/server.cjs'].map(path => readFileSync(built(path), 'utf8')).join();
    // The client library reads its own settings below the client's id, and the server reads these groups as a whole.
    const [, group = setting] = /^sup\.(inlayHints|codeLens)\./.exec(setting) ?? [];
    expect([setting, setting.replace(/^sup\./, ''), group].some(name => code.includes(`"${name}"`))).toBe(true);
});

test('every text that the client shows can be translated', () => {
    const sources = globSync('client/src/**/*.ts').map(path => readFileSync(path, 'utf8'));
    const shown = sources.flatMap(source => [...source.matchAll(/l10n\.t\('([^']+)'/g)].map(match => match[1]!));
    const calls = sources.flatMap(source => [...source.matchAll(/l10n\.t\(/g)]);
    expect(shown).toHaveLength(calls.length);
    expect(Object.keys(JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as object).sort()).toEqual([...new Set(shown)].sort());
});
