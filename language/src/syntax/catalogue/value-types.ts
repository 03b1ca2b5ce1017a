import { microsoftUpdate } from '@sup/model';
import type { Item } from '../tree/items.js';
import { wordsOf } from '../tree/items.js';

/** The type of a property's value. */
export interface ValueType<T> {
    /** Describes every form of the value, to complete "Expected …". */
    readonly expected: string;
    /** Values that completion offers. */
    readonly suggestions: readonly string[];
    /** Whether the suggestions are all possible values. */
    readonly isClosed?: boolean | undefined;
    /** Whether a comma and a further item can follow an item. */
    readonly isList?: boolean | undefined;
    /** The kind of declaration that the words of the value refer to, for navigation and rename. */
    readonly refersTo?: 'server' | undefined;
    /** The words before a name, for a value in which a name is not the first word. Completion offers them. */
    readonly beforeName?: string | undefined;
    /** The index of the part of an item that is a name, or would be the next one; by default, the first part. */
    nameAt?(item: Item): number | undefined;
    /** The value of a list of items; undefined if they are not valid. */
    read(items: readonly Item[]): T | undefined;
}

/** One of a closed set of words. */
export function oneOf<T extends string>(...words: readonly T[]): ValueType<T> {
    return {
        expected: words.map(word => `\`${word}\``).join(' or '),
        suggestions: words,
        isClosed: true,
        read: items => words.find(word => items.length === 1 && wordsOf(items[0]) === word)
    };
}

/** Some of a closed set of words, each at most once. */
export function someOf<T extends string>(...words: readonly T[]): ValueType<readonly T[]> {
    return {
        expected: `a list of ${words.map(word => `\`${word}\``).join(', ')}`,
        suggestions: words,
        isClosed: true,
        isList: true,
        read: items => {
            const found = words.filter(word => items.some(item => wordsOf(item) === word));
            return found.length === items.length && found.length > 0 ? found : undefined;
        }
    };
}

export const yesOrNo: ValueType<boolean> = {
    ...oneOf('yes', 'no'),
    read: items => {
        const word = oneOf('yes', 'no').read(items);
        return word === undefined ? undefined : word === 'yes';
    }
};

/** One text in quotes, or a single word. */
export function text(expected: string): ValueType<string> {
    return {
        expected,
        suggestions: [],
        read: items => {
            const [part, ...more] = items[0] ?? [];
            return items.length === 1 && part && more.length === 0 && part.kind !== 'time' && part.text !== '' ? part.text : undefined;
        }
    };
}

/** A list of texts in quotes or single words. */
export function texts(expected: string, suggestions: readonly string[] = []): ValueType<readonly string[]> {
    return {
        expected,
        suggestions,
        isList: true,
        read: items => {
            const values = items.map(item => item.length === 1 && item[0]!.kind !== 'time' ? item[0]!.text : '');
            return values.length > 0 && !values.includes('') ? values : undefined;
        }
    };
}

/** A list of names of servers and clusters, or Microsoft Update. */
export const reachableEnds: ValueType<readonly string[]> = {
    expected: `a list of servers and clusters, or \`${microsoftUpdate}\``,
    suggestions: [microsoftUpdate],
    isList: true,
    refersTo: 'server',
    nameAt: item => item.length < 2 && wordsOf(item) !== microsoftUpdate ? 0 : undefined,
    read: items => {
        const names = items.map(item => wordsOf(item) === microsoftUpdate ? microsoftUpdate : serverName.read([item]));
        return names.length > 0 && names.every(name => name !== undefined) ? names : undefined;
    }
};

/** A list of names of servers. */
export const serverNames: ValueType<readonly string[]> = {
    ...texts('a list of server names'),
    refersTo: 'server'
};

/** The name of one server. */
export const serverName: ValueType<string> = {
    ...text('the name of a server'),
    refersTo: 'server'
};

/** A whole number in a range, in ASCII digits without sign or separators. */
export function wholeNumber(expected: string, from: number, to: number): ValueType<number> {
    return {
        expected,
        suggestions: [],
        read: items => items.length === 1 ? readWholeNumber(wordsOf(items[0]), from, to) : undefined
    };
}

export function readWholeNumber(word: string | undefined, from: number, to: number): number | undefined {
    const value = word !== undefined && /^[0-9]{1,9}$/.test(word) ? Number(word) : undefined;
    return value !== undefined && value >= from && value <= to ? value : undefined;
}

/** Whether the suggestions of a type need quotes: some of them are not valid without. */
export function takesQuotes(type: ValueType<unknown>): boolean {
    return type.suggestions.some(each => type.read([itemOf(each, false)]) === undefined && type.read([itemOf(each, true)]) !== undefined);
}

export function itemOf(suggestion: string, inQuotes: boolean): Item {
    return inQuotes ? [{ kind: 'text', text: suggestion }] : suggestion.split(' ').map(text => ({ kind: 'word', text }));
}
