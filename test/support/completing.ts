import { expect } from 'vitest';
import { TestEditor } from './editor.js';

/** The labels of the completions at the marked place. */
export const labels = async (files: Parameters<typeof TestEditor.open>[0]): Promise<string[]> =>
    (await (await TestEditor.open(files)).complete()).items.map(item => item.label);

/** The text after choosing the item of a label. */
export const choosing = async (label: string, text: string): Promise<string> => {
    const editor = await TestEditor.open(text);
    const item = (await editor.complete()).items.find(each => each.label === label);
    expect(item, `${label} is offered`).toBeDefined();
    return editor.afterChoosing(item!);
};

export const supportSnippets = async ({ workspace }: TestEditor): Promise<void> => {
    await workspace.services.shared.lsp.LanguageServer.initialize({
        processId: null, rootUri: null, capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true, commitCharactersSupport: true } } } }
    });
};
