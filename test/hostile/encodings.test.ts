import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { survives, tally } from '../support/hostile.js';

// Encodings, line breaks and invisible characters: each causes at most one finding, and does not move the others.

const sample = readFileSync(new URL('../../examples/starter/starter.sup', import.meta.url), 'utf8');

test.each([
    ['an empty file', ''],
    ['white space', ' \t\n\r\n\n'],
    ['a comment', '// nothing yet'],
    ['a byte order mark and nothing else', '\uFEFF'],
    ['a byte order mark before a plan', `\uFEFF${sample}`],
    ['CRLF', sample.replaceAll('\n', '\r\n')],
    ['CR alone', sample.replaceAll('\n', '\r')],
    ['no line break at the end', sample.trimEnd()],
    ['a thousand line breaks at the end', sample + '\n'.repeat(1_000)],
    ['line breaks of all kinds', sample.split('\n').map((line, i) => line + ['\n', '\r\n', '\r'][i % 3]!).join('')]
])('%s has no findings', async (_, text) => {
    expect(tally(await survives(text))).toEqual({});
});

test('the kind of line break does not change positions', async () => {
    const broken = sample.replace('mode: mixed', 'mode: mxed').replace('site server', 'site sever');
    const places = await Promise.all(['\n', '\r\n', '\r'].map(async lineBreak => (await survives(broken.replaceAll('\n', lineBreak))).listing()));
    expect(places[0]).not.toEqual([]);
    expect(places[1]).toEqual(places[0]);
    expect(places[2]).toEqual(places[0]);
});

test('reports a byte order mark inside a file once', async () => {
    expect(tally(await survives(sample.replace('\n', '\n\uFEFF')))).toEqual({ 'invisible-character': 1 });
});

test.each([
    ['UTF-16 read as UTF-8', `\uFFFD\uFFFD${[...sample].map(character => `${character}\0`).join('')}`],
    ['a binary file', '\uFFFDPNG\r\n\x1A\n\0\0\0\rIHDR\0\0\uFFFD{{{"'],
    ['a NUL', '\0'],
    ['a plan with one NUL', sample.replace('mixed', 'mi\0xed')]
])('%s causes one finding', async (_, text) => {
    expect(tally(await survives(text))).toEqual({ 'syntax-error': 1 });
});

test('reports a character of another encoding as a warning on its line', async () => {
    const workspace = await survives(sample.replace('Harbour Street', 'Stra\uFFFDe'));
    expect(workspace.diagnostics('plan.sup')).toMatchObject([{ code: 'invisible-character', severity: 2 }]);
});

test.each(['\u2028', '\u2029', '\u0085', '\v', '\f', '\u00A0', '\u3000'])('%j between tokens does not move the lines', async character => {
    const workspace = await survives(`${character}\n${sample.replaceAll(' reports to ', `${character} reports to${character} `)}mode: x\n`);
    expect(workspace.listing().at(-1)).toBe(`plan.sup:${sample.split('\n').length + 1}:1 misplaced-property`);
});

test.each([...Array(0x21).keys(), 0x7F].filter(code => code !== 0).map(code => [code.toString(16), String.fromCharCode(code)]))('U+%s alone is white space or one finding that names it', async (code, character) => {
    const workspace = await survives(character);
    expect(workspace.listing().length).toBe(/\s/.test(character) ? 0 : 1);
    expect(workspace.diagnostics('plan.sup').every(({ message }) => String(message).includes(`U+00${code.toUpperCase().padStart(2, '0')}`))).toBe(true);
});

test('a character outside the basic plane is named by its code point and counts as two', async () => {
    const [first, ...others] = (await survives('central site NOR { 😀 mode native }')).diagnostics('plan.sup');
    expect(first).toMatchObject({ code: 'syntax-error', range: { start: { character: 19 }, end: { character: 21 } } });
    expect(first!.message).toContain('U+1F600');
    expect(others).toEqual([]);
});

test.each(['\ud83d', '\ude00', '\ud83d\ud83d', 'x\ud83d', '"\ud83d', 'server "\ud83d" {', 'central site NOR "\ude00" reports to', 'central site NOR { mode: "\ud83d" }', 'hierarchy "\ud83d"\nhierarchy "\ude00"', 'allow "\ud83d"', '// \ud83d'])('never repeats half a surrogate pair in an answer: %j', async text => {
    await survives(text);
});

test.each([...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200B\u200C\u200D\u2060\uFEFF\uFFFD\x07\x9B'])('%j is found in names, texts and comments', async character => {
    const inComment = await survives(`// a${character}b\n`);
    const inText = await survives(`central site NOR "Nor${character}dlys" {\n}\n`);
    expect(tally(inComment)).toEqual({ 'invisible-character': 1 });
    expect(tally(inText)['invisible-character']).toBe(1);
    expect(inComment.diagnostics('plan.sup')[0]!.message).toMatch(/U\+[0-9A-F]{4}/);
    expect((await survives(`central site N${character}R {\n}\n`)).listing()).not.toEqual([]);
});
