import { describe, expect, test } from 'vitest';
import { Random } from '../support/random.js';
import { segmentsOf } from '../../language/src/syntax/segments/segmented-file.js';
import { fileLimits, sharedTextEnds } from '@sup/model';
import { workspaceWith } from '../support/workspace.js';

// How a file is split into segments, which are parsed on their own.

const segmentTextsOf = async (text: string): Promise<string[]> => segmentsOf((await workspaceWith(text)).document('plan.sup')).map(segment => segment.text);

describe('segments of a file', () => {
    test.each<[string, string[]]>([
        ['before sites, scenarios and the name of the hierarchy', ['// a plan\n', 'hierarchy A\n', 'central site AAA {\n}\n', 'secondary site BBB reports to AAA\n', 'scenario "x" for 1 day {\n}\n']],
        ['at a head despite open blocks', ['central site AAA {\n  server X {\n', 'primary site BBB reports to AAA {\n}\n']],
        ['after any kind of line break', ['hierarchy A\r\n', 'central site AAA\r', 'primary site BBB reports to AAA\n']],
        ['after an unclosed string', ['central site AAA "x\n', 'primary site BBB reports to AAA\n']],
        ['after the end of a comment', ['/* central site AAA\ncentral site AAA */\n', 'central site AAA\n']]
    ])('a file is split %s', async (_, segments) => {
        expect(await segmentTextsOf(segments.join(''))).toEqual(segments);
    });

    test.each<[string, string]>([
        ['in a comment', '/*\ncentral site AAA\n*/\n'],
        ['in an unclosed comment', '/*\ncentral site AAA\n'],
        ['before an indented line, which may belong to a block', 'central site AAA {\n  primary site BBB {\n  }\n}\n'],
        ['before a key', 'central site AAA {\nscenario: x\nhierarchy: y\n}\n'],
        ['before words that do not begin a site', 'central site AAA {\nprimary sites\nprimary site: x\n}\n']
    ])('a file is not split %s', async (_, text) => {
        expect(await segmentTextsOf(text)).toEqual([text]);
    });

    test('a rejected file is not split', async () => {
        const text = 'hierarchy A\ncentral site AAA\n';
        expect(await segmentTextsOf(`${text}\0`)).toHaveLength(1);
        expect(await segmentTextsOf(text.padEnd(fileLimits.characters + 1, ' '))).toHaveLength(1);
    });
});

test('sharedTextEnds finds the common prefix and suffix of random texts', () => {
    const random = new Random(7);
    for (let i = 0; i < 400; i++) {
        const text = Array.from({ length: random.between(0, 40) }, () => random.of(['a', 'b'])).join('');
        const at = random.between(0, text.length);
        const other = text.slice(0, at) + Array.from({ length: random.between(0, 4) }, () => random.of(['a', 'b'])).join('') + text.slice(at + random.between(0, 4));
        const { start, end } = sharedTextEnds(text, other);
        expect([text.slice(0, start), text.slice(text.length - end)]).toEqual([other.slice(0, start), other.slice(other.length - end)]);
        expect(start + end).toBeLessThanOrEqual(Math.min(text.length, other.length));
        expect(text[start] === other[start] && start + end < Math.min(text.length, other.length), `${text} ${other}`).toBe(false);
    }
});
