import { describe, expect, test } from 'vitest';
import { Progress } from '../../cli/src/progress.js';
import { usesColor } from '../../cli/src/terminal.js';
import { columnsOf, visible } from '../../cli/src/visible.js';

describe('progress', () => {
    function setUp(isTTY: boolean) {
        let now = 0;
        let written = '';
        const stream = { isTTY, write: (text: string) => { written += text; return true; } };
        const progress = new Progress(stream, () => now);
        const showAt = (time: number, text: string): void => { now = time; progress.show(text); };
        return { progress, showAt, written: () => written };
    }

    test('shows progress after a second and at most ten times a second, and erases it at the end', () => {
        const { progress, showAt, written } = setUp(true);
        [[0, 'a'], [999, 'b'], [1001, 'c'], [1050, 'd'], [1102, 'e']].forEach(([time, text]) => showAt(Number(time), String(text)));
        expect(written()).toBe('\r\x1b[Kc\r\x1b[Ke');
        progress.end();
        expect(written()).toBe('\r\x1b[Kc\r\x1b[Ke\r\x1b[K');
    });

    test('shows no progress for a short command', () => {
        const { progress, showAt, written } = setUp(true);
        showAt(500, 'a');
        progress.end();
        expect(written()).toBe('');
    });

    test('shows no progress without a terminal', () => {
        const { progress, showAt, written } = setUp(false);
        showAt(5000, 'a');
        progress.end();
        expect(written()).toBe('');
    });
});

describe('color', () => {
    test.each<[boolean | undefined, NodeJS.ProcessEnv, boolean]>([
        [true, {}, true],
        [true, { NO_COLOR: '' }, true],
        [true, { NO_COLOR: '1' }, false],
        [true, { TERM: 'dumb' }, false],
        [true, { FORCE_COLOR: '0' }, false],
        [undefined, {}, false],
        [undefined, { FORCE_COLOR: '3', TERM: 'dumb' }, true]
    ])('decides on color by the terminal (%s) and the environment (%j)', (isTTY, env, expected) => {
        expect(usesColor(isTTY === undefined ? {} : { isTTY }, env)).toBe(expected);
    });
});

describe('visible text', () => {
    test.each([
        ['Ålesund 😀 日本 e\u0301', 'Ålesund 😀 日本 e\u0301'],
        ['\x1b]8;;http://x\x07link\x1b]8;;\x07', '\\x1b]8;;http://x\\x07link\\x1b]8;;\\x07'],
        ['a\rb\nc\x00\x7f\x85\x9b', 'a\\x0db\\x0ac\\x00\\x7f\\x85\\x9b'],
        ['\u202e\u2066\u200e\u061c\u200b\u2028\ufeff', '\\u202e\\u2066\\u200e\\u061c\\u200b\\u2028\\ufeff'],
        ['a\tb', 'a    b'],
        ['\ud83d \ude00', '\\ud83d \\ude00']
    ])('escapes control characters in %j', (text, expected) => {
        expect(visible(text)).toBe(expected);
    });

    test.each([['abc', 3], ['日本', 4], ['😀', 2], ['e\u0301', 1], ['', 0], ['Å·ß', 3]])('counts the columns of %j as %i', (text, columns) => {
        expect(columnsOf(text)).toBe(columns);
    });
});
