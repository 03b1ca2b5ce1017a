import { pathToFileURL } from 'node:url';
import { HoverRequest, type MarkupContent } from 'vscode-languageserver-protocol/node';
import { afterEach, describe, expect, test } from 'vitest';
import { type ExplanationText, ExplainRequest } from '@sup/protocol/server';
import { LspClient } from '../support/lsp-client.js';

let client: LspClient;
afterEach(() => client.stop());

const central = 'hierarchy Quay\ncentral site CEN {\n  server CENSUP01 { site server }\n}\nprimary site OSL reports to CEN\n';
const secondary = 'hierarchy Quay\nsecondary site BER reports to OSL {\n  server BERSUP01 {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active\n  }\n}\n';

async function startWithGap(initializationOptions: object = {}) {
    client = await LspClient.start({ 'a.sup': central, 'b.sup': secondary }, { initializationOptions });
    const diagnostics = await client.diagnostics('b.sup', codes => codes.includes('sup-gap-in-chain'));
    return diagnostics.find(({ code }) => code === 'sup-gap-in-chain')!;
}

const explain = async (rule: string, range: object): Promise<ExplanationText | null> =>
    client.connection.sendRequest(ExplainRequest.method, { textDocument: { uri: client.uri('b.sup') }, rule, range });

describe('explanations', () => {
    test('answers with the chain of facts, whose places are links into both files', async () => {
        const { range } = await startWithGap();
        const explained = await explain('sup-gap-in-chain', range);
        const lines = explained!.text.split('\n');
        const linked = explained!.links.map(({ range: { start, end }, target }) => [lines[start.line]!.slice(start.character, end.character), typeof target === 'string' ? target : target.uri]);
        expect(lines.slice(0, 2)).toEqual(['BER has an active software update point, but its parent site OSL has none.', 'error  sup-gap-in-chain  b.sup:6:27']);
        expect(linked).toEqual(expect.arrayContaining([['sup-gap-in-chain', 'rules/sup-gap-in-chain.md'], ['b.sup:6:27', client.uri('b.sup')], ['a.sup:5:14', client.uri('a.sup')]]));
    });

    test('answers with null when the finding is gone, and rejects malformed parameters', async () => {
        const { range } = await startWithGap();
        expect(await explain('syntax-error', range)).toBeNull();
        await expect(client.connection.sendRequest(ExplainRequest.method, { rule: 'syntax-error' })).rejects.toThrow('Invalid parameters for sup/explain');
    });

    test('offers explanations by a code action and in the hover, only to a client with the command', async () => {
        const finding = await startWithGap({ explainCommand: true });
        const actions = await client.codeActions('b.sup', finding.range, [finding]);
        const action = actions.find(({ title }) => title === 'Explain this problem: sup-gap-in-chain');
        expect(action!.command).toMatchObject({ command: 'sup.explainProblem', arguments: [{ rule: 'sup-gap-in-chain', textDocument: { uri: client.uri('b.sup') }, range: finding.range }] });
        const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: client.uri('b.sup') }, position: finding.range.start });
        expect((hover!.contents as MarkupContent).value).toMatch(/\[Explain this problem\]\(command:sup\.explainProblem\?%5B%7B%22textDocument[^)\s]*\): `sup-gap-in-chain`/);
        await client.stop();
        const again = await startWithGap();
        expect((await client.codeActions('b.sup', again.range, [again])).filter(({ title }) => title.startsWith('Explain'))).toEqual([]);
    });
});

describe('links to documents', () => {
    test('links a diagnostic to the installed page of its rule', async () => {
        const { codeDescription } = await startWithGap();
        expect(codeDescription!.href).toBe(pathToFileURL('docs/rules/sup-gap-in-chain.md').href);
    });

    test('links a diagnostic to the command of a client that shows the installed page', async () => {
        const { codeDescription } = await startWithGap({ documentationCommand: true });
        expect(codeDescription!.href).toBe('command:sup.showDocumentation?%5B%22rules%2Fsup-gap-in-chain.md%22%5D');
    });
});
