import type { ServerCapabilities } from 'vscode-languageserver-protocol';
import type { Answer } from './client.js';
import type { Editor } from './editor.js';

/** A request of an editor about a document. */
export interface Question {
    readonly name: string;
    readonly method: string;
    isOffered(capabilities: ServerCapabilities): boolean;
    ask(editor: Editor): Promise<Answer>;
}

const completion = 'textDocument/completion';
const tokens = 'textDocument/semanticTokens';
const placeOf = ({ textDocument, document: { cursor: position } }: Editor): object => ({ textDocument, position });

export const questions: readonly Question[] = [
    { name: 'completion', method: completion, isOffered: ({ completionProvider }) => !!completionProvider, ask: editor => editor.askAtRest(completion, completionAt(editor)) },
    { name: 'completionTyping', method: completion, isOffered: ({ completionProvider }) => !!completionProvider, ask: editor => editor.askTyping(completion, completionAt(editor)) },
    about('hover', ({ hoverProvider }) => !!hoverProvider, placeOf),
    about('definition', ({ definitionProvider }) => !!definitionProvider, placeOf),
    about('references', ({ referencesProvider }) => !!referencesProvider, editor => ({ ...placeOf(editor), context: { includeDeclaration: true } })),
    about('rename', ({ renameProvider }) => !!renameProvider, editor => ({ ...placeOf(editor), newName: editor.document.newName })),
    about('documentSymbol', ({ documentSymbolProvider }) => !!documentSymbolProvider, ({ textDocument }) => ({ textDocument })),
    {
        name: 'documentSymbolTyping', method: 'textDocument/documentSymbol', isOffered: ({ documentSymbolProvider }) => !!documentSymbolProvider,
        ask: editor => editor.askTyping('textDocument/documentSymbol', { textDocument: editor.textDocument })
    },
    { name: 'tokens', method: tokens, isOffered: ({ semanticTokensProvider }) => !!semanticTokensProvider?.full, ask: allTokens },
    { name: 'tokensDelta', method: tokens, isOffered: ({ semanticTokensProvider }) => !!semanticTokensProvider?.full, ask: changedTokens }
];

/** Whether the answer holds a result: an empty answer would take no time. */
export function isAnswer(result: unknown): boolean {
    return Array.isArray(result) ? result.length > 0 : typeof result === 'object' && result !== null && !('items' in result && Array.isArray(result.items) && result.items.length === 0);
}

function about(name: string, isOffered: Question['isOffered'], paramsOf: (editor: Editor) => object): Question {
    const method = `textDocument/${name}`;
    return { name, method, isOffered, ask: editor => editor.askAtRest(method, paramsOf(editor)) };
}

function completionAt(editor: Editor): object {
    return { ...placeOf(editor), context: { triggerKind: 1 } };
}

async function allTokens(editor: Editor): Promise<Answer> {
    return rememberTokens(editor, await editor.askAtRest(`${tokens}/full`, { textDocument: editor.textDocument }));
}

/** The changes of the semantic tokens after a keystroke, or all tokens where the server does not offer changes. */
async function changedTokens(editor: Editor): Promise<Answer> {
    const full = editor.client.capabilities.semanticTokensProvider?.full;
    if (full === true || typeof full === 'object' && !full.delta) {
        return editor.askTyping(`${tokens}/full`, { textDocument: editor.textDocument });
    }
    if (editor.tokens === undefined) {
        await allTokens(editor);
    }
    return rememberTokens(editor, await editor.askTyping(`${tokens}/full/delta`, { textDocument: editor.textDocument, previousResultId: editor.tokens }));
}

function rememberTokens(editor: Editor, answer: Answer): Answer {
    editor.tokens = (answer.result as { readonly resultId?: string } | null)?.resultId ?? '';
    return answer;
}
