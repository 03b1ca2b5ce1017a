import { readFileSync } from 'node:fs';
import type { SemanticTokens } from 'vscode-languageserver';
import { expect, test } from 'vitest';
import { plans } from '../support/editor.js';
import { byRunLength } from '../support/run-length.js';
import { loadGrammar, type ScopedToken, tokenize } from '../support/textmate.js';
import { workspaceWith } from '../support/workspace.js';

interface Manifest {
    readonly contributes: { readonly semanticTokenScopes: readonly { readonly language: string; readonly scopes: Readonly<Record<string, readonly string[]>> }[] };
}

const grammar = await loadGrammar();
const { scopes } = (JSON.parse(readFileSync('package.json', 'utf8')) as Manifest).contributes.semanticTokenScopes[0]!;

/** `npm test` compares every fifth plan. */
const step = byRunLength({ short: 5, long: 1 });
const some = [...new Set(plans())].filter((_, i) => i % step === 0);

/** The part of a scope that themes distinguish here: a site is a type, and every keyword of a statement is one kind of keyword. */
function colored(scope: string): string {
    return scope.replace(/\.sup$/, '').replace(/^entity\.name\.type\..*/, 'entity.name.type').replace(/^keyword\.other\.(?!unit).*/, 'keyword.other');
}

test('semantic tokens do not change the color of any word of a plan without syntax errors', async () => {
    const changed = new Set<string>();
    let compared = 0;
    for (const text of some) {
        const workspace = await workspaceWith(text);
        const document = workspace.document('plan.sup');
        const { parserErrors, lexerErrors } = document.parseResult;
        if (parserErrors.length + lexerErrors.length > 0 || workspace.findings('plan.sup').some(({ rule }) => rule.category === 'language')) {
            continue;
        }
        const provider = workspace.services.lsp.SemanticTokenProvider!;
        const { data } = await provider.semanticHighlight(document, { textDocument: { uri: document.uri.toString() } }) as SemanticTokens;
        const byPlace = new Map<string, ScopedToken>(tokenize(grammar, text).map(token => [`${token.line}:${token.start + token.text.search(/\S/)}`, token]));
        let [line, character] = [0, 0];
        for (let i = 0; i < data.length; i += 5) {
            [line, character] = [line + data[i]!, (data[i] === 0 ? character : 0) + data[i + 1]!];
            const type = provider.semanticTokensOptions.legend.tokenTypes[data[i + 3]!]!;
            const written = byPlace.get(`${line}:${character}`);
            const scope = written?.scopes.at(-1) ?? '(none)';
            compared++;
            if (colored(scope) !== colored(scopes[type]?.[0] ?? '')) {
                changed.add(`${written?.text ?? text.split('\n')[line]!.slice(character, character + data[i + 2]!)}: ${scope}, then ${type}`);
            }
        }
    }
    expect([...changed]).toEqual([]);
    expect(compared).toBeGreaterThan(some.length);
});
