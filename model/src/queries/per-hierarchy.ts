import type { Hierarchy } from '../hierarchy.js';
import { oncePer } from '../once-per.js';

/** Makes a question that walks a whole hierarchy answer from memory the second time it is asked about the same one. */
export function perHierarchy<T>(answer: (hierarchy: Hierarchy) => T): (hierarchy: Hierarchy) => T {
    return oncePer(answer);
}
