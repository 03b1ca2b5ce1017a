import type { LangiumSharedServices } from 'langium/lsp';
import { expect, test } from 'vitest';
import type { Connection, Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { DiagnosticsPublisher } from '../../server/src/diagnostics.js';

const finding = (message: string): Diagnostic => ({ message, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } });

test('does not publish the findings of one version as those of the next when a scenario ends', async () => {
    const sent: PublishDiagnosticsParams[] = [];
    let version = 1;
    const connection = { sendDiagnostics: (params: PublishDiagnosticsParams) => Promise.resolve(void sent.push(params)) } as unknown as Connection;
    const publisher = new DiagnosticsPublisher(connection, { workspace: { TextDocuments: { get: () => ({ version }) } } } as unknown as LangiumSharedServices);
    let outcomes: readonly Diagnostic[] = [];
    publisher.addSource(() => outcomes);
    await connection.sendDiagnostics({ uri: 'a', diagnostics: [finding('of 1')] });
    outcomes = [finding('outcome')];
    await publisher.publish('a');
    version = 2;
    await publisher.publish('a');
    await connection.sendDiagnostics({ uri: 'a', diagnostics: [finding('of 2')] });
    expect(sent.map(({ version: of, diagnostics }) => [of, diagnostics.map(({ message }) => message)])).toEqual([[1, ['of 1']], [1, ['of 1', 'outcome']], [2, ['of 2', 'outcome']]]);
});
