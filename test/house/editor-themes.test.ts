import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { themeIds, valuesOf } from '../support/editor-themes.js';

const sources = ['webview/src', 'picture/src', 'report/src'].flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.(css|tsx?)$/.test(name)).map(name => join(folder, name)));

test('the table of editor themes has every variable of the editor that the page uses', () => {
    const used = new Set(sources.flatMap(path => readFileSync(path, 'utf8').match(/(?<=--vscode-)[A-Za-z][\w-]*/g) ?? []));
    const known = new Set(themeIds.flatMap(id => Object.keys(valuesOf(id).variables)));
    expect([...used].filter(name => !known.has(name)), 'run `npm run generate:themes`').toEqual([]);
});

test('the table of editor themes has all four kinds of themes', () => {
    expect(new Set(themeIds.map(id => valuesOf(id).classes))).toEqual(new Set(['vscode-light', 'vscode-dark', 'vscode-high-contrast', 'vscode-high-contrast vscode-high-contrast-light']));
});
