import type { Hierarchy } from '../hierarchy.js';

/**
 * Makes a question that walks a whole hierarchy answer from memory the second time it is asked about the same one. In a hierarchy that
 * is kept, whoever asks it has looked at everything.
 */
export function memoizePerHierarchy<T>(answer: (hierarchy: Hierarchy) => T): (hierarchy: Hierarchy) => T {
    const remembered = memoizeUntracked(answer);
    return hierarchy => {
        hierarchy.dependencies?.track('anything');
        return remembered(hierarchy);
    };
}

/** A memory that is empty at first, as long as the hierarchy stays as it is. Who asks it must say what it looks at. */
export function hierarchyCache<Key, T>(): (hierarchy: Hierarchy) => Map<Key, T> {
    return memoizeUntracked(() => new Map<Key, T>());
}

/** One answer for as long as the hierarchy stays as it is. Who asks must say what it looks at. */
export function memoizeUntracked<T>(answer: (hierarchy: Hierarchy) => T): (hierarchy: Hierarchy) => T {
    const known = new WeakMap<object, { readonly value: T }>();
    return hierarchy => {
        const state = hierarchy.revision ?? hierarchy;
        const found = known.get(state) ?? { value: answer(hierarchy) };
        known.set(state, found);
        return found.value;
    };
}
