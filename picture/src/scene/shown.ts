import { excerpt } from '@sup/model';

/** Characters of a name or a title that a picture has a use for; plans may hold texts of megabytes. */
const mostOfName = 80;
const mostOfMessage = 1_000;

/** A name or title as a picture may hold it. */
export const shownName = (text: string): string => cut(text, mostOfName);

/** A message as a picture may hold it. */
export const shownMessage = (text: string): string => cut(text, mostOfMessage);

/** The text that a picture shows where a plan leaves a name out. */
export const nameless = '(no name)';

function cut(text: string, most: number): string {
    return excerpt(text, most).replace(/[\ufffe\uffff]/g, '\ufffd'); // which XML cannot hold
}
