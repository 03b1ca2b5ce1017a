import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';

// The script cannot run here. A grammar of PowerShell parses it, and its commands are compared with a list of those that only read.

interface SyntaxNode {
    readonly type: string;
    readonly text: string;
    readonly hasError: boolean;
    readonly children: readonly SyntaxNode[];
}
interface TreeSitter {
    readonly Parser: { new (): { setLanguage(language: unknown): void; parse(text: string): { readonly rootNode: SyntaxNode } }; init(): Promise<void> };
    readonly Language: { load(path: string): Promise<unknown> };
}

const script = readFileSync(new URL('../../docs/Export-SupHierarchy.ps1', import.meta.url), 'utf8');

let parse: (text: string) => SyntaxNode;

beforeAll(async () => {
    const require = createRequire(import.meta.url);
    const { Parser, Language } = require('@vscode/tree-sitter-wasm/wasm/tree-sitter.js') as TreeSitter;
    await Parser.init();
    const parser = new Parser();
    parser.setLanguage(await Language.load(require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm')));
    parse = text => parser.parse(text).rootNode;
});

function nodesOf(node: SyntaxNode, type: string): readonly SyntaxNode[] {
    return [...node.type === type ? [node] : [], ...node.children.flatMap(child => nodesOf(child, type))];
}

describe('the export script', () => {
    test('has no syntax errors, and the grammar detects one', () => {
        expect(parse(script).hasError).toBe(false);
        expect(parse(script.replace('param(', 'param((')).hasError).toBe(true);
    });

    test('calls its own functions and commands that only read', () => {
        const root = parse(script);
        const own = nodesOf(root, 'function_name').map(({ text }) => text);
        const commands = new Set(nodesOf(root, 'command_name').map(({ text }) => text).filter(name => !own.includes(name)));
        expect([...commands].sort()).toEqual(['Get-Date', 'Get-Location', 'Get-WmiObject', 'Join-Path', 'New-Object', 'Select-Object', 'Sort-Object', 'Test-Path', 'Where-Object', 'Write-Output']);
    });

    test('calls no method that changes anything but the files that it writes', () => {
        const methods = new Set([...script.matchAll(/(?:::|\.)([A-Z]\w+)\(/g)].map(([, name]) => name));
        expect([...methods].sort()).toEqual([
            'Append', 'BeginConnect', 'Close', 'ContainsKey', 'CreateCommand', 'ExecuteReader', 'GetConfiguration', 'GetUpdateServer', 'GetValue', 'GetVersionInfo', 'Join', 'LoadWithPartialName', 'Open',
            'OpenRemoteBaseKey', 'OpenSubKey', 'Read', 'Replace', 'Split', 'Substring', 'ToCharArray', 'ToString', 'ToUniversalTime', 'Trim', 'WaitOne', 'WriteAllText'
        ]);
        expect([...script.matchAll(/WriteAllText\((\(?\$OutFile)/g)]).toHaveLength(script.split('WriteAllText').length - 1);
    });

    test('asks for data with SELECT only', () => {
        const strings = nodesOf(parse(script), 'string_literal').map(({ text }) => text);
        expect(strings.filter(text => /\bFROM\b/.test(text) && !/^.SELECT /.test(text))).toEqual([]);
        expect(script).not.toMatch(/\b(?:INSERT|UPDATE|DELETE|EXEC)\s/);
    });

    test('writes each member that the importer reads from a full export', () => {
        const sample = JSON.parse(readFileSync(new URL('samples/json/01-four-sites.json', import.meta.url), 'utf8')) as Record<string, unknown>;
        const lists = Object.values(sample).filter(value => Array.isArray(value)) as Record<string, unknown>[][];
        const members = new Set([...Object.keys(sample), ...lists.flatMap(list => list.flatMap(record => Object.keys(record)))]);
        const written = new Set([...script.matchAll(/(?:[{;.]|^)\s*(\w+) = /gm)].map(([, name]) => name));
        expect([...members].filter(name => !written.has(name))).toEqual([]);
    });

    test('keeps, of an anonymous export, each property that the importer reads', () => {
        const sources = globSync('import/src/**/*.ts').map(path => readFileSync(path, 'utf8')).join('\n');
        const read = new Set([...sources.matchAll(/(?:textOf|propertyOf|numberOf)\([^,()]*(?:\([^()]*\))?[^,()]*, '([\w ]+)'/g)].map(([, name]) => name!));
        expect(read.size).toBeGreaterThan(10);
        const lists = /\$nameProperties = [^]*?\$aliases/.exec(script)![0];
        expect([...read].filter(name => !lists.includes(`'${name}'`))).toEqual([]);
    });

    test('uses nothing that PowerShell 2.0 does not have', () => {
        const code = script.replace(/<#[^]*?#>|^# .*$/gm, '');
        expect(code).not.toMatch(/ConvertTo-Json\b(?!Text)|\[pscustomobject\]|\[ordered\]|Get-CimInstance|::new\(| -(?:not)?in |\$PSItem|\?\?/i);
    });

    test('iterates over results as lists, since PowerShell 2.0 runs a loop over nothing once', () => {
        expect(script).not.toMatch(/in \(Get-Rows/);
    });

    test('contains only ASCII, which every version of PowerShell reads alike', () => {
        expect(script).toMatch(/^[\t\n\r\x20-\x7e]*$/);
    });
});
