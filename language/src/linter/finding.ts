import type { Fix, Message, Related, Rule } from './define-rule.js';
import type { Severity } from '../config/levels.js';
import type { Place, TextPlace } from '../syntax/place.js';

/** What a rule has found, before settings and accepted risks decide whether it is shown. */
export interface Finding {
    readonly rule: Rule;
    readonly messageId: string;
    readonly message: Message;
    /** The rule's own severity for this message. */
    readonly severity: Severity;
    readonly at: Place | TextPlace;
    readonly related: readonly Related[];
    readonly fixes: () => readonly Fix[];
    /** Whether it speaks for others, which nobody has counted. */
    readonly isForMore: boolean;
}

/** The whole text of a message: what, why, what to do. */
export function textOf(message: Message): string {
    return `${message.what} ${message.why} ${message.todo}`;
}
