import { afterEach, describe, expect, test } from 'vitest';
import { acceptRiskCommand, type AcceptRiskTarget } from '@sup/protocol/server';
import { type ServerBehaviour, startExtension } from '../support/extension.js';
import type { EditorStub } from '../support/vscode-stub.js';

const position = { line: 3, character: 2 };
const target: AcceptRiskTarget = { textDocument: { uri: 'file:///a.sup' }, rule: 'some-rule', range: { start: position, end: position } };

let extension: Awaited<ReturnType<typeof startExtension>>;
let editor: EditorStub;

async function acceptRisk(inputs: readonly (string | undefined)[], behaviour: ServerBehaviour = 'ok'): Promise<void> {
    extension = await startExtension(behaviour);
    editor = extension.editor;
    editor.dialogs.inputs.push(...inputs);
    await editor.run(acceptRiskCommand, target);
}

/** The parameters of the server requests, which the fake server writes into its edits. */
function requests(): unknown[] {
    return editor.edits.map(edit => JSON.parse(edit.newText));
}

afterEach(() => extension.deactivate());

describe('accepting a risk', () => {
    test('writes the reason and the end date to the file, even before the server is ready', async () => {
        await acceptRisk(['hardware ordered', '2027-06-30']);
        expect(requests()).toEqual([{ rule: 'some-rule', reason: 'hardware ordered', until: '2027-06-30' }]);
        expect(editor.edits).toMatchObject([{ uri: 'file:///a.sup' }]);
        expect(editor.dialogs.messages).toEqual([]);
    });

    test('waits for a restart of the server', async () => {
        extension = await startExtension('ok');
        editor = extension.editor;
        await editor.until(() => editor.status?.text === 'SUP: checking');
        editor.dialogs.inputs.push('hardware ordered', '');
        await Promise.all([editor.run('sup.restartServer'), editor.run(acceptRiskCommand, target)]);
        expect(requests()).toEqual([{ rule: 'some-rule', reason: 'hardware ordered' }]);
    });

    test('omits the end date if it is left empty', async () => {
        await acceptRisk([' hardware ordered ', '']);
        expect(requests()).toEqual([{ rule: 'some-rule', reason: 'hardware ordered' }]);
    });

    test('requires a reason', async () => {
        await acceptRisk(['', '   ', 'hardware ordered', '']);
        expect(editor.dialogs.refusals).toEqual(['A reason is required.', 'A reason is required.']);
        expect(requests()).toMatchObject([{ reason: 'hardware ordered' }]);
    });

    test.each(['tomorrow', '2027-02-30', '2027-13-01', '30.06.2027', '2027-6-30'])('rejects %s as an end date', async day => {
        await acceptRisk(['hardware ordered', day, '2028-02-29']);
        expect(editor.dialogs.refusals).toEqual(['Enter a date as YYYY-MM-DD, or leave the field empty.']);
        expect(requests()).toMatchObject([{ until: '2028-02-29' }]);
    });

    test.each([[[undefined]], [['hardware ordered', undefined]]])('changes nothing after Escape: %j', async inputs => {
        await acceptRisk(inputs);
        expect(editor.edits).toEqual([]);
        expect(editor.dialogs.messages).toEqual([]);
    });

    test('reports that the finding is gone if the server returns null', async () => {
        await acceptRisk(['gone', '']);
        expect(editor.edits).toEqual([]);
        expect(editor.dialogs.messages).toMatchObject([{ kind: 'information', text: 'some-rule is no longer reported there, so there is nothing to accept.' }]);
    });

    test('reports the error of the server', async () => {
        await acceptRisk(['refuse', '']);
        expect(editor.dialogs.messages).toMatchObject([{ kind: 'error', text: 'The risk could not be accepted: the file is too large' }]);
    });

    test('reports that the file has changed if the edit no longer matches', async () => {
        extension = await startExtension('ok');
        editor = extension.editor;
        editor.appliesEdits = false;
        editor.dialogs.inputs.push('hardware ordered', '');
        await editor.run(acceptRiskCommand, target);
        expect(editor.dialogs.messages).toMatchObject([{ kind: 'warning', text: 'The file has changed in the meantime. Accept the risk again.' }]);
    });

    test('reports a crash of the server and works again after it', async () => {
        await acceptRisk(['die', '']);
        expect(editor.dialogs.messages).toMatchObject([{ kind: 'error' }]);
        editor.dialogs.inputs.push('hardware ordered', '');
        await editor.until(() => editor.status?.text === 'SUP: checking');
        await editor.run(acceptRiskCommand, target);
        expect(requests()).toMatchObject([{ reason: 'hardware ordered' }]);
    });
});

test('accepting a risk without a server offers a restart instead of asking for a reason', async () => {
    extension = await startExtension('dies at start');
    editor = extension.editor;
    await editor.until(() => editor.status?.text === 'SUP: language server stopped');
    editor.dialogs.inputs.push('hardware ordered');
    void editor.run(acceptRiskCommand, target);
    expect(editor.dialogs.inputs).toEqual(['hardware ordered']);
    expect(editor.dialogs.messages.at(-1)).toMatchObject({ kind: 'error', actions: ['Restart', 'Show Output'] });
});

test.each([[undefined], ['some-rule'], [{}], [{ ...target, range: {} }]])('accepting a risk with the invalid argument %j explains the quick fix', async argument => {
    extension = await startExtension('ok');
    editor = extension.editor;
    await editor.run(acceptRiskCommand, argument);
    expect(editor.dialogs.messages).toMatchObject([{ kind: 'information', text: expect.stringContaining('light bulb') }]);
});
