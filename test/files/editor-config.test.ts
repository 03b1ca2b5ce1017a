import { describe, expect, test } from 'vitest';
import { parseEditorConfig } from '../../files/src/editor-config-text.js';

describe('patterns of .editorconfig', () => {
    test.each([
        ['*', 'a.sup', true], ['*', 'plans/a.sup', true], ['*.sup', 'plans/a.sup', true], ['*.sup', 'a.md', false], ['/*.sup', 'a.sup', true],
        ['/*.sup', 'plans/a.sup', false], ['plans/*.sup', 'plans/a.sup', true], ['plans/*.sup', 'plans/west/a.sup', false], ['plans/**.sup', 'plans/west/a.sup', true],
        ['plans/**/a.sup', 'plans/a.sup', true], ['?.sup', 'a.sup', true], ['?.sup', 'ab.sup', false], ['[ab].sup', 'b.sup', true], ['[!ab].sup', 'b.sup', false],
        ['*.{md,sup}', 'a.sup', true], ['{a,b{c,d}}.sup', 'bd.sup', true], ['{a}.sup', '{a}.sup', true], ['{a}.sup', 'a.sup', false], ['p{1..3}.sup', 'p2.sup', true],
        ['p{1..3}.sup', 'p4.sup', false], ['a.sup', 'axsup', false], ['[z-a].sup', 'b.sup', false], ['{a,b}'.repeat(40), 'a', false], ['x'.repeat(501), 'x', false]
    ])('%s and %s: %s', (pattern, path, isMatch) => {
        expect(parseEditorConfig(`[${pattern}]\nindent_size = 4`).sections[0]!.matches(path)).toBe(isMatch);
    });
});
