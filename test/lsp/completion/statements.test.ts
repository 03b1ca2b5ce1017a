import { describe, expect, test } from 'vitest';
import { choosing, labels, supportSnippets } from '../../support/completing.js';
import { TestEditor } from '../../support/editor.js';

describe('completion of keys and statements', () => {
    test('offers top-level statements in a file', async () => {
        expect(await labels('|')).toEqual(['hierarchy', 'central site', 'primary site', 'scenario', 'allow']);
        expect(await labels('hierarchy H\n|')).toEqual(['central site', 'primary site', 'scenario', 'allow']);
        expect(await labels('central s|')).toEqual(['central site']);
        expect(await labels('central site AAA { }\n|\nprimary site BBB reports to AAA')).toEqual(['hierarchy', 'primary site', 'secondary site', 'scenario', 'allow']);
    });

    test('offers the keys and statements that a block still lacks', async () => {
        expect(await labels('central site AAA {\n  |\n}')).toEqual(['release', 'mode', 'clients', 'group policy', 'cannot reach', 'server', 'synchronization', 'clients', 'allow']);
        expect(await labels('central site AAA {\n  mode: mixed\n  |\n  release: SP2\n  synchronization { }\n}')).toEqual(['clients', 'group policy', 'cannot reach', 'server', 'clients', 'allow']);
        expect(await labels('central site AAA { server S {\n  site server\n  wsus 3.0 { }\n  |\n} }')).toEqual(['fqdn', 'internet fqdn', 'os', 'wsus console', 'forest', 'trusted', 'other roles', 'cannot reach', 'software update point', 'allow']);
        expect(await labels('central site AAA { server S { wsus 3.0 { | } } }')).toContain('ssl');
        expect(await labels('central site AAA { server S { software update point { proxy { | } } } }')).toEqual(['host', 'port', 'authentication', 'account']);
    });

    test('offers further keys after a value in a one-line block', async () => {
        expect(await labels('central site AAA { release: SP2 | }')).toEqual(['SP2 R2', 'SP2 R3', 'mode', 'clients', 'group policy', 'cannot reach']);
        expect(await choosing('mode', 'central site AAA { release: SP2  m| }')).toBe('central site AAA { release: SP2  mode:  }');
        expect(await labels('central site AAA {\n  mode: mixed |\n}')).toEqual([]);
    });

    test('offers keys in blocks without closing braces', async () => {
        expect(await labels('central site AAA {\n  server S {\n    |')).toContain('fqdn');
        expect(await labels('central site AAA {\n  server S {\n    wsus 3.0 {\n      ports: 80\n      |\n    }\nprimary site BBB {\n}')).toContain('replica');
        expect(await labels('central site AAA {\n  server S {\n  }\n  |')).toContain('synchronization');
        expect(await labels('central site AAA {|')).toContain('mode');
    });

    test('offers nothing in an unknown block', async () => {
        expect(await labels('central site AAA {\n  srever S {\n    |\n  }\n}')).toEqual([]);
    });

    test('offers the key under the cursor again', async () => {
        expect(await labels('central site AAA {\n  rel|ease: SP2\n}')).toContain('release');
        expect(await choosing('release', 'central site AAA {\n  rel|ease: SP2\n}')).toBe('central site AAA {\n  release: SP2\n}');
    });

    test('keys and statements of several words replace the words before the cursor', async () => {
        expect(await labels('central site AAA { server S {\n  internet f|\n} }')).toEqual(['internet fqdn']);
        expect(await choosing('internet fqdn', 'central site AAA { server S {\n  internet f|\n} }')).toBe('central site AAA { server S {\n  internet fqdn: \n} }');
        expect(await choosing('software update point', 'central site AAA { server S {\n  software up|\n} }')).toBe('central site AAA { server S {\n  software update point \n} }');
        expect(await choosing('server', 'central site AAA {\n  s|erver A {\n}')).toBe('central site AAA {\n  server A {\n}');
    });

    test('documents each item', async () => {
        const [item] = (await (await TestEditor.open('central site AAA {\n  |\n}')).complete()).items;
        expect(item).toMatchObject({
            label: 'release',
            detail: 'property',
            documentation: { kind: 'markdown', value: expect.stringMatching(/^The Configuration Manager release of the site\.[\s\S]+Expected: `RTM`/) as string },
            textEdit: { newText: 'release: ' }
        });
    });

    test('inserts a snippet where the client supports snippets', async () => {
        const editor = await TestEditor.open('central site AAA {\n  |\n}');
        await supportSnippets(editor);
        const item = (await editor.complete()).items.find(each => each.label === 'server');
        expect(item).toMatchObject({ insertTextFormat: 2, textEdit: { newText: expect.stringMatching(/^server \$\{1:AAASUP01\} \{\n\tsite server\n/) as string } });
    });
});
