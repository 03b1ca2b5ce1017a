import { AstUtils, EmptyFileSystem } from 'langium';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createSupServices } from '@sup/language';
import { TestWorkspace } from '../support/workspace.js';

interface Snippet { readonly prefix: string; readonly description: string; readonly body: readonly string[] }

const snippets = Object.entries(JSON.parse(readFileSync('syntaxes/snippets.json', 'utf8')) as Record<string, Snippet>);
const parser = createSupServices(EmptyFileSystem).Sup.parser.LangiumParser;

describe.each(snippets)('the snippet %s', (_, { body }) => {
    test.each([0, 1, 2, 3])('parses without syntax errors with alternative %i of its choices', alternative => {
        const text = insert(body.join('\n'), alternative);
        const { lexerErrors, lexerReport, parserErrors, value } = parser.parse(text);
        expect([...lexerErrors, ...lexerReport?.diagnostics ?? [], ...parserErrors], text).toEqual([]);
        expect(AstUtils.streamAst(value).filter(node => node.$type === 'UnknownStatement').count(), text).toBe(0);
    });

    test('numbers its placeholders from 1 in the order of the text', () => {
        const numbers = [...body.join('\n').matchAll(/\$\{?(\d+)/g)].map(match => Number(match[1]));
        const placeholders = [...new Set(numbers)].filter(number => number !== 0);
        expect(placeholders).toEqual(placeholders.map((_, i) => i + 1));
    });
});

test('the unchanged snippets for sites and scenarios make a plan without findings', async () => {
    const workspace = new TestWorkspace();
    const sites = ['hierarchy', 'central', 'primary', 'secondary-sup', 'scenario'].map(prefix => snippets.find(([, snippet]) => snippet.prefix === prefix)![1]);
    await workspace.write({ 'plan.sup': sites.map(({ body }) => insert(body.join('\n'), 0)).join('\n') });
    expect(workspace.listing()).toEqual([]);
});

test('each snippet has a unique prefix and a description', () => {
    const prefixes = snippets.map(([, { prefix }]) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(snippets.filter(([, { description }]) => !description)).toEqual([]);
});

/** The text that VS Code inserts with the default values, and one of the alternatives of each choice. */
function insert(body: string, alternative: number): string {
    const choices = body.replaceAll(/\$\{(\d+)\|((?:\\.|[^|])*)\|\}/g, (_, _number, list: string) => {
        const texts = list.split(/(?<!\\),/).map(text => text.replaceAll('\\,', ','));
        return texts[alternative % texts.length]!;
    });
    const variables = choices.replaceAll('$CURRENT_YEAR', '2030');
    const repeated = variables.replaceAll(/\$\{(\d+)\}/g, (_, number: string) => new RegExp(`\\$\\{${number}:([^{}]*)\\}`).exec(variables)![1]!);
    return repeated.replaceAll(/\$\{\d+:([^{}]*)\}/g, '$1').replaceAll('$0', '');
}
