import type { When } from '@sup/model';
import { either, optional, phrase } from '../phrases/phrase.js';
import type { Slot } from '../phrases/slot.js';
import { duration, moment } from '../phrases/times.js';
import { site } from './sets.js';

// The times at which a claim must hold. The model's `When` documents their meaning, and which of them each claim allows.

const by = phrase`by ${moment}`.as((time): When => ({ kind: 'by', time }));
const after = phrase`after ${moment}`.as((time): When => ({ kind: 'after', time }));
const always = phrase`always`.as((): When => ({ kind: 'always' }));
const never = phrase`never`.as((): When => ({ kind: 'never' }));
const within = phrase`within ${duration}`.as((time): When => ({ kind: 'within', duration: time, of: undefined }));
const withinOf = phrase`within ${duration} of ${site}`.as((time, of): When => ({ kind: 'within', duration: time, of }));

/** For claims about something that happens at a moment. */
export const ofOccurrence = orAnyTime(by, after, never, withinOf);

/** For claims about a state. */
export const ofState = orAnyTime(by, after, always, never, within);

/** For claims that something does not happen. */
export const ofAbsence = orAnyTime(by, after);

/** For claims about clients after a publication. */
export const ofPublication = orAnyTime(by, within);

/** For claims about a total since the start. */
export const ofTotal = orAnyTime(by);

function orAnyTime(...times: readonly Slot<When>[]): Slot<When> {
    const time = optional(either(times.map(({ form }) => form).join(' | '), ...times));
    return { form: time.form, read: (reading, from) => {
        const found = time.read(reading, from);
        return found && { ...found, value: found.value ?? { kind: 'default' } };
    } };
}
