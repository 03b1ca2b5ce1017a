import { describe, expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { applied, workspaceWith } from '../support/workspace.js';

// The rule page shows none of these characters, because files of the project must not contain them.

describe('a character in a text or a comment', () => {
    test.each([
        ['direction', '\u202E', 'U+202E (right-to-left override)'],
        ['direction', '\u2066', 'U+2066 (left-to-right isolate)'],
        ['direction', '\u200F', 'U+200F (right-to-left mark)'],
        ['width', '\u200B', 'U+200B (zero width space)'],
        ['width', '\u00AD', 'U+00AD (soft hyphen)'],
        ['width', '\uFEFF', 'U+FEFF (byte order mark)'],
        ['control', '\x07', 'U+0007 (bell)'],
        ['control', '\x9B', 'U+009B']
    ])('reports and removes a %s character: %j', async (messageId, character, name) => {
        const files = { 'plan.sup': `central site NOR "Nor${character}dlys" // for${character} now\n` };
        const findings = (await workspaceWith(files)).findings('plan.sup');
        expect(findings).toMatchObject([{ rule: { id: 'invisible-character' }, messageId, shownAs: 'warning', at: { offset: 21, length: 1 } }]);
        expect(findings[0]!.message.what).toContain(name);
        const [fix, ...others] = findings[0]!.fixes();
        expect(fix!.title).toBe('Remove the 2 invisible characters in this line');
        expect(applied(files, changesOf(fix!.edits))['plan.sup']).toBe('central site NOR "Nordlys" // for now\n');
        expect(others).toEqual([]);
    });
});

test('reports each line separately', async () => {
    const workspace = await workspaceWith('// \u200B\u200B\n// \u200B\n\n// \u202E\r\n// \u202E');
    expect(workspace.listing()).toEqual([1, 2, 4, 5].map(line => `plan.sup:${line}:4 invisible-character`));
});

test('leaves characters outside of texts and comments to syntax-error', async () => {
    expect((await workspaceWith('central site NOR {\n  mode\u200B: mixed\n}\n')).listing()).toEqual(['plan.sup:2:7 syntax-error']);
});

test('accepts a byte order mark at the beginning', async () => {
    expect((await workspaceWith('\uFEFFcentral site NOR\n')).listing()).toEqual([]);
});
