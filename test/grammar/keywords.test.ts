import fc from 'fast-check';
import { EmptyFileSystem } from 'langium';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createSupServices } from '@sup/language';
import { keywords, lineWith } from '../support/keywords.js';
import { byRunLength } from '../support/run-length.js';
import { loadGrammar, type ScopedToken, tokenize } from '../support/textmate.js';

const grammar = await loadGrammar();
const lexer = createSupServices(EmptyFileSystem).Sup.parser.Lexer;

describe('keyword scopes', () => {
    test.each(keywords)('%s has a keyword scope where it is a keyword', keyword => {
        const token = tokenize(grammar, lineWith(keyword)).find(({ text }) => text === keyword);
        expect(token?.scopes.at(-1)).toMatch(/^keyword\.(?!other\.unit)/);
    });

    test.each(keywords)('%s does not have a keyword scope where it is a plain word', keyword => {
        const text = `source: server ${keyword}, ${keyword}`;
        expect(tokenize(grammar, text).filter(isKeyword).map(token => token.text)).toEqual([]);
    });
});

describe('agreement on keywords', () => {
    test.each(globSync('examples/**/*.sup').sort())('the lexer and the TextMate grammar find the same keywords in %s', file => {
        expectAgreement(readFileSync(file, 'utf8'));
    });

    test('the lexer and the TextMate grammar find the same keywords in random statements with keywords as names and values', () => {
        fc.assert(fc.property(plans(), expectAgreement), { numRuns: byRunLength({ short: 500, long: 3_000 }), seed: 2007 });
    });
});

function expectAgreement(text: string): void {
    const scoped = tokenize(grammar, text).filter(isKeyword).flatMap(({ line, start }) => [`${line + 1}:${start + 1}`]);
    const lexed = lexer.tokenize(text).tokens.filter(token => keywords.includes(token.tokenType.name)).map(token => `${token.startLine}:${token.startColumn}`);
    expect(scoped, text).toEqual(lexed);
}

function isKeyword({ scopes }: ScopedToken): boolean {
    return scopes.some(scope => scope.startsWith('keyword.') && scope !== 'keyword.other.unit.sup');
}

/** Valid statements in any order and layout, most of whose names and values are keywords. */
function plans(): fc.Arbitrary<string> {
    const word = fc.constantFrom(...keywords, 'CEN', 'x.y', '001');
    const head = fc.oneof(
        fc.tuple(fc.constantFrom('hierarchy', 'server', 'cluster'), word).map(parts => parts.join(' ')),
        fc.tuple(fc.constantFrom('central', 'primary', 'secondary'), word).map(([kind, code]) => `${kind} site ${code} "site"`),
        fc.tuple(word, word, word).map(([code, first, second]) => `secondary site ${code} reports to ${first}, ${second}`),
        fc.constantFrom('wsus 3.0 SP2', 'wsus', 'software update point', 'synchronization', 'proxy', 'clients "clients"'),
        word.map(state => `software update point ${state}`)
    );
    const scenario = fc.tuple(fc.constantFrom('', ' "for"'), fc.constantFrom('', ' for 7 days', ' for 1d 3h')).map(parts => `scenario${parts.join('')}`);
    const time = fc.constantFrom('1d', '2 hours', '2d 02:07', 'site', '1d, 3h');
    const phrase = fc.array(fc.oneof(word, fc.constantFrom('7 days', '3h', '"at"', '80, 443')), { minLength: 1, maxLength: 5 }).map(parts => parts.join(' '));
    const sentence = fc.oneof(fc.tuple(time, phrase).map(([at, action]) => `at ${at}: ${action}`), phrase.map(claim => `expect ${claim}`), time.map(at => `at ${at}`));
    const block = fc.tuple(fc.oneof(head, scenario, fc.constant('assume')), fc.constantFrom('', ' {', ' { }', ' {}')).map(parts => parts.join(''));
    const allow = fc.tuple(word, fc.constantFrom('', ' until 2027-06-30'), fc.constantFrom('', ' because "until then"')).map(parts => `allow ${parts.join('')}`);
    const values = fc.array(fc.oneof(word, fc.constantFrom('80', '02:07', '7 days', '"server"', '"a""b"')), { minLength: 1, maxLength: 4 });
    const key = fc.constantFrom('fqdn: ', 'retry interval: ', 'clients: ', 'wsus console: ', 'internet fqdn: ', 'site : ');
    const property = fc.tuple(key, values, fc.constantFrom(' ', ', ')).map(([name, list, separator]) => name + list.join(separator));
    const continued = fc.tuple(property, fc.constantFrom(',\n  "site"', ', // server\n  CEN')).map(parts => parts.join(''));
    const other = fc.constantFrom('site server', 'site server  fqdn: "x"', 'sever CEN {', '}', '// site', '/* site\n server */', '');
    const statement = fc.oneof(block, allow, sentence, property, continued, fc.tuple(property, property).map(parts => parts.join('  ')), other);
    const line = fc.tuple(fc.constantFrom('', '  ', '/* c */ ', '} '), statement, fc.constantFrom('', ' // server', ' /* site */')).map(parts => parts.join(''));
    return fc.array(line, { minLength: 1, maxLength: 5 }).map(lines => lines.join('\n'));
}
