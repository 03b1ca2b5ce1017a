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
    editor.inputs.push(...inputs);
    await editor.run(acceptRiskCommand, target);
}

/** What the server has been asked, as the fake one writes it into its edit. */
function written(): unknown[] {
    return editor.edits.map(edit => JSON.parse(edit.newText));
}

afterEach(() => extension.deactivate());

describe('accepting a risk', () => {
    test('writes the reason and the day into the file, before the server is ready too', async () => {
        await acceptRisk(['hardware ordered', '2027-06-30']);
        expect(written()).toEqual([{ rule: 'some-rule', reason: 'hardware ordered', until: '2027-06-30' }]);
        expect(editor.edits).toMatchObject([{ uri: 'file:///a.sup' }]);
        expect(editor.messages).toEqual([]);
    });

    test('waits for a restart', async () => {
        extension = await startExtension('ok');
        editor = extension.editor;
        await editor.until(() => editor.status?.text === 'SUP: no problems');
        editor.inputs.push('hardware ordered', '');
        await Promise.all([editor.run('sup.restartServer'), editor.run(acceptRiskCommand, target)]);
        expect(written()).toEqual([{ rule: 'some-rule', reason: 'hardware ordered' }]);
    });

    test('has no end where no day is given', async () => {
        await acceptRisk([' hardware ordered ', '']);
        expect(written()).toEqual([{ rule: 'some-rule', reason: 'hardware ordered' }]);
    });

    test('asks until there is a reason', async () => {
        await acceptRisk(['', '   ', 'hardware ordered', '']);
        expect(editor.refusals).toEqual(['A reason is required.', 'A reason is required.']);
        expect(written()).toMatchObject([{ reason: 'hardware ordered' }]);
    });

    test.each(['tomorrow', '2027-02-30', '2027-13-01', '30.06.2027', '2027-6-30'])('does not take %s for a day', async day => {
        await acceptRisk(['hardware ordered', day, '2028-02-29']);
        expect(editor.refusals).toEqual(['Write a day as YYYY-MM-DD, or nothing.']);
        expect(written()).toMatchObject([{ until: '2028-02-29' }]);
    });

    test.each([[[undefined]], [['hardware ordered', undefined]]])('changes nothing after Escape: %j', async inputs => {
        await acceptRisk(inputs);
        expect(editor.edits).toEqual([]);
        expect(editor.messages).toEqual([]);
    });

    test('says that the finding is gone where the server answers null', async () => {
        await acceptRisk(['gone', '']);
        expect(editor.edits).toEqual([]);
        expect(editor.messages).toMatchObject([{ kind: 'information', text: 'some-rule is not found there any more, so there is nothing to accept.' }]);
    });

    test('says why it could not be done', async () => {
        await acceptRisk(['refuse', '']);
        expect(editor.messages).toMatchObject([{ kind: 'error', text: 'The risk could not be accepted: the file is too large' }]);
    });

    test('says that the file has changed where the edit does not fit any more', async () => {
        extension = await startExtension('ok');
        editor = extension.editor;
        editor.appliesEdits = false;
        editor.inputs.push('hardware ordered', '');
        await editor.run(acceptRiskCommand, target);
        expect(editor.messages).toMatchObject([{ kind: 'warning', text: 'The file has changed meanwhile. Please accept the risk again.' }]);
    });

    test('says that the server died over it, and works afterwards', async () => {
        await acceptRisk(['die', '']);
        expect(editor.messages).toMatchObject([{ kind: 'error' }]);
        editor.inputs.push('hardware ordered', '');
        await editor.until(() => editor.status?.text === 'SUP: no problems');
        await editor.run(acceptRiskCommand, target);
        expect(written()).toMatchObject([{ reason: 'hardware ordered' }]);
    });
});

test('without a server nobody is asked for a reason; a restart is offered instead', async () => {
    extension = await startExtension('dies at start');
    editor = extension.editor;
    await editor.until(() => editor.status?.text === 'SUP: language server stopped');
    editor.inputs.push('hardware ordered');
    void editor.run(acceptRiskCommand, target);
    expect(editor.inputs).toEqual(['hardware ordered']);
    expect(editor.messages.at(-1)).toMatchObject({ kind: 'error', actions: ['Restart', 'Show Output'] });
});

test.each([[undefined], ['some-rule'], [{}], [{ ...target, range: {} }]])('called by hand with %j, the command says where it belongs', async argument => {
    extension = await startExtension('ok');
    editor = extension.editor;
    await editor.run(acceptRiskCommand, argument);
    expect(editor.messages).toMatchObject([{ kind: 'information', text: expect.stringContaining('light bulb') }]);
});
