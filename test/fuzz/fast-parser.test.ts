import { type AstNode, EmptyFileSystem, isReference, type ParseResult } from 'langium';
import { describe, expect, test } from 'vitest';
import { createSupServices } from '@sup/language';
import type * as ast from '../../language/src/syntax/generated/ast.js';
import type { SegmentParserOptions } from '../../language/src/syntax/parser/langium-internals.js';
import type { ParseText } from '../../language/src/syntax/parser/safe-parser.js';
import { segmentStarts } from '../../language/src/syntax/segments/segment-starts.js';
import { parseFast } from '../../language/src/syntax/segments/parse-segment.js';
import { headOf, spanOfPart } from '../../language/src/analysis/ranges.js';
import { exampleFiles } from '../support/example-files.js';
import { Random } from '../support/random.js';
import { byRunLength } from '../support/run-length.js';
import { fuzzSeed } from './seed.js';
import { randomText } from './texts.js';
import type { Span } from '../../language/src/syntax/span.js';

// The fast parser builds the same tree as Langium's parser, for texts without errors only. It may leave a text to Langium's parser,
// but must not parse it differently.

const { FastParser, LangiumParser } = createSupServices(EmptyFileSystem).Sup.parser;

const rounds = byRunLength({ short: 8, long: 20 });
const segmentsPerRound = Number(process.env['SUP_FUZZ_EDITS'] ?? byRunLength({ short: 2_000, long: 20_000 })) / rounds;
const seed = fuzzSeed(3_000);

/** The results of both parsers for a segment, errors included; undefined if the fast parser gives up. */
function parseWithBoth(segment: string): [fast: unknown, langium: unknown] | undefined {
    const parse: ParseText = (text, segmentStart) => LangiumParser.parse(text, { segmentStart } as SegmentParserOptions);
    const fast = parseFast(segment, 0, { fast: FastParser, parse });
    if (!fast) {
        return undefined;
    }
    const langium = parse(segment, fast.start);
    return [
        { members: plain(fast.members), places: placesIn(fast.members), lines: fast.lines, errors: 0 },
        { members: plain(langium.value.members), places: placesIn(langium.value.members), lines: segment.split(/\r\n?|\n/).length - 1, errors: errorsIn(langium) }
    ];
}

/** The spans of findings about statements and their parts. */
function placesIn(members: readonly ast.Member[]): readonly unknown[] {
    return members.flatMap(member => {
        const parts = Object.keys(member).filter(key => !key.startsWith('$') && key !== 'body').sort().map(part => [part, span(spanOfPart(member, part)), span(spanOfPart(member, part, 1))]);
        return [[member.$type, span(headOf(member)), parts], ...placesIn('body' in member ? member.body?.members ?? [] : [])];
    });
}

function span(place: Span | undefined): readonly number[] | undefined {
    return place && [place.offset, place.end];
}

function errorsIn({ parserErrors, lexerErrors, lexerReport }: ParseResult): number {
    return parserErrors.length + lexerErrors.length + lexerReport!.diagnostics.length;
}

/** A tree as plain data, without containers and tokens. */
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

function segmentTextsOf(text: string): readonly string[] {
    return [...segmentStarts(text)].map((start, i, starts) => text.slice(start, starts[i + 1]));
}

/** Replacements for a token: words that are keywords elsewhere, other tokens and marks. */
const words: readonly string[] = [
    'site', 'server', 'primary', 'central', 'secondary', 'reports', 'to', 'wsus', 'software', 'update', 'point', 'active', 'cluster', 'synchronization', 'clients', 'proxy', 'allow', 'until', 'because',
    'scenario', 'for', 'assume', 'at', 'expect', 'hierarchy', 'AAA', 'x.y', 'a-b', '_', '-', '8530', '3.0', '08:00', '8:30', '24:0', '"text"', '"a ""quoted"" one"', '"open', '""', 'wsus console: 3.0', 'full synchronization:',
    'key:', 'mode :', 'first scan size: 5 MB', ':', ',', '{', '}', '{ }', '// comment\n', '/* block */', '/* two\nlines */', '/*', '/', '\n', '\r\n', '\r', '\t', ' ', '\f', '\u00a0', 'Håvard', '漢', '=', '95 %', '5%', '%'
];

/** A segment with some tokens moved, removed or replaced. */
function mutated(random: Random, segment: string): string {
    const tokens = segment.match(/"[^"\r\n]*"|[A-Za-z0-9_.$+-]+|\s+|[^]/g) ?? [];
    for (let i = 0, count = random.between(0, 3); i < count && tokens.length > 0; i++) {
        const at = random.between(0, tokens.length - 1);
        const roll = random.next();
        const other = roll < 0.3 ? [] : roll < 0.5 ? [tokens[at]!, ' ', tokens[at]!] : roll < 0.6 ? [random.of(tokens)] : roll < 0.8 ? [random.of(words)] : [tokens[at]!, ' ', random.of(words), ' '];
        tokens.splice(at, 1, ...other);
    }
    return tokens.join('');
}

describe(`${rounds} rounds of ${segmentsPerRound} segments, some of them mutated`, () => {
    test.each(Array.from({ length: rounds }, (_, round) => seed + round))('the fast parser and Langium\'s parser build the same trees with seed %i', each => {
        const random = new Random(each);
        let [parsedFast, done] = [0, 0];
        while (done < segmentsPerRound) {
            for (const segment of segmentTextsOf(randomText(random))) {
                const text = mutated(random, segment);
                const both = parseWithBoth(text);
                if (both) {
                    expect(both[0], JSON.stringify(text)).toEqual(both[1]);
                    parsedFast++;
                }
                done++;
            }
        }
        expect(parsedFast / done, 'share of segments that the fast parser accepts').toBeGreaterThan(0.3);
    }, 300_000);
});

test.each(['brightwater', 'scenarios', 'starter'])('the fast parser accepts every segment of the example %s', example => {
    for (const segment of Object.values(exampleFiles(example)).flatMap(segmentTextsOf)) {
        expect(parseWithBoth(segment), segment).toBeDefined();
    }
});
