import { describe, expect, test } from 'vitest';
import { Random } from '../support/random.js';
import { segmentsOf } from '../../language/src/syntax/segments/segmented-file.js';
import { fileLimits, sharedTextEnds } from '@sup/model';
import { workspaceWith } from '../support/workspace.js';

// Where a file is cut, so that an edit is read by itself.

const cutsOf = async (text: string): Promise<string[]> => segmentsOf((await workspaceWith(text)).document('plan.sup')).map(segment => segment.text);

describe('a file is cut', () => {
    test.each<[string, string[]]>([
        ['before sites, scenarios and the name of the hierarchy', ['// a plan\n', 'hierarchy A\n', 'central site AAA {\n}\n', 'secondary site BBB reports to AAA\n', 'scenario "x" for 1 day {\n}\n']],
        ['whatever blocks are open', ['central site AAA {\n  server X {\n', 'primary site BBB reports to AAA {\n}\n']],
        ['whatever ends its lines', ['hierarchy A\r\n', 'central site AAA\r', 'primary site BBB reports to AAA\n']],
        ['behind a text that is not closed', ['central site AAA "x\n', 'primary site BBB reports to AAA\n']],
        ['behind the end of a comment', ['/* central site AAA\ncentral site AAA */\n', 'central site AAA\n']]
    ])('%s', async (_, segments) => {
        expect(await cutsOf(segments.join(''))).toEqual(segments);
    });

    test.each<[string, string]>([
        ['in a comment', '/*\ncentral site AAA\n*/\n'],
        ['in a comment that nothing ends', '/*\ncentral site AAA\n'],
        ['where the line is indented, and may stand in a block', 'central site AAA {\n  primary site BBB {\n  }\n}\n'],
        ['before a key', 'central site AAA {\nscenario: x\nhierarchy: y\n}\n'],
        ['before words that begin no site', 'central site AAA {\nprimary sites\nprimary site: x\n}\n']
    ])('not %s', async (_, text) => {
        expect(await cutsOf(text)).toEqual([text]);
    });

    test('not at all where it cannot be read', async () => {
        const text = 'hierarchy A\ncentral site AAA\n';
        expect(await cutsOf(`${text}\0`)).toHaveLength(1);
        expect(await cutsOf(text.padEnd(fileLimits.characters + 1, ' '))).toHaveLength(1);
    });
});

test('what two texts share at their ends is found', () => {
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
