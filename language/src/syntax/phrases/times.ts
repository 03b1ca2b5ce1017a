import { durationUnits as units, scenarioLimits } from '@sup/model';
import { minutesOfDay } from '../catalogue/product-values.js';
import { readWholeNumber, type ValueType } from '../catalogue/value-types.js';
import { readWhole } from './read-phrase.js';
import { type Expected, type Found, type Position, Reading } from './reading.js';
import type { Slot } from './slot.js';

const day = 24 * 60;
/** The index of the unit that a time of day may follow. */
const days = units.findIndex(({ minutes }) => minutes === day);

const durationForm = 'a duration in whole weeks, days, hours or minutes, such as `2 weeks`, `4h` or `1d 6h`, up to `521 weeks`';
const momentForm = 'a time since the start, such as `3h`, `1d 6h` or `2d 02:07`';
const unitExpected: Expected = { kind: 'value', text: '`minutes`, `hours`, `days` or `weeks`', suggestions: units.map(({ many }) => many).reverse() };

/** A duration: `30 minutes`, `1d 6h`. */
export const duration: Slot<number> = timeSlot('DURATION', { kind: 'value', text: durationForm, suggestions: ['30 minutes', '4 hours', '1 day', '7 days'] }, 1, false);

/** A time of the run, counted from its start at midnight: `1d 6h`, `2d 02:07`. */
export const moment: Slot<number> = timeSlot('TIME', { kind: 'value', text: momentForm, suggestions: ['1h', '1d', '1d 12h', '2d 02:07'] }, 0, true);

/** Parses the words of a duration that is not part of a phrase. */
export function readDuration(words: readonly string[]): number | undefined {
    return readWhole(new Reading(words.map(text => ({ kind: 'word', text }))), [duration])?.value;
}

/** A duration as the value of a property. */
export function durationOf(least: number): ValueType<number> {
    return {
        expected: least > 1 ? `${durationForm}, not less than ${least} minutes` : durationForm,
        suggestions: ['30 minutes', '1 hour', '1 day'],
        read: items => {
            const value = items.length === 1 ? readWhole(new Reading(items[0]!), [least === 0 ? durationOrZero : duration])?.value : undefined;
            return value !== undefined && value >= least ? value : undefined;
        }
    };
}

const durationOrZero = timeSlot('DURATION', { kind: 'value', text: durationForm, suggestions: [] }, 0, false);

function timeSlot(form: string, expected: Expected, least: number, takesTimeOfDay: boolean): Slot<number> {
    return {
        form,
        read: (reading, from) => {
            const amounts = readAmounts(reading, from);
            const found = amounts && takesTimeOfDay && amounts.unit <= days ? withTimeOfDay(reading, amounts) : amounts;
            if (!found) {
                return undefined;
            }
            const isWithin = found.at > from.at && found.value >= least && found.value <= scenarioLimits.minutes;
            return isWithin ? { at: found.at, names: found.names, value: found.value } : reading.miss(from, expected);
        }
    };
}

interface Amounts extends Found<number> {
    /** The index of the smallest unit so far; -1 before the first. */
    readonly unit: number;
}

/** Reads consecutive amounts, from larger to smaller units; undefined where one lacks its unit. */
function readAmounts(reading: Reading, from: Position): Amounts | undefined {
    let amounts: Amounts = { ...from, value: 0, unit: -1 };
    for (;;) {
        const token = reading.tokens[amounts.at];
        const [, digits, short] = token?.kind === 'word' ? /^([0-9]{1,7})([wdhm]?)$/.exec(token.text) ?? [] : [];
        const next = reading.tokens[amounts.at + 1];
        const unit = units.findIndex(each => short ? short === each.short : next?.kind === 'word' && (next.text === each.one || next.text === each.many));
        if (digits === undefined || (unit >= 0 && unit <= amounts.unit)) {
            return amounts;
        }
        if (unit < 0) {
            return reading.miss({ ...amounts, at: amounts.at + 1 }, unitExpected);
        }
        amounts = { at: amounts.at + (short ? 1 : 2), names: amounts.names, value: amounts.value + readWholeNumber(digits, 0, 9_999_999)! * units[unit]!.minutes, unit };
    }
}

/** Adds a time of day that follows whole days. */
function withTimeOfDay(reading: Reading, amounts: Amounts): Amounts | undefined {
    const token = reading.tokens[amounts.at];
    const time = token?.kind === 'time' ? minutesOfDay(token.text) : undefined;
    if (token?.kind !== 'time') {
        return amounts;
    }
    return time === undefined
        ? reading.miss(amounts, { kind: 'value', text: 'a time of day from 00:00 to 23:59', suggestions: [] })
        : { ...amounts, at: amounts.at + 1, value: amounts.value + time };
}
