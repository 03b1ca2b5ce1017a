import { entryText } from '../trace/wording.js';

/** Thrown when a run exceeds its event budget and only a complete run would give a result. */
export class EventBudgetError extends Error {
    constructor(events: number) {
        super(entryText({ kind: 'stopped', events }));
    }
}
