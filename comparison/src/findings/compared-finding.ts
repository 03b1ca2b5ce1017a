import { type ModelElement, ownerOf } from '@sup/model';
import type { ComparedFinding } from '../comparison.js';

/** A finding of the rules at an element of the model. */
export interface ElementFinding {
    readonly rule: string;
    readonly severity: ComparedFinding['severity'];
    readonly message: string;
    readonly element: ModelElement | undefined;
    /** The property of the element, as it is written in a plan; undefined if the finding is about the whole element, or its text is not needed. */
    readonly part?: string | undefined;
}

/** Locates a finding by the site and the host that it is about. */
export function comparedFinding({ rule, severity, message, element }: ElementFinding): ComparedFinding {
    const owner = element && ownerOf(element);
    return { rule, severity, message, site: owner?.site.code, host: owner?.host?.name };
}
