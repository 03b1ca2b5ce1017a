import type { SceneSite } from '@sup/picture';

/** Keys pressed within this time form one word, in milliseconds. */
const timeout = 700;

/** Finds sites by the first letters of their code, as in native lists. */
export class TypeAhead {
    private word = '';
    private last = 0;

    find(key: string, sites: readonly SceneSite[], from: SceneSite): SceneSite | undefined {
        const now = performance.now();
        const isNew = now - this.last > timeout;
        this.word = (isNew ? '' : this.word) + key.toLowerCase();
        this.last = now;
        // A new word searches from the next site; a continued word may still match the current one.
        const start = sites.indexOf(from) + (isNew ? 1 : 0);
        return [...sites.slice(start), ...sites.slice(0, start)].find(({ code, formerPlaceOf }) => formerPlaceOf === undefined && code.toLowerCase().startsWith(this.word));
    }
}
