import { type Assumption, longDurationText, number, scenarioLimits } from '@sup/model';
import { durationOf } from '../phrases/times.js';
import type { Item } from '../tree/items.js';
import { wordsOf } from '../tree/items.js';
import { readWholeNumber, type ValueType } from './value-types.js';

/** Sizes such as `150 MB` or `1.5 GB`, in megabytes. */
const megabytes: ValueType<number> = {
    expected: `an amount such as \`150 MB\` or \`1.5 GB\`, up to ${number(scenarioLimits.megabytes / 1024)} GB`,
    suggestions: ['50 MB', '150 MB', '1 GB'],
    read: items => items.length === 1 ? readMegabytes(items[0]!) : undefined
};

function readMegabytes(item: Item): number | undefined {
    const [, amount, unit] = /^([0-9]{1,7}(?:\.[0-9]{1,3})?) (MB|GB)$/.exec(wordsOf(item) ?? '') ?? [];
    const value = Number(amount) * (unit === 'GB' ? 1024 : 1);
    return value <= scenarioLimits.megabytes ? value : undefined;
}

/** The value type of an assumption, which suggests the default first. */
export function amountOf(assumption: Assumption): ValueType<number> {
    const type = typeOf(assumption);
    return { ...type, suggestions: [...new Set([amountText(assumption, assumption.default), ...type.suggestions])] };
}

function typeOf({ unit, least, most, choices = [] }: Assumption): ValueType<number> {
    switch (unit) {
        case 'minutes': return durationOf(least);
        case 'megabytes': return megabytes;
        case 'number': return {
            expected: most === undefined ? `a whole number from ${least} on` : `a whole number from ${least} to ${most}`,
            suggestions: [],
            read: items => items.length === 1 ? readWholeNumber(wordsOf(items[0]), least, most ?? 999_999) : undefined
        };
        case 'choice': return choiceOf(choices);
    }
}

/** A choice between words, which are the values by their index. */
function choiceOf(choices: readonly string[]): ValueType<number> {
    return {
        expected: choices.map(each => `\`${each}\``).join(' or '),
        suggestions: choices,
        read: items => {
            const found = items.length === 1 ? choices.indexOf(wordsOf(items[0]) ?? '') : -1;
            return found < 0 ? undefined : found;
        }
    };
}

/** An amount in the syntax of the language: `1 hour 30 minutes`, `150 MB`, `40`, `settled`. */
export function amountText({ unit, choices }: Assumption, amount: number): string {
    return unit === 'choice' ? choices?.[amount] ?? '' : unit === 'minutes' ? longDurationText(amount) : unit === 'megabytes' ? `${amount} MB` : String(amount);
}
