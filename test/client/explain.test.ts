import { afterEach, describe, expect, test } from 'vitest';
import { explainProblemCommand, type FindingTarget, showDocumentationCommand } from '@sup/protocol/server';
import { startExtension } from '../support/extension.js';

const target: FindingTarget = { textDocument: { uri: 'file:///a.sup' }, rule: 'some-rule', range: { start: { line: 3, character: 2 }, end: { line: 3, character: 8 } } };

let extension: Awaited<ReturnType<typeof startExtension>>;
afterEach(() => extension.deactivate());

describe('explaining a problem', () => {
    test('shows the explanation next to the plan, with links to places and to the page of the rule', async () => {
        extension = await startExtension('ok');
        const { editor } = extension;
        await editor.run(explainProblemCommand, target);
        const [shown] = editor.revealed;
        expect(shown).toMatchObject({ uri: expect.stringMatching(/^sup-explanation:\/Explanation of some-rule\?/) as string, column: -2 });
        expect(await editor.textOf(shown!.uri)).toBe('some-rule because of a.sup:4\n');
        expect(editor.linksIn(shown!.uri)).toEqual(['command:sup.showDocumentation?%5B%22rules%2Fsome-rule.md%22%5D', 'file:///a.sup#L4,3-L4,9']);
    });

    test.each([
        [{ ...target, rule: 'gone' }, 'gone is no longer reported there.'],
        [undefined, 'To explain a problem, open the light bulb on its line, or hover over it.'],
        [{ rule: 'some-rule' }, 'To explain a problem, open the light bulb on its line, or hover over it.']
    ])('explains why there is nothing to show for %j', async (argument, message) => {
        extension = await startExtension('ok');
        await extension.editor.run(explainProblemCommand, argument);
        expect(extension.editor.dialogs.messages.map(({ text }) => text)).toEqual([message]);
        expect(extension.editor.revealed).toEqual([]);
    });
});

describe('documents', () => {
    test.each([
        ['rules/some-rule.md', 'file:///extension/docs/rules/some-rule.md'],
        ['scenarios.md', 'file:///extension/docs/scenarios.md'],
        [undefined, 'file:///extension/docs/rules/README.md'],
        ['../../secret.md', 'file:///extension/docs/rules/README.md'],
        ['https://example.com/a.md', 'file:///extension/docs/rules/README.md']
    ])('opens the installed page for %j', async (page, uri) => {
        extension = await startExtension('ok');
        await extension.editor.run(showDocumentationCommand, page);
        expect(extension.editor.shown.map(shown => [shown.uri, shown.as])).toEqual([[uri, 'preview']]);
    });

    test('opens the text if the editor has no Markdown preview', async () => {
        extension = await startExtension('ok');
        extension.editor.hasMarkdownPreview = false;
        await extension.editor.run(showDocumentationCommand, 'rules/some-rule.md');
        expect(extension.editor.shown.map(shown => [shown.uri, shown.as])).toEqual([['file:///extension/docs/rules/some-rule.md', 'editor']]);
    });
});
