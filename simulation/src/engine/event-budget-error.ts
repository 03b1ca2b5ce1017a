import { entryText } from '../trace/wording.js';

/** A run was given up, where only a whole one would have said something. */
export class EventBudgetError extends Error {
    constructor(events: number) {
        super(entryText({ kind: 'stopped', events }));
    }
}
