import { OperationCancelled } from 'langium';
import { expect, test } from 'vitest';
import { CancellationToken, LSPErrorCodes } from 'vscode-languageserver';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAllKind, type SupCodeActionProvider } from '@sup/language';
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
        ['Fix all `secondary-declares-mode` findings in this file', undefined],
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

/** A client that requests the edit of an action when the user selects it. */
async function resolvingWorkspace(text: string): Promise<TestWorkspace> {
    const workspace = await workspaceWith(text);
    await workspace.services.shared.lsp.LanguageServer.initialize({
        processId: null, rootUri: null, capabilities: { textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } } }
    });
    return workspace;
}

function reversed(value: unknown): unknown {
    return typeof value !== 'object' || value === null ? value : Object.fromEntries(Object.entries(value).reverse().map(([key, each]) => [key, reversed(each)]));
}

function resolve(workspace: TestWorkspace, action: CodeAction, cancelToken = CancellationToken.None): Promise<CodeAction> {
    return (workspace.services.lsp.CodeActionProvider as SupCodeActionProvider).resolve(workspace.document('plan.sup'), action, action.data as never, cancelToken);
}

test('computes edits only for the action that is selected, if the client requests them then', async () => {
    const workspace = await resolvingWorkspace(plan);
    const immediate = await workspaceWith(plan);
    for (const only of [undefined, [fixAllKind]]) {
        const actions = await actionsAt(workspace, 'native\n}\n\nsecondary site CCC', only);
        expect(actions.map(({ edit }) => edit)).toEqual(actions.map(() => undefined));
        // A client may send the data back with its properties in another order.
        const resolved = await Promise.all(actions.map(action => resolve(workspace, { ...action, data: reversed(action.data) })));
        const expected = await actionsAt(immediate, 'native\n}\n\nsecondary site CCC', only);
        expect(resolved.map(({ title, edit }) => ({ title, edit }))).toEqual(expected.map(({ title, edit }) => ({ title, edit })));
    }
});

test('does not compute the edit of an action for another version of the plan', async () => {
    const workspace = await resolvingWorkspace(plan);
    const [action] = await actionsAt(workspace, 'native\n}\n\nsecondary site CCC');
    const data = action!.data as object;
    for (const forged of [{ ...data, version: 7 }, { ...data, index: 2 }, { ...data, title: 'Delete everything' }, { ...data, rule: 'toString' }]) {
        await expect(resolve(workspace, { ...action!, data: forged })).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    }
});

const manyFindings = `central site NOR {\n${Array.from({ length: 300 }, (_, i) => `  server A${i} { wsus 3.0 SP2 { } software update point active }\n`).join('')}}\n`;

async function actionsForAll(workspace: TestWorkspace, cancelToken?: CancellationToken): Promise<CodeAction[]> {
    const document = workspace.document('plan.sup');
    const range = { start: { line: 0, character: 0 }, end: document.textDocument.positionAt(Infinity) };
    const params = { textDocument: { uri: document.uri.toString() }, range, context: { diagnostics: [...workspace.diagnostics('plan.sup')] } };
    return await workspace.services.lsp.CodeActionProvider!.getCodeActions(document, params, cancelToken) as CodeAction[];
}

test('offers the fixes of the first findings in a selection of hundreds, and states the omission in one line', async () => {
    const actions = await actionsForAll(await workspaceWith(manyFindings));
    expect(actions.filter(({ title }) => title.startsWith('Accept risk'))).toHaveLength(25);
    expect(actions.at(-1)).toEqual({ title: expect.stringMatching(/^The selection has more findings\. These are the fixes of the first 25; select less to see others\./) as string, kind: CodeActionKind.QuickFix });
    expect(actions.filter(({ title }) => title.startsWith('The selection'))).toHaveLength(1);
});

test('stops computing fixes when the request is cancelled', async () => {
    const workspace = await workspaceWith(manyFindings);
    const { token, cancel } = { token: { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) }, cancel: () => { token.isCancellationRequested = true; } };
    const answer = actionsForAll(workspace, token);
    cancel();
    await expect(answer).rejects.toBe(OperationCancelled);
});

test('fixes wrap lists where the formatter does, as the layout of the plan sets it', async () => {
    const wide = (list: string): string => `central site AAA {\n  mode: native\n  server AAASUP01 {\n    site server\n    wsus 3.0 SP2 {\n      ports: 8530, 8531\n      ssl: required\n      virtual directories: ${list}\n    }\n    software update point active { ssl: yes }\n  }\n}\n`;
    const text = wide('APIRemoting30');
    const fixed = async (maxLineLength?: number): Promise<string> => {
        const workspace = await workspaceWith(text, { configuredLayout: () => ({ maxLineLength }) });
        const [finding] = workspace.diagnostics('plan.sup').filter(({ code }) => code === 'ssl-virtual-directories-incomplete');
        const document = workspace.document('plan.sup');
        const params = { textDocument: { uri: document.uri.toString() }, range: finding!.range, context: { diagnostics: [finding!] } };
        const [fix] = await workspace.services.lsp.CodeActionProvider!.getCodeActions(document, params) as CodeAction[];
        const result = apply(workspace, fix);
        const formatter = (await workspaceWith(result, { configuredLayout: () => ({ maxLineLength }) })).services.lsp.Formatter!;
        expect(await formatter.formatDocument((await workspaceWith(result)).document('plan.sup'), { textDocument: params.textDocument, options: { insertSpaces: true, tabSize: 2 } })).toEqual([]);
        return result;
    };
    const indent = '\n        ';
    expect(await fixed()).toBe(wide(`APIRemoting30, ClientWebService, DSSAuthWebService, ServerSyncWebService,${indent}SimpleAuthWebService`));
    expect(await fixed(60)).toBe(wide(`APIRemoting30, ClientWebService,${indent}DSSAuthWebService, ServerSyncWebService,${indent}SimpleAuthWebService`));
    expect(await fixed(Infinity)).toBe(wide('APIRemoting30, ClientWebService, DSSAuthWebService, ServerSyncWebService, SimpleAuthWebService'));
});

test.each([
    ['a site', 'central site AMS\nprimary site BER reports to AMZ', 'Change to AMS'],
    ['a server', 'central site AMS {\n  server AMSSUP01\n  synchronization { source: server AMSSUP1 }\n}', 'Change to AMSSUP01'],
    ['a name in a scenario', 'central site AMS {\n  server AMSSUP01\n}\nscenario "S" for 2 days {\n  at 1h: stop AMSSUB01\n}', 'Change to `AMSSUP01`'],
    ['a property', 'central site AMS {\n  moed: mixed\n}', 'Change to `mode`'],
    ['a value', 'central site AMS {\n  mode: natvie\n}', 'Change to `native`'],
    ['a statement', 'centrla site AMS', 'Change to `central site`'],
    ['a rule', 'central site AMS {\n  allow sup-port-mismach because "x"\n}', 'Change to `sup-port-mismatch`'],
    ['a language', 'central site AMS {\n  synchronization { languages: en, Frensh }\n}', 'Change to `fr`'],
    ['surplus words', 'central site AMS {\n  server AMSSUP01 {\n    site server indeed\n  }\n}', 'Remove `indeed`']
])('the first fix of %s that is misspelt or too much corrects it', async (_, text, title) => {
    const workspace = await workspaceWith(text);
    const document = workspace.document('plan.sup');
    const titles = await Promise.all(workspace.diagnostics('plan.sup').map(async diagnostic => {
        const params = { textDocument: { uri: document.uri.toString() }, range: diagnostic.range, context: { diagnostics: [diagnostic], only: [CodeActionKind.QuickFix] } };
        return (await workspace.services.lsp.CodeActionProvider!.getCodeActions(document, params) as CodeAction[])[0]?.title;
    }));
    expect(titles).toContain(title);
});
