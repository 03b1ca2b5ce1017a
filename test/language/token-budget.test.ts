import { expect, test } from 'vitest';
import { EmptyFileSystem } from 'langium';
import { fileLimits } from '@sup/model';
import { createSupServices } from '@sup/language';
import type { SegmentParserOptions } from '../../language/src/syntax/parser/langium-internals.js';
import type { Parsers } from '../../language/src/syntax/segments/parse-segment.js';
import { lexerIssuesIn } from '../../language/src/syntax/parser/lexer-issues.js';
import { parseFile, type SegmentedFile } from '../../language/src/syntax/segments/segmented-file.js';
import { byRunLength } from '../support/run-length.js';

// A file that exceeds a limit is parsed up to there, whatever its earlier versions were.

const { FastParser, LangiumParser } = createSupServices(EmptyFileSystem).Sup.parser;
const parsers: Parsers = { fast: FastParser, parse: (text, segmentStart) => LangiumParser.parse(text, { segmentStart } as SegmentParserOptions) };

const sites = (count: number): string => 'primary site NOR\n'.repeat(count);
const mistakes = (lines: number): string => `central site CEN {\n${'  mode: } native\n'.repeat(lines)}}\n`;

const limited: readonly [name: string, text: string][] = [
    ['sites', sites(fileLimits.segments + 3)],
    ['words with mistakes', sites(2) + mistakes(fileLimits.tokensOfSlowSegment / 8).repeat(2 * fileLimits.tokensWithErrors / fileLimits.tokensOfSlowSegment + 1) + sites(3)],
    ['words of one site', `${sites(2)}central site CEN {\n${'  a: b c d e f g h i j\n'.repeat(fileLimits.tokensOfSegment / 10)}}\n${sites(2)}`]
];

const readable = `${sites(2)}central site CEN {\n${'  a: b c d e f g h i j\n'.repeat(fileLimits.tokensOfSlowSegment / 10)}}\n${sites(2)}`;
const tooLong: readonly [name: string, text: string, issues: readonly string[]][] = [
    ['keeps all of a long site that is plainly valid', readable, []],
    ['reads the beginning of a long site with a mistake at its start, and the sites after it', readable.replace('a:', 'a: %'), ['segment-too-long']],
    ['reads the beginning of a long site with a mistake at its end, and reports the mistake', readable.replace('j\n}', 'j\n %}'), ['segment-not-plain']]
];

test.each(tooLong)('%s', (_, text, issues) => {
    const { segments, lexerReport } = parseFile(text, parsers);
    expect(segments.map(segment => segment.text).join('')).toBe(text);
    expect(segments.map(({ members }) => members.length)).toEqual([1, 1, 1, 1, 1]);
    expect(lexerIssuesIn(lexerReport).map(({ kind }) => kind)).toEqual(issues);
});

test('reports a mistake at the end of a long site at its place', () => {
    const { lexerReport } = parseFile(tooLong[2]![1], parsers);
    const [issue] = lexerIssuesIn(lexerReport);
    expect(issue).toMatchObject({ offset: tooLong[2]![1].indexOf('%'), line: 2 + fileLimits.tokensOfSlowSegment / 10 + 2 });
});

function summary({ segments, parserErrors, lexerReport }: SegmentedFile): object {
    return {
        segments: segments.map(({ text, start, members, isUnread, budget }) => [text.length, start.offset, start.line, members.length, isUnread, budget]),
        errors: parserErrors.length, issues: lexerIssuesIn(lexerReport).map(({ kind, offset }) => [kind, offset]).slice(-1)
    };
}

test.each(limited)('parses the beginning of a file with too many %s, and covers the rest with one segment', (_, text) => {
    const { segments, lexerReport } = parseFile(text, parsers);
    expect(segments.map(segment => segment.text).join('')).toBe(text);
    expect(lexerIssuesIn(lexerReport).filter(({ kind }) => kind === 'too-long')).toHaveLength(1);
    expect(segments.at(-1)).toMatchObject({ isUnread: true, members: [] });
});

test.each([...limited, ...tooLong].map(([name, text]) => [name, text] as const))('parses a file at a limit (%s) after an edit as in a fresh parse', (_, text) => {
    const edits: readonly ((text: string) => string)[] = [
        before => before.slice(17), before => before.slice(0, before.length / 3), () => text,
        ...byRunLength({ short: [], long: [(before: string) => before.slice(0, -40), (before: string) => `${before.slice(0, 40)}primary site X {\n${before.slice(40)}`] })
    ];
    let file = parseFile(text, parsers);
    for (const edit of edits) {
        file = parseFile(edit(file.text), parsers, file);
        expect(summary(file)).toEqual(summary(parseFile(file.text, parsers)));
    }
});

test('an edit of a file with too many sites keeps the trees of all other sites, so that no rule checks them again', () => {
    const text = Array.from({ length: fileLimits.segments + 3 }, (_, i) => `primary site S${i}\n`).join('');
    const before = parseFile(text, parsers);
    const after = parseFile(text.replace('S500\n', 'S500 { mode: native }\n'), parsers, before);
    expect(after.segments.filter((segment, i) => segment !== before.segments[i])).toHaveLength(1);
});
