import {
    CallHierarchyOutgoingCallsRequest, CallHierarchyPrepareRequest, CodeLensRequest, HoverRequest, InlayHintRequest, LinkedEditingRangeRequest, type MarkupContent, SelectionRangeRequest,
    TypeHierarchyPrepareRequest, TypeHierarchySupertypesRequest
} from 'vscode-languageserver-protocol/node';
import { afterEach, expect, test } from 'vitest';
import { LspClient } from '../support/lsp-client.js';

let client: LspClient;
afterEach(() => client.stop());

const plan = `hierarchy Quay
central site CEN {
  clients: 40 intranet
  server CENSUP01 { site server  wsus 3.0 SP2 { ports: 8530, 8531 }  software update point active }
  synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: "Windows 7"  classifications: "Security Updates"  languages: en }
}
secondary site BER reports to CEN {
  clients: 5 intranet
}
`;
const [atBergen, atServer] = [{ line: 6, character: 16 }, { line: 3, character: 12 }];

test('announces and serves hierarchies, selection ranges and linked editing', async () => {
    client = await LspClient.start({ 'a.sup': plan });
    await client.openFile('a.sup', plan);
    const textDocument = { uri: client.uri('a.sup') };
    const [site] = (await client.connection.sendRequest(TypeHierarchyPrepareRequest.type, { textDocument, position: atBergen }))!;
    expect((await client.connection.sendRequest(TypeHierarchySupertypesRequest.type, { item: site! }))!.map(({ name }) => name)).toEqual(['CEN']);
    const [point] = (await client.connection.sendRequest(CallHierarchyPrepareRequest.type, { textDocument, position: atServer }))!;
    expect(await client.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: point! })).toEqual([]);
    const [selection] = (await client.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [atBergen] }))!;
    expect(selection!.range).toEqual({ start: { line: 6, character: 15 }, end: { line: 6, character: 18 } });
    expect((await client.connection.sendRequest(LinkedEditingRangeRequest.type, { textDocument, position: { line: 1, character: 14 } }))!.ranges).toHaveLength(2);
    await expect(client.connection.sendRequest(SelectionRangeRequest.method, { textDocument })).rejects.toThrow('Invalid parameters for textDocument/selectionRange');
    await expect(client.connection.sendRequest(LinkedEditingRangeRequest.method, { textDocument })).rejects.toThrow('Invalid parameters for textDocument/linkedEditingRange');
});

test('shows in the hover of a site how long a new update takes to its last client', async () => {
    client = await LspClient.start({ 'a.sup': plan });
    await client.openFile('a.sup', plan);
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: client.uri('a.sup') }, position: atBergen });
    expect((hover!.contents as MarkupContent).value).toMatch(/- A new update reaches the last client: within \d+d \d+h(?: \d+m)?\\, if nothing fails/);
});

test('shows no inlay hints and no lenses with figures by default', async () => {
    client = await LspClient.start({ 'a.sup': plan });
    await client.openFile('a.sup', plan);
    const textDocument = { uri: client.uri('a.sup') };
    expect(await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } })).toEqual([]);
    expect(await client.connection.sendRequest(CodeLensRequest.type, { textDocument })).toEqual([]);
});

test('shows the derived values and figures that the settings ask for', async () => {
    client = await LspClient.start({ 'a.sup': plan }, { settings: { inlayHints: { mode: true, ports: true }, codeLens: { clients: true, synchronization: true } } });
    await client.openFile('a.sup', plan);
    const textDocument = { uri: client.uri('a.sup') };
    const hints = await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } } });
    expect(hints!.map(({ label, position }) => `${position.line + 1}: ${label as string}`)).toEqual(['4: ports: 8530, 8531']);
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument });
    expect(lenses!.map(({ command, range }) => `${range.start.line + 1}: ${command!.title}`)).toEqual(['4: 45 clients scan here', '4: synchronizes 0 sites']);
});
