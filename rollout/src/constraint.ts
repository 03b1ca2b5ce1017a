/**
 * How well a constraint is documented. `high`: by the documents of the product, or by what its operations are. `medium`: by those of another release, or derived
 * from several documents.
 */
export type Confidence = 'high' | 'medium';

/** An order or a wait that no rule checks. */
export interface Constraint {
    readonly text: string;
    /** The title of the document; undefined if it follows from the operations of the product. */
    readonly source: string | undefined;
    readonly confidence: Confidence;
}
