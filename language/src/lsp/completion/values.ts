import { CompletionItemKind } from 'vscode-languageserver-types';
import { languages } from '../../syntax/catalogue/languages.js';
import { meaningOf } from '../../syntax/catalogue/meanings.js';
import { factsOf } from '../../syntax/catalogue/sources.js';
import { definitionOf } from '../../syntax/catalogue/properties.js';
import { itemOf, takesQuotes, type ValueType } from '../../syntax/catalogue/value-types.js';
import { quoteString, unquote } from '../../syntax/parser/value-converter.js';
import { type BlockName, blockNameOf } from '../../syntax/tree/blocks.js';
import type { ValuePart } from '../../syntax/tree/items.js';
import { documentationOfMeaning, documentationOfProperty } from '../documentation.js';
import { completeNextKey } from './statements.js';
import type { WrittenToken } from './cursor.js';
import { writtenName } from '../../syntax/tree/names.js';
import { aboutUnknown, isInScenario, unknown } from '../../syntax/tree/unknown.js';
import { exampleValues } from './example-values.js';
import { fitsValue } from './fitting-values.js';
import { type CompletionContext, continues, type Suggestion } from './suggestion.js';

/** Completes the value after the colon of a property, or after a comma of its list. */
export function completeValue(place: CompletionContext): readonly Suggestion[] {
    const [key, , ...value] = place.cursor.before;
    const name = key!.text.replace(/\s+/g, ' ');
    const type = definitionOf(blockNameOf(place.cursor.block), name)?.value;
    if (!type) {
        return [];
    }
    const items = splitAtCommas(value);
    const isText = place.cursor.word.kind === 'text';
    const candidates = candidatesFor(place, name, type);
    const block = blockNameOf(place.cursor.block)!;
    const all = [
        ...wholeValues(candidates, value, isText),
        ...items.length > 1 ? nextItems(type, items, isText).filter(({ label }) => fitsValue(blockNameOf(place.cursor.block), name, label, place.plan)) : [],
        ...type.refersTo === 'server' ? servers(place, type, name, items) : [],
        ...value.length === 0 && !isText && !isInScenario(place.cursor.block) ? [unknownSuggestion] : [],
        ...items.at(-1)!.length > 0 && type.read(items.map(item => item.map(partOf))) !== undefined ? completeNextKey(place) : []
    ];
    const ofProperty = documentationOfProperty(block, name);
    // A comma in quotes, or in the item, is part of the value.
    const isListItem = (label: string): boolean => type.isList === true && !isText && label !== unknown && !label.includes(',');
    return all.map(each => ({ documentation: ofProperty, ...describedValue(block, name, each.label), ...each, ...isListItem(each.label) && { isListItem: true } }));
}

/** The meaning of a value, if it has one of its own, with the source of the property unless the meaning has another. A language also shows its name. */
function describedValue(block: BlockName, key: string, value: string): Partial<Suggestion> {
    const meaning = meaningOf(block, key, value);
    const language = /(?:^| )languages$/.test(key) ? languages.get(value) : undefined;
    return { ...meaning && { documentation: documentationOfMeaning({ source: factsOf(block, key)?.source, ...meaning }) }, ...language !== undefined && { remark: language } };
}

const unknownSuggestion: Suggestion = { label: unknown, kind: CompletionItemKind.Value, detail: 'a value that is not known', documentation: aboutUnknown };

/** A value as completion lists it, and as it is written. */
interface Candidate {
    readonly label: string;
    readonly text: string;
    /** Whether it follows the plan, so that it is most likely the right one. */
    readonly isLikely?: boolean;
}

/** The values that suit the plan: those of the type, after examples that follow the pattern of the plan. */
function candidatesFor({ cursor, plan }: CompletionContext, key: string, type: ValueType<unknown>): readonly Candidate[] {
    const block = blockNameOf(cursor.block);
    const inQuotes = takesQuotes(type);
    const examples = exampleValues(block, key, plan).map((text, i): Candidate => ({ label: isOneText(text) ? unquote(text) : text, text, isLikely: i === 0 }));
    const listed = type.suggestions.filter(each => fitsValue(block, key, each, plan)).map((each): Candidate => ({ label: each, text: inQuotes ? quoteString(each) : each }));
    return [...examples, ...listed.filter(({ text }) => !examples.some(each => each.text === text))];
}

function isOneText(written: string): boolean {
    return /^"[^"]*"$/.test(written);
}

/** Candidates that begin with the value written so far; within quotes, those in quotes. */
function wholeValues(candidates: readonly Candidate[], value: readonly WrittenToken[], isText: boolean): readonly Suggestion[] {
    return candidates.filter(({ text }) => isText ? value.length === 0 && isOneText(text) : continues(text.replaceAll(',', ' ,'), value)).map(({ label, text, isLikely }) => ({
        label,
        kind: CompletionItemKind.Value,
        text,
        replaceFrom: value[0]?.offset,
        ...isLikely && { isLikely }
    }));
}

/** Suggestions for the next item of the list written so far. */
function nextItems(type: ValueType<unknown>, items: readonly (readonly WrittenToken[])[], isText: boolean): readonly Suggestion[] {
    const inQuotes = isText || takesQuotes(type);
    const present = items.slice(0, -1).map(item => item.map(partOf));
    const known = new Set(present.map(item => item.map(part => part.text).join(' ')));
    const [last] = items.slice(-1);
    return type.suggestions
        .filter(each => last!.length === 0 && !known.has(each) && type.read([...present, itemOf(each, inQuotes)]) !== undefined)
        .map(each => ({ label: each, kind: CompletionItemKind.Value, text: inQuotes ? quoteString(each) : each }));
}

/** Servers and clusters that a property can name: the nodes of a cluster are in its site, any other server may be anywhere. */
function servers({ cursor, plan, matches }: CompletionContext, type: ValueType<unknown>, key: string, items: readonly (readonly WrittenToken[])[]): readonly Suggestion[] {
    const last = items.at(-1)!;
    const isText = cursor.word.kind === 'text';
    const hosts = plan.hierarchy.serversByName;
    const block = blockNameOf(cursor.block);
    const { site, host, point } = plan;
    const all = key === 'nodes' ? site?.servers.map(({ name }) => name) ?? [] : [...hosts.keys()];
    // A server needs no connection to itself.
    const left = new Set([...items.flat().map(each => partOf(each).text), '', point ? undefined : host?.name]);
    if (type.beforeName !== undefined && all.some(name => !left.has(name)) && items.length === 1 && continues(type.beforeName, last) && !isText && fitsValue(block, key, type.beforeName, plan)) {
        return [{ label: type.beforeName, text: `${type.beforeName} `, replaceFrom: last[0]?.offset, kind: CompletionItemKind.Keyword, detail: 'a server of this plan' }];
    }
    const written = items.map(item => item.map(partOf));
    const at = type.nameAt ? type.nameAt(written.at(-1)!) : 0;
    if (at !== last.length || (items.length > 1 && type.read([...written.slice(0, -1), itemOf('NAME', false)]) === undefined)) {
        return [];
    }
    return [...new Set(all)].filter(name => matches(name) && !left.has(name) && fitsValue(block, key, name, plan)).map(name => ({
        label: name,
        kind: CompletionItemKind.Reference,
        text: isText ? quoteString(name) : writtenName(name),
        detail: `${hosts.get(name)?.[0]?.element ?? 'server'} of ${hosts.get(name)?.[0]?.site.code ?? ''}`.replace(/ of $/, '')
    }));
}

function splitAtCommas(written: readonly WrittenToken[]): readonly (readonly WrittenToken[])[] {
    const items: WrittenToken[][] = [[]];
    for (const each of written) {
        if (each.text === ',') {
            items.push([]);
        } else {
            items.at(-1)!.push(each);
        }
    }
    return items;
}

function partOf({ kind, text }: WrittenToken): ValuePart {
    return kind === 'text' ? { kind, text: unquote(text) } : { kind: kind === 'time' ? 'time' : 'word', text };
}
