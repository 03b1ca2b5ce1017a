import { type AstNode, EmptyFileSystem, isReference, type ParseResult } from 'langium';
import { describe, expect, test } from 'vitest';
import { createSupServices } from '@sup/language';
import type * as ast from '../../language/src/syntax/generated/ast.js';
import type { SegmentParserOptions } from '../../language/src/syntax/parser/langium-internals.js';
import type { ParseText } from '../../language/src/syntax/parser/safe-parser.js';
import { LazyCst } from '../../language/src/syntax/fast-parser/lazy-cst.js';
import { segmentStarts } from '../../language/src/syntax/segments/segment-starts.js';
import { parseSegment } from '../../language/src/syntax/segments/parse-segment.js';
import { headOf, spanOfPart } from '../../language/src/analysis/ranges.js';
import { exampleFiles } from '../support/example-files.js';
import { Random } from '../support/random.js';
import { byRunLength } from '../support/run-length.js';
import { fuzzSeed } from './seed.js';
import { randomText } from './texts.js';
import type { Span } from '../../language/src/syntax/span.js';

// What the quick reader reads is what Langium's parser reads, without any mistake. It may leave a text to the parser; it may not
// read one otherwise.

const { FastParser, LangiumParser } = createSupServices(EmptyFileSystem).Sup.parser;

const rounds = byRunLength({ short: 8, long: 20 });
const pieces = Number(process.env['SUP_FUZZ_EDITS'] ?? byRunLength({ short: 4_000, long: 20_000 })) / rounds;
const seed = fuzzSeed(3_000);

/** What both read of a piece, and how many mistakes there are; undefined where it is left to the parser. */
function readTwice(piece: string): [quick: unknown, parsed: unknown] | undefined {
    const parse: ParseText = (text, place) => LangiumParser.parse(text, { place } as SegmentParserOptions);
    const quick = parseSegment(piece, { fast: FastParser, parse });
    if (!(quick.cst instanceof LazyCst)) {
        return undefined;
    }
    const parsed = parse(piece, quick.start);
    return [
        { members: plain(quick.members), places: placesIn(quick.members), lines: quick.lines, mistakes: 0 },
        { members: plain(parsed.value.members), places: placesIn(parsed.value.members), lines: piece.split(/\r\n?|\n/).length - 1, mistakes: mistakesIn(parsed) }
    ];
}

/** Where findings about statements, and about what is said in them, are shown. */
function placesIn(members: readonly ast.Member[]): readonly unknown[] {
    return members.flatMap(member => {
        const parts = Object.keys(member).filter(key => !key.startsWith('$') && key !== 'body').sort().map(part => [part, span(spanOfPart(member, part)), span(spanOfPart(member, part, 1))]);
        return [[member.$type, span(headOf(member)), parts], ...placesIn('body' in member ? member.body?.members ?? [] : [])];
    });
}

function span(place: Span | undefined): readonly number[] | undefined {
    return place && [place.offset, place.end];
}

function mistakesIn({ parserErrors, lexerErrors, lexerReport }: ParseResult): number {
    return parserErrors.length + lexerErrors.length + lexerReport!.diagnostics.length;
}

/** A tree as data: all that is in it but the way up and the tokens. */
function plain(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(plain);
    }
    if (isReference(value)) {
        return `-> ${value.$refText}`;
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    const { $type, $containerProperty, $containerIndex, ...rest } = value as AstNode;
    const words = Object.entries(rest).filter(([key]) => !key.startsWith('$')).map(([key, each]) => [key, plain(each)]);
    return { $type, $containerProperty, $containerIndex, ...Object.fromEntries(words) as object };
}

function piecesOf(text: string): readonly string[] {
    return [...segmentStarts(text)].map((start, i, starts) => text.slice(start, starts[i + 1]));
}

/** What can stand in the way of a word: itself, words that mean something elsewhere, and marks. */
const words: readonly string[] = [
    'site', 'server', 'primary', 'central', 'secondary', 'reports', 'to', 'wsus', 'software', 'update', 'point', 'active', 'cluster', 'synchronization', 'clients', 'proxy', 'allow', 'until', 'because',
    'scenario', 'for', 'assume', 'at', 'expect', 'hierarchy', 'AAA', 'x.y', 'a-b', '_', '-', '8530', '3.0', '08:00', '8:30', '24:0', '"text"', '"a ""quoted"" one"', '"open', '""', 'wsus console: 3.0', 'full synchronization:',
    'key:', 'mode :', 'first scan size: 5 MB', ':', ',', '{', '}', '{ }', '// comment\n', '/* block */', '/* two\nlines */', '/*', '/', '\n', '\r\n', '\r', '\t', ' ', '\f', '\u00a0', 'Håvard', '漢', '='
];

/** A piece in which some tokens have come to another place, or are others. */
function changed(random: Random, piece: string): string {
    const tokens = piece.match(/"[^"\r\n]*"|[A-Za-z0-9_.$+-]+|\s+|[^]/g) ?? [];
    for (let i = 0, count = random.between(0, 3); i < count && tokens.length > 0; i++) {
        const at = random.between(0, tokens.length - 1);
        const roll = random.next();
        const other = roll < 0.3 ? [] : roll < 0.5 ? [tokens[at]!, ' ', tokens[at]!] : roll < 0.6 ? [random.of(tokens)] : roll < 0.8 ? [random.of(words)] : [tokens[at]!, ' ', random.of(words), ' '];
        tokens.splice(at, 1, ...other);
    }
    return tokens.join('');
}

describe(`${rounds} times ${pieces} pieces of plans, some of them changed`, () => {
    test.each(Array.from({ length: rounds }, (_, round) => seed + round))('seed %i: the quick reader reads what the parser reads', each => {
        const random = new Random(each);
        let [read, done] = [0, 0];
        while (done < pieces) {
            for (const piece of piecesOf(randomText(random))) {
                const text = changed(random, piece);
                const both = readTwice(text);
                if (both) {
                    expect(both[0], JSON.stringify(text)).toEqual(both[1]);
                    read++;
                }
                done++;
            }
        }
        expect(read / done, 'the share that is read quickly').toBeGreaterThan(0.3);
    }, 300_000);
});

test.each(['brightwater', 'scenarios', 'starter'])('every piece of the example %s is read quickly', example => {
    for (const piece of Object.values(exampleFiles(example)).flatMap(piecesOf)) {
        expect(readTwice(piece), piece).toBeDefined();
    }
});
