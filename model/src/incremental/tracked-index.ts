import { compareTexts } from '../hierarchy.js';
import { lowerBound } from '../lower-bound.js';
import type { FactKind, DependencyTracker } from './dependency-tracker.js';

/** Items by key, each group in an order that does not depend on the order of insertion. Reads are tracked as dependencies. */
export class TrackedIndex<T> implements ReadonlyMap<string, readonly T[]> {
    private readonly groups = new Map<string, T[]>();
    /** All keys in order, computed at the first read. */
    private order: string[] | undefined;

    /** A lookup of a key is tracked as a fact of the kind `fact` with the name `nameOf(key)`. */
    constructor(
        private readonly dependencies: DependencyTracker, private readonly fact: FactKind, private readonly nameOf: (key: string) => string, private readonly compare: (a: T, b: T) => number
    ) {}

    add(key: string, item: T): void {
        if (key === '') {
            return;
        }
        const group = this.groups.get(key);
        if (!group) {
            this.order?.splice(indexIn(this.order, key, compareTexts), 0, key);
            this.groups.set(key, [item]);
        } else {
            group.splice(indexIn(group, item, this.compare), 0, item);
        }
    }

    remove(key: string, item: T): void {
        const group = this.groups.get(key);
        const index = group?.indexOf(item) ?? -1;
        if (group && index >= 0) {
            group.splice(index, 1);
            if (group.length === 0) {
                this.order?.splice(indexIn(this.order, key, compareTexts) - 1, 1);
                this.groups.delete(key);
            }
        }
    }

    get(key: string): readonly T[] | undefined {
        this.dependencies.track(this.fact, this.nameOf(key));
        return this.groups.get(key);
    }

    has(key: string): boolean {
        this.dependencies.track(this.fact, this.nameOf(key));
        return this.groups.has(key);
    }

    get size(): number {
        this.dependencies.track('anything');
        return this.groups.size;
    }

    keys(): MapIterator<string> {
        return this.inOrder.values();
    }

    values(): MapIterator<readonly T[]> {
        return this.inOrder.map(key => this.groups.get(key)!).values();
    }

    entries(): MapIterator<[string, readonly T[]]> {
        return this.inOrder.map((key): [string, readonly T[]] => [key, this.groups.get(key)!]).values();
    }

    [Symbol.iterator](): MapIterator<[string, readonly T[]]> {
        return this.entries();
    }

    forEach(visit: (group: readonly T[], key: string, map: ReadonlyMap<string, readonly T[]>) => void): void {
        this.inOrder.forEach(key => visit(this.groups.get(key)!, key, this));
    }

    /** The keys in order. */
    private get inOrder(): readonly string[] {
        this.dependencies.track('anything');
        this.order ??= [...this.groups.keys()].sort(compareTexts);
        return this.order;
    }
}

/** The index at which to insert an item into a sorted list: after all equal items. Most items belong at the end. */
function indexIn<T>(list: readonly T[], item: T, compare: (a: T, b: T) => number): number {
    const isBefore = (other: T): boolean => compare(other, item) <= 0;
    const last = list.at(-1);
    return last === undefined || isBefore(last) ? list.length : lowerBound(list, isBefore);
}
