import type { Diagnostic, Position } from 'vscode-languageserver-types';

export type Request = readonly [method: string, params: object | undefined];

/** Every request that the server answers, about a document: about all of it, or about places at its beginning, in its middle and at its end. */
export function requestsAbout(uri: string, text: string, diagnostics: readonly Diagnostic[]): readonly Request[] {
    const lines = text.split(/\r\n?|\n/);
    const textDocument = { uri };
    const about = { textDocument };
    const middle = lines[lines.length >> 1]!;
    const end: Position = { line: lines.length - 1, character: lines.at(-1)!.length };
    const position = { line: 0, character: 13 };
    const places: readonly Position[] = [position, { line: lines.length >> 1, character: middle.length >> 1 }, end];
    const range = { start: { line: 0, character: 0 }, end };
    const options = { tabSize: 2, insertSpaces: true };
    const title = /scenario "([^"]*)"/.exec(text)?.[1] ?? 'x';
    const events = [{ at: 60, event: 'stop A' }];
    const [first] = diagnostics;
    const finding = first && { textDocument, rule: String(first.code), range: first.range };
    return [
        ['textDocument/codeAction', { textDocument, range, context: { diagnostics } }],
        ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [], only: ['source.fixAll'] } }],
        ...['documentSymbol', 'foldingRange', 'codeLens', 'semanticTokens/full'].map((name): Request => [`textDocument/${name}`, about]),
        ['textDocument/semanticTokens/full/delta', { textDocument, previousResultId: '1' }],
        ['textDocument/semanticTokens/range', { textDocument, range }],
        ['textDocument/formatting', { textDocument, options }],
        ['textDocument/rangeFormatting', { textDocument, range, options }],
        ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
        ['textDocument/rename', { textDocument, position, newName: 'ZZZ' }],
        ['textDocument/prepareRename', { textDocument, position }],
        ...places.flatMap(place => ['completion', 'hover', 'definition', 'documentHighlight'].map((name): Request => [`textDocument/${name}`, { textDocument, position: place }])),
        ['workspace/symbol', { query: '' }],
        ['sup/preview', about],
        ['sup/locate', { textDocument, part: 'site:NOR', problem: 0 }],
        ['sup/locateScenario', { textDocument, title }],
        ...places.map((place): Request => ['sup/partAt', { textDocument, position: place }]),
        ['sup/possibleEvents', { textDocument, part: 'site:NOR' }],
        ['sup/play', { textDocument, events: [] }],
        ['sup/play', { textDocument, scenario: title, events }],
        ['sup/log', { run: 1, text: 'x', omitsInformation: false, from: { line: 0 }, count: 500 }],
        ['sup/scenarioEdit', { textDocument, scenario: title, events }],
        ['sup/hierarchyFiles', about],
        ['sup/compare', { textDocument, before: [{ uri, text }], beforeLabel: 'before', afterLabel: 'after' }],
        ['sup/compare', { textDocument, before: [{ uri, text: '' }], beforeLabel: 'before', afterLabel: 'after' }],
        ...['html', 'markdown', 'svg'].map((format): Request => ['sup/export', { textDocument, format, theme: 'light', direction: 'down' }]),
        ['sup/scenarios', undefined],
        ['sup/runScenario', { textDocument, title }],
        ['sup/trace', { textDocument, title }],
        ['sup/coverage', { scenarios: [{ textDocument, title }] }],
        ['sup/advise', { textDocument, position }],
        ['sup/sweep', about],
        ...finding ? [['sup/explain', finding], ['sup/acceptRisk', { ...finding, reason: 'x' }]] satisfies Request[] : []
    ];
}

/** Requests at a place: they are answered at once, in the order of their arrival. */
export const atPlace: ReadonlySet<string> = new Set(['completion', 'hover', 'definition', 'documentHighlight', 'prepareRename'].map(name => `textDocument/${name}`));

/** Requests whose work grows with the number of failures to simulate. They report progress, and run until they are cancelled. */
export const cancelledByTest: ReadonlySet<string> = new Set(['sup/sweep']);
