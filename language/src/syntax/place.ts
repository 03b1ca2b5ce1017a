import type { ModelElement } from '@sup/model';
import type { AstNode } from 'langium';
import type * as ast from './generated/ast.js';

/** The subject of an edit or a finding: an element of the model, or a statement of the text. */
export type Target = ModelElement | ast.Member;

/** A place in the text: a statement or model element, and within it a property's key or a word of the head. */
export interface Place {
    readonly of: Target;
    /**
     * A property key (`ports`), `name`, `kind`, `parents`, `state`, `version`, `title` or `duration`. If omitted, or missing in the text,
     * the place is the head's keyword.
     */
    readonly part?: string | undefined;
    /** The index among several parts: the second parent, the third value. */
    readonly index?: number | undefined;
}

/** A place by its offsets, for findings about characters rather than statements. */
export interface TextPlace {
    readonly offset: number;
    readonly length: number;
    /** The innermost statement around it, for `allow`. */
    readonly node?: AstNode | undefined;
}

/** Whether a target is an element of the model rather than of the syntax tree. */
export function isModelElement(target: Target): target is ModelElement {
    return 'element' in target;
}
