import { describe, expect, test } from 'vitest';
import { Progress } from '../../cli/src/progress.js';
import { usesColour } from '../../cli/src/terminal.js';
import { columnsOf, visible } from '../../cli/src/visible.js';

describe('progress', () => {
    function setUp(isTTY: boolean) {
        let now = 0;
        let written = '';
        const stream = { isTTY, write: (text: string) => { written += text; return true; } };
        const progress = new Progress(stream, () => now);
        const sayAt = (time: number, what: string): void => { now = time; progress.say(what); };
        return { progress, sayAt, written: () => written };
    }

    test('is silent for a second, then one line that changes ten times a second at most, and is taken away', () => {
        const { progress, sayAt, written } = setUp(true);
        [[0, 'a'], [999, 'b'], [1001, 'c'], [1050, 'd'], [1102, 'e']].forEach(([time, what]) => sayAt(Number(time), String(what)));
        expect(written()).toBe('\r\x1b[Kc\r\x1b[Ke');
        progress.end();
        expect(written()).toBe('\r\x1b[Kc\r\x1b[Ke\r\x1b[K');
    });

    test('leaves no trace of a short check', () => {
        const { progress, sayAt, written } = setUp(true);
        sayAt(500, 'a');
        progress.end();
        expect(written()).toBe('');
    });

    test('is silent where nobody watches', () => {
        const { progress, sayAt, written } = setUp(false);
        sayAt(5000, 'a');
        progress.end();
        expect(written()).toBe('');
    });
});

describe('colour', () => {
    test.each<[boolean | undefined, NodeJS.ProcessEnv, boolean]>([
        [true, {}, true],
        [true, { NO_COLOR: '' }, true],
        [true, { NO_COLOR: '1' }, false],
        [true, { TERM: 'dumb' }, false],
        [true, { FORCE_COLOR: '0' }, false],
        [undefined, {}, false],
        [undefined, { FORCE_COLOR: '3', TERM: 'dumb' }, true]
    ])('terminal: %s, environment: %j', (isTTY, env, expected) => {
        expect(usesColour(isTTY === undefined ? {} : { isTTY }, env)).toBe(expected);
    });
});

describe('visible', () => {
    test.each([
        ['Ålesund 😀 日本 e\u0301', 'Ålesund 😀 日本 e\u0301'],
        ['\x1b]8;;http://x\x07link\x1b]8;;\x07', '\\x1b]8;;http://x\\x07link\\x1b]8;;\\x07'],
        ['a\rb\nc\x00\x7f\x85\x9b', 'a\\x0db\\x0ac\\x00\\x7f\\x85\\x9b'],
        ['\u202e\u2066\u200e\u061c\u200b\u2028\ufeff', '\\u202e\\u2066\\u200e\\u061c\\u200b\\u2028\\ufeff'],
        ['a\tb', 'a    b'],
        ['\ud83d \ude00', '\\ud83d \\ude00']
    ])('%j', (text, expected) => {
        expect(visible(text)).toBe(expected);
    });

    test.each([['abc', 3], ['日本', 4], ['😀', 2], ['e\u0301', 1], ['', 0], ['Å·ß', 3]])('%j takes %i columns', (text, columns) => {
        expect(columnsOf(text)).toBe(columns);
    });
});
