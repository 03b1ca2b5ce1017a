import type { Hierarchy } from '../hierarchy.js';

/** Makes a question that walks a whole hierarchy answer from memory the second time it is asked about the same one. */
export function perHierarchy<T>(answer: (hierarchy: Hierarchy) => T): (hierarchy: Hierarchy) => T {
    const known = new WeakMap<Hierarchy, { readonly value: T }>();
    return hierarchy => {
        const found = known.get(hierarchy) ?? { value: answer(hierarchy) };
        known.set(hierarchy, found);
        return found.value;
    };
}
