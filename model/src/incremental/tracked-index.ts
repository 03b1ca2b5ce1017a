import { compareTexts } from '../hierarchy.js';
import { lowerBound } from '../lower-bound.js';
import type { FactKind, DependencyTracker } from './dependency-tracker.js';

/** Items by key, each group in an order that does not depend on when its items came. Who looks into it is watched. */
export class TrackedIndex<T> implements ReadonlyMap<string, readonly T[]> {
    private readonly groups = new Map<string, T[]>();
    /** All keys in order, once somebody has asked for them. */
    private order: string[] | undefined;

    /** Looking up a key is to look at a fact of that kind, by the name that `nameOf` gives. */
    constructor(
        private readonly watch: DependencyTracker, private readonly fact: FactKind, private readonly nameOf: (key: string) => string, private readonly compare: (a: T, b: T) => number
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
        this.watch.track(this.fact, this.nameOf(key));
        return this.groups.get(key);
    }

    has(key: string): boolean {
        this.watch.track(this.fact, this.nameOf(key));
        return this.groups.has(key);
    }

    get size(): number {
        this.watch.track('anything');
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

    /** The keys, whatever order they came in. */
    private get inOrder(): readonly string[] {
        this.watch.track('anything');
        this.order ??= [...this.groups.keys()].sort(compareTexts);
        return this.order;
    }
}

/** Where an item belongs in a list in order: behind all that do not come after it. Most come last. */
function indexIn<T>(list: readonly T[], item: T, compare: (a: T, b: T) => number): number {
    const isBefore = (other: T): boolean => compare(other, item) <= 0;
    const last = list.at(-1);
    return last === undefined || isBefore(last) ? list.length : lowerBound(list, isBefore);
}
