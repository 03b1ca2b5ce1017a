import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig, ruleNames } from '@sup/language';

type Values = Readonly<Record<string, unknown>>;

interface Manifest {
    readonly contributes: {
        readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
        readonly configurationDefaults: { readonly '[sup]': Values };
    };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const page = readFileSync('docs/settings.md', 'utf8');
const rows = new Map([...page.matchAll(/^\| `([^`]+)` \| `([^`]+)` \|/gm)].map(([, name, value]) => [name!, value!]));

test('lists every setting of the extension with its default', () => {
    const settings = Object.entries(contributes.configuration.properties).map(([name, { default: value }]) => [name, JSON.stringify(value)]);
    expect([...rows].filter(([name]) => name.startsWith('sup.'))).toEqual(expect.arrayContaining(settings));
    expect([...rows.keys()].filter(name => name.startsWith('sup.')).sort()).toEqual(settings.map(([name]) => name).sort());
});

test('lists the settings of VS Code with another default in plans', () => {
    const settings = Object.entries(contributes.configurationDefaults['[sup]']).map(([name, value]) => [name, JSON.stringify(value)]);
    expect([...rows].filter(([name]) => name.startsWith('editor.'))).toEqual(settings);
});

test('shows a configuration without mistakes', () => {
    const [, example] = /```json\n([\s\S]*?)```/.exec(page)!;
    expect(readConfig(example!, ruleNames).problems).toEqual([]);
});
