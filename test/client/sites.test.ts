import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startExtension } from '../support/extension.js';
import type { EditorStub } from '../support/vscode-stub.js';

let extension: Awaited<ReturnType<typeof startExtension>>;
let editor: EditorStub;

beforeEach(async () => {
    extension = await startExtension('ok');
    editor = extension.editor;
    await editor.until(() => editor.contexts.get('sup.serverState') === 'running');
});
afterEach(() => extension.deactivate());

describe('the view of sites', () => {
    test('shows hierarchies and sites with their problems, and opens their text', async () => {
        const [plan] = await editor.trees.itemsIn('sup.sites');
        expect(plan).toMatchObject({ id: 'plan', label: 'plan', description: '2 errors', collapsibleState: 2, contextValue: 'hierarchy' });
        const sites = await editor.trees.itemsIn('sup.sites', plan!.item);
        expect(sites.map(({ label, description, contextValue, collapsibleState }) => [label, description, contextValue, collapsibleState]))
            .toEqual([['AAA', 'Head', 'central', 0], ['BBB', '1 warning', 'movableSite', 0]]);
        expect(sites[0]!.command).toMatchObject({ command: 'vscode.open', arguments: [{ path: '/a.sup' }, { selection: { start: { line: 2, character: 5 } } }] });
    });

    test('moves a site that is dropped on another one, after a confirmation', async () => {
        const [plan] = await editor.trees.itemsIn('sup.sites');
        const [, site] = await editor.trees.itemsIn('sup.sites', plan!.item);
        await editor.trees.drag('sup.sites', site!.item, { site: 'CCC', location: { uri: 'file:///a.sup' } });
        await editor.until(() => editor.dialogs.messages.length > 0);
        expect(editor.dialogs.messages[0]!.text).toBe('Move BBB and the sites below it under CCC?');
        expect(editor.edits).toEqual([]);
        editor.dialogs.messages[0]!.choose('Move');
        await expect.poll(() => editor.edits.map(({ newText }) => newText)).toEqual(['BBB to CCC']);
    });

    test('asks nothing if the editor shows the move for review', async () => {
        await editor.run('sup.moveSite', { site: 'BBB', location: { uri: 'file:///a.sup' } }, { site: 'DDD', location: { uri: 'file:///a.sup' } });
        expect(editor.dialogs.messages).toEqual([]);
        expect(editor.edits.map(({ newText }) => newText)).toEqual(['BBB to DDD']);
    });

    test('ignores a site that is dropped on itself, on a hierarchy or outside', async () => {
        const [plan] = await editor.trees.itemsIn('sup.sites');
        const [, site] = await editor.trees.itemsIn('sup.sites', plan!.item);
        for (const target of [site!.item, plan!.item, undefined]) {
            await editor.trees.drag('sup.sites', site!.item, target);
        }
        expect(editor.edits).toEqual([]);
        expect(editor.dialogs.messages).toEqual([]);
    });

    test('states why a site cannot move', async () => {
        void editor.run('sup.moveSite', { site: 'BBB', location: { uri: 'file:///a.sup' } }, { site: 'AAA', location: { uri: 'file:///a.sup' } });
        await editor.until(() => editor.dialogs.messages.length > 0);
        expect(editor.dialogs.messages[0]).toMatchObject({ kind: 'warning', text: 'BBB already reports to AAA.' });
    });
});

describe('the command that moves a site', () => {
    test('offers the parents for the site at the cursor', async () => {
        editor.putCursor('file:///a.sup', 3);
        editor.dialogs.pick = labels => labels.find(label => label === 'CCC Third');
        await editor.run('sup.moveSite');
        expect(editor.edits.map(({ newText }) => newText)).toEqual(['BBB to CCC']);
    });

    test('explains what to do without a site', async () => {
        editor.putCursor('file:///a.sup', 9);
        await editor.run('sup.moveSite');
        await editor.run('sup.moveSite', { site: 'AAA', location: { uri: 'file:///a.sup' } });
        expect(editor.dialogs.messages.map(({ text }) => text)).toEqual(['To move a site, put the cursor into it, or choose it in the Sites view.', 'AAA cannot move: no other site can be its parent.']);
    });
});

describe('the command that duplicates a site', () => {
    test('asks for codes and a title, and asks again for a code that is in use', async () => {
        editor.putCursor('file:///a.sup', 3);
        editor.dialogs.inputs.push('aaa BB9', 'bb9, cc9', ' New site ');
        await editor.run('sup.duplicateSite');
        expect(editor.dialogs.refusals).toEqual(['AAA is the code of the site Head.']);
        expect(editor.edits.map(({ newText }) => newText)).toEqual(['BBB as BB9,CC9 "New site"']);
    });

    test('asks again for a title that a plan cannot contain', async () => {
        editor.putCursor('file:///a.sup', 3);
        editor.dialogs.inputs.push('bb9, cc9', 'New\u202E site', `${'x'.repeat(101)}`, 'New site');
        await editor.run('sup.duplicateSite');
        expect(editor.dialogs.refusals).toEqual(['A name has no control characters and no invisible characters. Type the name instead of pasting it.', 'A name has at most 100 characters.']);
        expect(editor.edits.map(({ newText }) => newText)).toEqual(['BBB as BB9,CC9 "New site"']);
    });

    test('duplicates the site of a code action or of the side bar, and nothing after Escape', async () => {
        editor.dialogs.inputs.push('BB9 CC9', undefined, 'BB9 CC9', '');
        await editor.run('sup.duplicateSite', { textDocument: { uri: 'file:///a.sup' }, site: 'DDD' });
        expect(editor.edits).toEqual([]);
        await editor.run('sup.duplicateSite', { site: 'EEE', location: { uri: 'file:///a.sup' } });
        expect(editor.edits.map(({ newText }) => newText)).toEqual(['EEE as BB9,CC9 ""']);
    });

    test('explains what to do without a site, and why a site cannot be duplicated', async () => {
        editor.putCursor('file:///a.sup', 9);
        await editor.run('sup.duplicateSite');
        editor.dialogs.inputs.push('BAD CC9', '');
        await editor.run('sup.duplicateSite', { textDocument: { uri: 'file:///a.sup' }, site: 'BBB' });
        expect(editor.dialogs.messages.map(({ text }) => text)).toEqual([
            'To duplicate a site, put the cursor into it, or choose it in the Sites view. A central site, and sites whose codes are not unique, cannot be duplicated.', 'This would cause an error.'
        ]);
    });
});

describe('getting started', () => {
    test('opens a new plan from five answers, and asks again for an invalid one', async () => {
        editor.dialogs.inputs.push(' ', 'Fj\u0007ord', 'Fjord ', `${'a,'.repeat(21)}`, 'Europe,, Asia');
        editor.dialogs.pick = labels => labels.find(label => ['native', 'Clients on the Internet, too', '2 Mbps to each region'].includes(label));
        await editor.run('sup.newHierarchy');
        expect(editor.texts.map(({ content }) => JSON.parse(content) as unknown)).toMatchObject([{ name: 'Fjord', regions: ['Europe', 'Asia'], mode: 'native', internet: true, bandwidth: 2_000 }]);
        expect(editor.dialogs.refusals).toEqual(['A name is required.', 'A name has no control characters and no invisible characters. Type the name instead of pasting it.', 'Enter at most 20 regions.']);
    });

    test('does not ask about Internet clients in mixed mode, and opens nothing after Escape', async () => {
        const asked: string[][] = [];
        editor.dialogs.inputs.push('Fjord', '');
        editor.dialogs.pick = labels => {
            asked.push([...labels]);
            return labels[0] === 'mixed' ? 'mixed' : undefined;
        };
        await editor.run('sup.newHierarchy');
        expect(asked.map(([first]) => first)).toEqual(['mixed', '512 kbps to each region']);
        expect(editor.texts).toEqual([]);
    });

    test('opens a copy of the sample that a link or the user names', async () => {
        await editor.run('sup.openSample', 'starter/starter.sup');
        editor.dialogs.pick = labels => labels.find(label => label === 'Cluster');
        await editor.run('sup.openSample', '../../secret');
        expect(editor.texts.map(({ content }) => content)).toEqual(['content of file:///extension/examples/starter/starter.sup', 'content of file:///extension/examples/scenarios/cluster.sup']);
    });
});
