import { type ModelElement, ownerOf } from '@sup/model';
import type { ComparedFinding } from '../comparison.js';

/** A finding of the rules as its finder has it. */
export interface FoundProblem {
    readonly rule: string;
    readonly severity: ComparedFinding['severity'];
    readonly message: string;
    readonly element: ModelElement | undefined;
}

/** The same, told by what it is about. */
export function comparedFinding({ rule, severity, message, element }: FoundProblem): ComparedFinding {
    const owner = element && ownerOf(element);
    return { rule, severity, message, site: owner?.site.code, host: owner?.host?.name };
}
