import type { Place, TextPlace } from '../../syntax/place.js';

/** A fact that led to a finding. */
export interface Fact {
    /** A sentence. */
    readonly text: string;
    /** The place in a plan that states it. */
    readonly at?: Place | TextPlace | undefined;
    /** The title of the document that states it. */
    readonly source?: string | undefined;
}
