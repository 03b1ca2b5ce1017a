import { expect, test } from 'vitest';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAllKind } from '@sup/language';
import { type TestWorkspace, workspaceWith } from '../support/workspace.js';

// Three findings of a rule with one safe fix each, and one finding with alternatives.
const plan = `central site AAA {
  mode: native
}

secondary site BBB reports to AAA {
  mode: native
}

secondary site CCC reports to AAA {
  mode: native
}

secondary site DDD reports to AAA {
  mode: native
  server DDDSUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }
    software update point internet { ssl: yes }
  }
}
`;

async function actionsAt(workspace: TestWorkspace, text: string, only?: string[]): Promise<CodeAction[]> {
    const document = workspace.document('plan.sup');
    const position = document.textDocument.positionAt(plan.indexOf(text));
    const range = { start: position, end: position };
    const diagnostics = workspace.diagnostics('plan.sup').filter(({ range: { start, end } }) => start.line === position.line && start.character <= position.character && position.character <= end.character);
    const params = { textDocument: { uri: document.uri.toString() }, range, context: { diagnostics, ...only && { only } } };
    return await workspace.services.lsp.CodeActionProvider!.getCodeActions(document, params) as CodeAction[];
}

function apply(workspace: TestWorkspace, action: CodeAction | undefined): string {
    const document = workspace.document('plan.sup');
    return TextDocument.applyEdits(document.textDocument as TextDocument, Object.values(action!.edit!.changes!).flat());
}

test('a fix without alternatives is preferred, and can be applied to the whole file', async () => {
    const workspace = await workspaceWith(plan);
    const actions = await actionsAt(workspace, 'native\n}\n\nsecondary site CCC');
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
        [expect.stringMatching(/./), true],
        ['Fix all 3 `secondary-declares-mode` findings in this file', undefined],
        ['Accept risk `secondary-declares-mode`…', undefined]
    ]);
    const fixed = apply(workspace, actions[1]);
    expect(fixed.match(/mode: native/g)).toHaveLength(1);
    expect((await workspaceWith(fixed)).listing()).toEqual(['plan.sup:15:27 internet-sup-on-secondary']);
});

test('a fix with alternatives is not preferred, and not part of fix-all', async () => {
    const workspace = await workspaceWith(plan);
    const actions = await actionsAt(workspace, 'internet { ssl');
    expect(actions.filter(action => action.isPreferred || action.title.startsWith('Fix all'))).toEqual([]);
    expect(actions.length).toBeGreaterThan(2);
});

test('offers source.fixAll.sup only on request, and applies every safe fix', async () => {
    const workspace = await workspaceWith(plan);
    expect((await actionsAt(workspace, 'native')).map(action => action.kind)).not.toContain(fixAllKind);
    for (const only of [CodeActionKind.SourceFixAll, fixAllKind, CodeActionKind.Source]) {
        const [action, ...others] = await actionsAt(workspace, 'native', [only]);
        expect(others).toEqual([]);
        expect(action).toMatchObject({ kind: fixAllKind });
        expect(apply(workspace, action).match(/mode: native/g)).toHaveLength(1);
    }
});

test('every action names the diagnostic that it fixes', async () => {
    const workspace = await workspaceWith(plan);
    const actions = await actionsAt(workspace, 'internet { ssl');
    expect(new Set(actions.map(action => String(action.diagnostics?.[0]?.code)))).toEqual(new Set(['internet-sup-on-secondary']));
});
