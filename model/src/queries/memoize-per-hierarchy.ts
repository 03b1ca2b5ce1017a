import type { Hierarchy } from '../hierarchy.js';

/**
 * Caches the result of a query that visits a whole hierarchy, until the hierarchy changes. In an incremental hierarchy, its callers depend
 * on everything.
 */
export function memoizePerHierarchy<T>(compute: (hierarchy: Hierarchy) => T): (hierarchy: Hierarchy) => T {
    const cached = memoizeUntracked(compute);
    return hierarchy => {
        hierarchy.dependencies?.track('anything');
        return cached(hierarchy);
    };
}

/** A cache for a hierarchy, which is emptied when the hierarchy changes. The caller must track the facts it reads. */
export function hierarchyCache<Key, T>(): (hierarchy: Hierarchy) => Map<Key, T> {
    return memoizeUntracked(() => new Map<Key, T>());
}

/** Caches a result until the hierarchy changes. The caller must track the facts it reads. */
export function memoizeUntracked<T>(compute: (hierarchy: Hierarchy) => T): (hierarchy: Hierarchy) => T {
    const cache = new WeakMap<object, { readonly value: T }>();
    return hierarchy => {
        const state = hierarchy.revision ?? hierarchy;
        const found = cache.get(state) ?? { value: compute(hierarchy) };
        cache.set(state, found);
        return found.value;
    };
}
