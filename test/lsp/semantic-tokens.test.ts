import type { SemanticTokens } from 'vscode-languageserver';
import { expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.js';

// The token types of words that only their position distinguishes.

const plan = `hierarchy Harbour
central site CEN "Head office" {
  server site {
    site server
    wsus 3.0 SP2 { }
  }
}
secondary site OUT reports to CEN {
  server PIER {
    wsus 3.0 SP2 { upstream: site }
  }
}
scenario "Quay" for 2 days {
  at 1h: stop PIER
}
`;

/** The words of a text with their token types. */
async function wordsOf(text: string, range?: { start: number; end: number }): Promise<string[]> {
    const workspace = await workspaceWith(text);
    const document = workspace.document('plan.sup');
    const provider = workspace.services.lsp.SemanticTokenProvider!;
    const textDocument = { uri: document.uri.toString() };
    const { data } = await (range
        ? provider.semanticHighlightRange(document, { textDocument, range: { start: { line: range.start, character: 0 }, end: { line: range.end, character: 0 } } })
        : provider.semanticHighlight(document, { textDocument })) as SemanticTokens;
    const lines = text.split('\n');
    const words: string[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
        [line, character] = [line + data[i]!, (data[i] === 0 ? character : 0) + data[i + 1]!];
        const type = provider.semanticTokensOptions.legend.tokenTypes[data[i + 3]!]!;
        words.push(`${lines[line]!.slice(character, character + data[i + 2]!)}: ${data[i + 4] === 1 ? 'declared ' : ''}${type}`);
    }
    return words;
}

test('distinguishes names from the keywords that they look like', async () => {
    expect(await wordsOf(plan)).toEqual([
        'hierarchy: keyword', 'central: keyword', 'site: keyword', 'CEN: declared class', 'server: keyword', 'site: declared variable', 'site: keyword', 'server: keyword', 'wsus: keyword',
        'secondary: keyword', 'site: keyword', 'OUT: declared class', 'reports: keyword', 'to: keyword', 'CEN: class', 'server: keyword', 'PIER: declared variable',
        'wsus: keyword', 'upstream: property', 'scenario: keyword', 'for: keyword', 'at: keyword', 'PIER: variable'
    ]);
});

test('returns only the tokens of sites in the requested lines', async () => {
    const words = await wordsOf(plan, { start: 8, end: 9 });
    expect(words).toContain('PIER: declared variable');
    expect(words).not.toContain('CEN: declared class');
    expect(words).not.toContain('scenario: keyword');
});
