import { EmptyFileSystem } from 'langium';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createSupServices } from '@sup/language';
import { segmentStarts } from '../../language/src/syntax/segments/segment-starts.js';
import { headWordsOf, keywords, lineWith } from '../support/keywords.js';

// The keywords of the grammar are also known to the lexer, the fast parser, the splitter of files, and the regular expressions of
// text edits. `npm run generate` writes those of the TextMate grammar, and keywords.test.ts checks its scopes.

const { FastParser, Lexer } = createSupServices(EmptyFileSystem).Sup.parser;

/** All words that begin a statement, and those that do so only at the top level. */
const headWords = headWordsOf('SupFile');
const topLevelWords = headWordsOf('HierarchyHeader', 'Site', 'Scenario').filter(word => !headWordsOf('Statement').includes(word));

test('the grammar has statements for the head words of this test', () => {
    expect(headWords).toEqual(expect.arrayContaining(['allow', 'at', 'central', 'hierarchy', 'site', 'wsus']));
    expect(topLevelWords).toEqual(['central', 'hierarchy', 'primary', 'scenario', 'secondary']);
});

test.each(keywords)('the lexer knows the keyword %s', keyword => {
    const tokens = Lexer.tokenize(lineWith(keyword)).tokens.filter(({ image }) => image === keyword);
    expect(tokens.map(({ tokenType }) => tokenType.name)).toEqual([keyword]);
});

test.each(headWords)('the fast parser knows the statement %s', keyword => {
    expect(FastParser.parse(lineWith(keyword))?.members).toHaveLength(1);
});

test.each(headWords)('a file is split before %s if it is valid at the top level only', keyword => {
    expect([...segmentStarts(`// plan\n${lineWith(keyword)}\n`)]).toHaveLength(topLevelWords.includes(keyword) ? 2 : 1);
});

describe('text edits', () => {
    const source = readFileSync('language/src/linter/edits/text-edits.ts', 'utf8');
    const words = [...source.matchAll(/: (\/\^.*\/),?$/gm)].flatMap(([, pattern]) => pattern!.match(/(?<!\\)[a-z]{2,}/g) ?? []);

    test('regular expressions of text edits contain keywords of the grammar only', () => {
        expect(words).toEqual(expect.arrayContaining(['site', 'scenario', 'for']));
        expect(words.filter(word => !keywords.includes(word))).toEqual([]);
    });
});
