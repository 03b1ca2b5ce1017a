import type { SceneSite } from '@sup/picture';

/** Keys that follow each other within so many milliseconds are one word. */
const pause = 700;

/** Finds sites by the first letters of their code, as lists do. */
export class TypeAhead {
    private word = '';
    private last = 0;

    find(key: string, sites: readonly SceneSite[], from: SceneSite): SceneSite | undefined {
        const now = performance.now();
        const isNew = now - this.last > pause;
        this.word = (isNew ? '' : this.word) + key.toLowerCase();
        this.last = now;
        // A new word begins after where one is; a longer one may be about the same.
        const start = sites.indexOf(from) + (isNew ? 1 : 0);
        return [...sites.slice(start), ...sites.slice(0, start)].find(({ code }) => code.toLowerCase().startsWith(this.word));
    }
}
