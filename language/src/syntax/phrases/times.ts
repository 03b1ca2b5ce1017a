import { durationUnits as units, scenarioLimits } from '@sup/model';
import { minutesOfDay } from '../catalogue/product-values.js';
import { readWholeNumber, type ValueType } from '../catalogue/value-types.js';
import { Reading } from './reading.js';
import type { Expected, Found, Position, Slot } from './slot.js';

const day = 24 * 60;
/** The index of the unit that a time of day can stand behind. */
const days = units.findIndex(({ minutes }) => minutes === day);

const durationForm = 'a duration of up to ten years, such as `30 minutes`, `4h` or `1d 6h`';
const momentForm = 'a time since the start, such as `3h`, `1d 6h` or `2d 02:07`';
const ofUnit: Expected = { kind: 'value', text: 'a unit of time: `minutes`, `hours`, `days` or `weeks`', suggestions: units.map(({ many }) => many).reverse() };

/** A length of time: `30 minutes`, `1d 6h`. */
export const duration: Slot<number> = timeSlot('DURATION', { kind: 'value', text: durationForm, suggestions: ['30 minutes', '4 hours', '1 day', '7 days'] }, 1, false);

/** A time of the run, counted from its start, which is a midnight: `1d 6h`, `2d 02:07`. */
export const moment: Slot<number> = timeSlot('TIME', { kind: 'value', text: momentForm, suggestions: ['1h', '1d', '1d 12h', '2d 02:07'] }, 0, true);

/** A length of time that stands alone, by its words. */
export function readDuration(words: readonly string[]): number | undefined {
    return new Reading(words.map(text => ({ kind: 'word', text }))).readWhole([duration])?.value;
}

/** The same length of time as the value of a property. */
export function durationOf(least: number): ValueType<number> {
    return {
        expected: least > 1 ? `${durationForm}, not less than ${least} minutes` : durationForm,
        suggestions: ['30 minutes', '1 hour', '1 day'],
        read: items => {
            const reading = new Reading(items[0] ?? []);
            const value = items.length === 1 ? reading.readWhole([least === 0 ? orNothing : duration])?.value : undefined;
            return value !== undefined && value >= least ? value : undefined;
        }
    };
}

const orNothing = timeSlot('DURATION', { kind: 'value', text: durationForm, suggestions: [] }, 0, false);

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
    /** The index of the smallest unit so far, -1 for none. */
    readonly unit: number;
}

/** As many amounts as follow each other, from larger to smaller units; undefined where one lacks its unit. */
function readAmounts(reading: Reading, from: Position): Amounts | undefined {
    let read: Amounts = { ...from, value: 0, unit: -1 };
    for (;;) {
        const token = reading.tokens[read.at];
        const [, digits, short] = token?.kind === 'word' ? /^([0-9]{1,7})([wdhm]?)$/.exec(token.text) ?? [] : [];
        const next = reading.tokens[read.at + 1];
        const unit = units.findIndex(each => short ? short === each.short : next?.kind === 'word' && (next.text === each.one || next.text === each.many));
        if (digits === undefined || (unit >= 0 && unit <= read.unit)) {
            return read;
        }
        if (unit < 0) {
            return reading.miss({ ...read, at: read.at + 1 }, ofUnit);
        }
        read = { at: read.at + (short ? 1 : 2), names: read.names, value: read.value + readWholeNumber(digits, 0, 9_999_999)! * units[unit]!.minutes, unit };
    }
}

/** A time of day behind whole days. */
function withTimeOfDay(reading: Reading, read: Amounts): Amounts | undefined {
    const token = reading.tokens[read.at];
    const time = token?.kind === 'time' ? minutesOfDay(token.text) : undefined;
    if (token?.kind !== 'time') {
        return read;
    }
    return time === undefined
        ? reading.miss(read, { kind: 'value', text: 'a time of day from 00:00 to 23:59', suggestions: [] })
        : { ...read, at: read.at + 1, value: read.value + time };
}
