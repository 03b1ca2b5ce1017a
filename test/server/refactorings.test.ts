import { describe, expect, test } from 'vitest';
import { CodeActionRequest, type Range } from 'vscode-languageserver-protocol/node';
import { startClient } from '../support/start-client.js';

const central = `hierarchy Fjord
central site AAA {
  mode: mixed
  server AAASUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }
}
primary site BBB reports to AAA {
  mode: mixed
}
`;
const below = 'hierarchy Fjord\nsecondary site CCC reports to BBB\n\n// The last one.\nsecondary site DDD reports to AAA\n';
const at = (line: number, character = 16): Range => ({ start: { line, character }, end: { line, character } });

describe('refactorings as code actions', () => {
    test('offers refactorings with their edits when the client asks for them', async () => {
        const client = await startClient({ 'a.sup': central, 'b.sup': below });
        await client.openFile('b.sup', below);
        const actions = await client.codeActions('b.sup', at(1), [], ['refactor']);
        expect(actions.map(({ title, kind }) => `${kind ?? ''}: ${title}`)).toEqual([
            'refactor.move: Move CCC under AAA', 'refactor.rewrite: Duplicate CCC under new codes', 'refactor.rewrite: Make CCC a primary site', 'refactor.rewrite: Write out the derived values of CCC'
        ]);
        await client.apply(actions[0]!.edit!);
        expect(client.text('b.sup')).toContain('secondary site CCC reports to AAA\n');
        expect((await client.codeActions('b.sup', at(1), [], ['refactor.move'])).map(({ title }) => title)).toEqual(['Move CCC under BBB']);
        expect(await client.codeActions('b.sup', at(1), [], ['quickfix'])).toEqual([]);
    });

    test('states why a refactoring is not possible', async () => {
        const client = await startClient({ 'a.sup': central, 'b.sup': below });
        const actions = await client.codeActions('a.sup', at(9), [], ['refactor.rewrite']);
        expect(actions.find(({ title }) => title === 'Make BBB a secondary site')).toMatchObject({
            disabled: { reason: 'Make BBB a secondary site: this would cause an error. CCC reports to BBB, which is a secondary site.' }
        });
    });

    test('creates a file, and names the change for a review', async () => {
        const client = await startClient({ 'a.sup': central, 'b.sup': below }, { documentChanges: true, resourceOperations: ['create'], changeAnnotations: true });
        const actions = await client.codeActions('b.sup', at(4), [], ['refactor']);
        expect(actions.find(({ title }) => title === 'Move DDD to ddd.sup')!.edit).toMatchObject({
            documentChanges: [
                { kind: 'create', uri: client.uri('ddd.sup') },
                { textDocument: { uri: client.uri('ddd.sup') }, edits: [{ newText: 'hierarchy Fjord\n\n// The last one.\nsecondary site DDD reports to AAA\n' }] },
                { textDocument: { uri: client.uri('b.sup') }, edits: [{ newText: '', annotationId: 'refactoring' }] }
            ],
            changeAnnotations: { refactoring: { label: 'Move DDD to ddd.sup', needsConfirmation: true, description: 'Changes 2 files' } }
        });
        expect(actions.find(({ title }) => title === 'Move DDD under BBB')!.edit!.changeAnnotations).toEqual({ refactoring: { label: 'Move DDD under BBB', needsConfirmation: false } });
    });
});

test('does not offer to move a site of an untitled plan to a file, since it has no folder', async () => {
    const client = await startClient({}, { documentChanges: true, resourceOperations: ['create'] });
    const uri = 'untitled:Untitled-1';
    await client.openFile('Untitled-1', `${central}secondary site CCC reports to BBB\n`, uri);
    const params = { textDocument: { uri }, range: at(12), context: { diagnostics: [], only: ['refactor'] } };
    const actions = (await client.connection.sendRequest(CodeActionRequest.type, params))!;
    expect(actions.map(({ title }) => title)).toContain('Move CCC under AAA');
    expect(actions.map(({ title }) => title).filter(title => title.includes('.sup'))).toEqual([]);
});

test('a new hierarchy is written from valid answers only', async () => {
    const client = await startClient();
    const answers = { name: 'Fjord', regions: ['Europe'], mode: 'mixed', internet: false, bandwidth: 2_000 };
    expect(await client.connection.sendRequest('sup/newHierarchy', answers)).toMatch(/^hierarchy Fjord\n[\s\S]*primary site EUR "Europe" reports to CEN \{\n[\s\S]* {2}link: 2 Mbps\n/);
    for (const invalid of [{ name: '' }, { regions: ['\n'] }, { regions: Array(21).fill('x') as string[] }, { mode: 'other' }, { internet: 'yes' }, { bandwidth: 0 }]) {
        await expect(client.connection.sendRequest('sup/newHierarchy', { ...answers, ...invalid })).rejects.toThrow('Invalid parameters for sup/newHierarchy');
    }
});
