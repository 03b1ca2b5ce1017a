import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';

/** A token and its scopes, without the outermost one. */
export interface ScopedToken {
    readonly line: number;
    readonly start: number;
    readonly text: string;
    readonly scopes: readonly string[];
}

/** Loads the TextMate grammar like VS Code. */
export async function loadGrammar(): Promise<IGrammar> {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
    await oniguruma.loadWASM(wasm);
    const registry = new textmate.Registry({
        onigLib: Promise.resolve({
            createOnigScanner: sources => new oniguruma.OnigScanner(sources),
            createOnigString: text => new oniguruma.OnigString(text)
        }),
        loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync('syntaxes/sup.tmLanguage.json', 'utf8'), 'sup.tmLanguage.json'))
    });
    const grammar = await registry.loadGrammar('source.sup');
    if (!grammar) {
        throw new Error('syntaxes/sup.tmLanguage.json cannot be loaded.');
    }
    return grammar;
}

/** The tokens of a text, without white space. */
export function tokenize(grammar: IGrammar, text: string): ScopedToken[] {
    let state = textmate.INITIAL;
    return text.split(/\r\n|\n|\r/).flatMap((content, line) => {
        const { tokens, ruleStack } = grammar.tokenizeLine(content, state);
        state = ruleStack;
        return tokens
            .map(({ startIndex, endIndex, scopes }) => ({ line, start: startIndex, text: content.slice(startIndex, endIndex), scopes: scopes.slice(1) }))
            .filter(token => token.text.trim() !== '');
    });
}
