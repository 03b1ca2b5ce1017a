import { noEffectReasonOf, type ScenarioEvent } from '@sup/model';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { elementOf } from '../../analysis/projection/origin.js';
import type { PhraseDefinition, TimedAction } from '../../syntax/catalogue/events.js';
import type { TimedClaim } from '../../syntax/catalogue/expectations.js';
import { meaningInPhrase, statusMeanings } from '../../syntax/catalogue/meanings.js';
import * as ast from '../../syntax/generated/ast.js';
import { quoteString, unquote } from '../../syntax/parser/value-converter.js';
import { expectedAfter, readWhole } from '../../syntax/phrases/read-phrase.js';
import { type Expected, Reading } from '../../syntax/phrases/reading.js';
import type { Slot } from '../../syntax/phrases/slot.js';
import { moment } from '../../syntax/phrases/times.js';
import type { Token } from '../../syntax/phrases/token.js';
import { blockNameOf } from '../../syntax/tree/blocks.js';
import { writtenName } from '../../syntax/tree/names.js';
import { phrasesOf, publishedIn } from '../../syntax/tree/read-sentences.js';
import { documentationOfMeaning } from '../documentation.js';
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
    const sentence = beginning(before.map(tokenOf), { isEvent: type === ast.ScenarioEvent.$type, phrases: phrasesOf(type).map(({ phrase }) => phrase) });
    const all = expectedAfter(sentence.tokens, sentence.phrases).flatMap(expected => suggestionsFor(expected, sentence, place));
    return word.kind === 'text' ? all.flatMap(inQuotes) : all;
}

/** An event or expectation up to the cursor. */
interface WrittenSentence {
    readonly isEvent: boolean;
    /** The phrases that begin with the tokens. */
    readonly phrases: readonly Slot<TimedAction | TimedClaim>[];
    readonly tokens: readonly Token[];
}

/** A sentence up to these tokens, with those phrases that begin with them: a list of names reads each of them as one of these. */
function beginning(tokens: readonly Token[], { isEvent, phrases }: Pick<WrittenSentence, 'isEvent' | 'phrases'>): WrittenSentence {
    return { isEvent, tokens, phrases: phrases.filter(phrase => expectedAfter(tokens, [phrase]).length > 0) };
}

function suggestionsFor(expected: Expected, sentence: WrittenSentence, place: CompletionContext): readonly Suggestion[] {
    switch (expected.kind) {
        case 'words': {
            const longer = beginning([...sentence.tokens, ...expected.text.split(' ').map((text): Token => text === ':' ? { kind: 'mark', text } : { kind: 'word', text })], sentence);
            return leadsToName(expected.text, longer, place) ? [{ label: expected.text, text: expected.text === ':' ? ':' : `${expected.text} `, kind: CompletionItemKind.Keyword, documentation: documentationOf(longer) }] : [];
        }
        case 'value': return expected.suggestions.filter(text => isInRun(text, sentence, place)).map(text => ({ label: text, kind: CompletionItemKind.Value, ...describedValue(text, sentence) }));
        case 'name': {
            const documentation = documentationOf(sentence);
            return [...namesOf(expected, place)].filter(name => hasEffect(name, sentence, place)).map(name => ({ ...name, documentation }));
        }
        case 'end': return [];
    }
}

/** The number of forms of phrases that documentation lists. */
const maxForms = 4;

/** The forms of the phrases that a sentence can become; the documentation too if it is only one. */
function documentationOf({ phrases }: WrittenSentence): string {
    const definitions = phrases.flatMap(phrase => definitionsByPhrase.get(phrase) ?? []);
    const forms = definitions.slice(0, maxForms).map(({ form }) => `\`${form}\``);
    return [...forms, ...definitions.length > maxForms ? ['and others'] : [], ...definitions.length === 1 ? [definitions[0]!.documentation] : []].join('\n\n');
}

const definitionsByPhrase: ReadonlyMap<Slot<unknown>, PhraseDefinition<unknown>> = new Map([...sentences.values()].flatMap(phrasesOf).map(definition => [definition.phrase, definition]));

/** The meaning of a value, such as that of a status message, which the list also shows; otherwise the phrases that it belongs to. */
function describedValue(text: string, sentence: WrittenSentence): Partial<Suggestion> {
    const status = /^67[0-9]{2}$/.test(text) ? statusMeanings.get(Number(text)) : undefined;
    const meaning = status ?? meaningInPhrase(unquote(text));
    return { documentation: meaning ? documentationOfMeaning(meaning) : documentationOf(sentence), ...status && { remark: status.text.split('.')[0] } };
}

/** Whether the sentence can go on after these words. It cannot if only a name can follow, and no name of the plan fits. */
function leadsToName(words: string, longer: WrittenSentence, place: CompletionContext): boolean {
    const next = expectedAfter(longer.tokens, longer.phrases);
    // An update gets its name when it is published.
    return next.length === 0 || words.startsWith('publish') || next.some(expected => expected.kind !== 'name' || isAny(namesOf(expected, { ...place, matches: () => true }), name => hasEffect(name, longer, place)));
}

/** Whether the time of an event is within the run. */
function isInRun(text: string, { tokens }: WrittenSentence, { cursor }: CompletionContext): boolean {
    const scenario = elementOf(cursor.block);
    const minutes = tokens.length > 0 ? undefined : readWhole(new Reading(text.split(' ').map((word): Token => ({ kind: word.includes(':') ? 'time' : 'word', text: word }))), [moment])?.value;
    return minutes === undefined || scenario?.element !== 'scenario' || minutes < (scenario.duration ?? Infinity);
}

/** Ways to end an event after a name, the shortest first. */
const endings: readonly (readonly Token[])[] = [[], [{ kind: 'word', text: 'now' }], [{ kind: 'word', text: 'ports' }, { kind: 'word', text: 'to' }, { kind: 'word', text: '80' }]];

/** Whether an event with a name has an effect in this plan at its time. An event that cannot be read yet may have one, and so may every expectation. */
function hasEffect({ label, text = label }: Suggestion, { isEvent, phrases, tokens }: WrittenSentence, { plan, cursor }: CompletionContext): boolean {
    const scenario = elementOf(cursor.block);
    if (!isEvent || scenario?.element !== 'scenario') {
        return true;
    }
    const named: Token = { kind: text === label ? 'word' : 'text', text: label };
    for (const rest of endings) {
        const value = readWhole(new Reading([...tokens, named, ...rest]), phrases)?.value;
        if (value && 'action' in value) {
            const event: ScenarioEvent = { element: 'event', ...value };
            const events = [...scenario.events.filter(other => other !== plan.written), event];
            return noEffectReasonOf(plan.hierarchy, { ...scenario, events }, event) === undefined;
        }
    }
    return true;
}

function isAny<T>(items: Iterable<T>, test: (item: T) => boolean): boolean {
    for (const item of items) {
        if (test(item)) {
            return true;
        }
    }
    return false;
}

/** The names in the hierarchy, and the updates that the scenario publishes, one after the other: a plan may have thousands, and often the first is enough. */
function* namesOf({ of, except }: Extract<Expected, { kind: 'name' }>, { plan: { hierarchy }, cursor, matches }: CompletionContext): Generator<Suggestion> {
    switch (of) {
        case 'site':
            for (const [code, [site]] of hierarchy.sitesByCode) {
                if (matches(code) && !except.includes(code)) {
                    yield { label: code, kind: CompletionItemKind.Module, detail: site?.title };
                }
            }
            return;
        case 'server':
            for (const [name, [host]] of hierarchy.serversByName) {
                if (matches(name)) {
                    yield { label: name, text: except.includes(name) ? quoteString(name) : writtenName(name), kind: CompletionItemKind.Reference, detail: `${host!.element} of ${host!.site.code}` };
                }
            }
            return;
        case 'group':
            for (const { label, site } of hierarchy.sites.flatMap(({ clientGroups }) => clientGroups)) {
                if (label !== undefined) {
                    yield { label, text: quoteString(label), kind: CompletionItemKind.Reference, detail: `clients of ${site.code}` };
                }
            }
            return;
        case 'update':
            for (const name of publishedIn(cursor.block)) {
                yield { label: name, text: quoteString(name), kind: CompletionItemKind.Value };
            }
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
