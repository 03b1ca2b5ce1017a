import { excerpt } from '@sup/model';

/** The maximum lengths of texts, in characters: plans may contain texts of megabytes. */
const maxNameLength = 80;
const maxMessageLength = 1_000;

/** A name or title as a scene may contain it: short and without control characters. */
export const shownName = (text: string): string => cut(text, maxNameLength);

/** A message as a scene may contain it. */
export const shownMessage = (text: string): string => cut(text, maxMessageLength);

/** Stands for a missing name. */
export const nameless = '(no name)';

function cut(text: string, most: number): string {
    return excerpt(text, most).replace(/[\ufffe\uffff]/g, '\ufffd'); // not allowed in XML
}
