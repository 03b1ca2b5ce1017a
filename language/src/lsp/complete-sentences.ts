import { CompletionItemKind } from 'vscode-languageserver-types';
import * as ast from '../syntax/generated/ast.js';
import { quoteString, unquote } from '../syntax/parser/value-converter.js';
import { expectedAfter } from '../syntax/phrases/read-phrase.js';
import type { Expected, NameKind } from '../syntax/phrases/reading.js';
import type { Token } from '../syntax/phrases/token.js';
import { blockNameOf } from '../syntax/tree/blocks.js';
import { writtenName } from '../syntax/tree/names.js';
import { phrasesOf, publishedIn } from '../syntax/tree/read-sentences.js';
import type { WrittenToken } from './cursor.js';
import type { CompletionContext, Suggestion } from './suggestion.js';

const sentences = new Map([['at', ast.ScenarioEvent.$type], ['expect', ast.Expectation.$type]]);

/** Completes an event or expectation that has begun. */
export function completeSentence(place: CompletionContext): readonly Suggestion[] {
    const { before: [keyword, ...before], block, word } = place.cursor;
    const type = keyword?.kind === 'word' && blockNameOf(block) === 'scenario' ? sentences.get(keyword.text) : undefined;
    if (type === undefined) {
        return [];
    }
    const expected = expectedAfter(before.map(tokenOf), phrasesOf(type).map(({ phrase }) => phrase));
    const all = expected.flatMap(each => suggestionsFor(each, place));
    return word.kind === 'text' ? all.flatMap(inQuotes) : all;
}

function suggestionsFor(expected: Expected, place: CompletionContext): readonly Suggestion[] {
    switch (expected.kind) {
        case 'words': return [{ label: expected.text, text: expected.text === ':' ? ':' : `${expected.text} `, kind: CompletionItemKind.Keyword }];
        case 'value': return expected.suggestions.map(text => ({ label: text, kind: CompletionItemKind.Value }));
        case 'name': return namesOf(expected.of, place);
        case 'end': return [];
    }
}

/** The names in the hierarchy, and the updates that the scenario publishes. */
function namesOf(kind: NameKind, { document, cursor, services, matches }: CompletionContext): readonly Suggestion[] {
    const { sites, sitesByCode, serversByName } = services.analysis.hierarchies.incremental(document);
    const fitting = <T>(groups: ReadonlyMap<string, T>): readonly [string, T][] => [...groups].filter(([name]) => matches(name));
    switch (kind) {
        case 'site': return fitting(sitesByCode).map(([code, [site]]) => ({ label: code, kind: CompletionItemKind.Module, detail: site?.title }));
        case 'server': return fitting(serversByName).map(([name, [host]]) => ({
            label: name, text: writtenName(name), kind: CompletionItemKind.Reference, detail: `${host!.element} of ${host!.site.code}`
        }));
        case 'group': return sites.flatMap(site => site.clientGroups.flatMap(({ label }) => label === undefined ? [] : [
            { label, text: quoteString(label), kind: CompletionItemKind.Reference, detail: `clients of ${site.code}` }
        ]));
        case 'update': return [...publishedIn(cursor.block)].map(name => ({ label: name, text: quoteString(name), kind: CompletionItemKind.Value }));
    }
}

/** Suggestions after an opening quote: texts, and names of servers. */
function inQuotes(suggestion: Suggestion): readonly Suggestion[] {
    const text = suggestion.text ?? suggestion.label;
    return text.startsWith('"') ? [suggestion] : suggestion.kind === CompletionItemKind.Reference ? [{ ...suggestion, text: quoteString(suggestion.label) }] : [];
}

function tokenOf({ kind, text }: WrittenToken): Token {
    return kind === 'text' ? { kind, text: unquote(text) }
        : kind === 'time' ? { kind, text } : text === ',' || text === ':' ? { kind: 'mark', text } : { kind: 'word', text };
}
