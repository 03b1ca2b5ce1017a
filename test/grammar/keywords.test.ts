import fc from 'fast-check';
import { EmptyFileSystem } from 'langium';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createSupServices } from '@sup/language';
import { loadGrammar, type ScopedToken, tokenize } from '../support/textmate.js';

const grammar = await loadGrammar();
const lexer = createSupServices(EmptyFileSystem).Sup.parser.Lexer;

/** The keywords of the Langium grammar, from its generated types. */
const keywords = [.../export type SupKeywordNames =([^;]*);/.exec(readFileSync('language/src/generated/ast.ts', 'utf8'))![1]!.matchAll(/"([a-z]+)"/g)].map(match => match[1]!);

/** A line in which each keyword is one. */
const places: Record<string, string> = {
    allow: 'allow some-rule', because: 'allow some-rule because "x"', until: 'allow some-rule until 2027-06-30',
    central: 'central site CEN', primary: 'primary site PRI', secondary: 'secondary site SEC', site: 'site ABC',
    reports: 'site ABC reports to CEN', to: 'site ABC reports to CEN',
    hierarchy: 'hierarchy Contoso', server: 'server S', cluster: 'cluster C', wsus: 'wsus 3.0', clients: 'clients "x"',
    synchronization: 'synchronization', proxy: 'proxy',
    software: 'software update point', update: 'software update point', point: 'software update point'
};

describe('a keyword of the language', () => {
    test.each(keywords)('%s is coloured as one', keyword => {
        const token = tokenize(grammar, placeOf(keyword)).find(({ text }) => text === keyword);
        expect(token?.scopes.at(-1)).toMatch(/^keyword\.(?!other\.unit)/);
    });

    test.each(keywords)('%s is not coloured as one where it is a plain word', keyword => {
        const text = `source: server ${keyword}, ${keyword}`;
        expect(tokenize(grammar, text).filter(isKeyword).map(token => token.text)).toEqual([]);
    });
});

describe('lexer and colours agree on what is a keyword', () => {
    test.each(globSync('examples/**/*.sup').sort())('in %s', file => {
        expectAgreement(readFileSync(file, 'utf8'));
    });

    test('in any order of words', () => {
        fc.assert(fc.property(texts(), expectAgreement), { numRuns: 3000, seed: 2007 });
    });
});

function placeOf(keyword: string): string {
    const place = places[keyword];
    expect(place, `no place is known for the new keyword ${keyword}`).toBeDefined();
    return place!;
}

function expectAgreement(text: string): void {
    const coloured = tokenize(grammar, text).filter(isKeyword).flatMap(({ line, start }) => [`${line + 1}:${start + 1}`]);
    const lexed = lexer.tokenize(text).tokens.filter(token => keywords.includes(token.tokenType.name)).map(token => `${token.startLine}:${token.startColumn}`);
    expect(coloured, text).toEqual(lexed);
}

function isKeyword({ scopes }: ScopedToken): boolean {
    return scopes.some(scope => scope.startsWith('keyword.') && scope !== 'keyword.other.unit.sup');
}

/** Lines of statements and properties whose words are keywords more often than not. */
function texts(): fc.Arbitrary<string> {
    const word = fc.constantFrom(...keywords, 'CEN', 'x.y', '"s"', '"a""b"', '3.0', '80', '02:07', 'days');
    const words = fc.uniqueArray(word, { maxLength: 6 }).map(list => list.join(' '));
    const statement = fc.tuple(words, fc.constantFrom('', '{', '}'), words).map(parts => parts.join(' '));
    const key = fc.constantFrom('fqdn: ', 'clients: ', 'wsus console: ', 'internet fqdn: ', 'site : ');
    const property = fc.tuple(key, words).map(parts => parts.join(''));
    const properties = fc.tuple(property, fc.oneof(property, fc.constant('')), fc.constantFrom('', ',')).map(([first, second, comma]) => `${first}  ${second}${comma}`);
    const start = fc.constantFrom('', '  ', '/* c */ ', '} ', '{');
    const end = fc.constantFrom('', ' // server', ' /* site */');
    const line = fc.tuple(start, fc.oneof(statement, properties), end).map(parts => parts.join(''));
    return fc.array(line, { minLength: 1, maxLength: 3 }).map(lines => lines.join('\n'));
}
