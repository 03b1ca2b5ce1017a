import type { Fact } from './explain/fact.js';
import type { Fix, Message, Related, Rule } from './define-rule.js';
import type { Severity } from '../config/levels.js';
import type { Place, TextPlace } from '../syntax/place.js';

/** A rule's report, before settings and accepted risks decide whether it is shown. */
export interface Finding {
    readonly rule: Rule;
    readonly messageId: string;
    readonly message: Message;
    /** The severity of the message before settings. */
    readonly severity: Severity;
    readonly at: Place | TextPlace;
    readonly related: readonly Related[];
    readonly fixes: () => readonly Fix[];
    /** The facts that led to it; undefined if the rule derives none. */
    readonly because: () => readonly Fact[] | undefined;
    /** Whether the finding represents further ones that were not counted. */
    readonly isForMore: boolean;
    /** The number of further findings of the rule in the segment, which are counted but not kept. */
    readonly further: number;
}

/** The whole text of a message: what is wrong, why it matters, what to do. */
export function textOf(message: Message): string {
    return `${message.what} ${message.why} ${message.todo}`;
}
