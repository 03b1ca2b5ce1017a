import { compareTexts } from '../hierarchy.js';
import type { Watch } from './watch.js';

/** Items by key, each group in an order that does not depend on when its items came. Who looks into it is watched. */
export class Groups<T> implements ReadonlyMap<string, readonly T[]> {
    private readonly groups = new Map<string, T[]>();
    private inOrder: ReadonlyMap<string, readonly T[]> | undefined;

    constructor(private readonly watch: Watch, private readonly factOf: (key: string) => string, private readonly compare: (a: T, b: T) => number) {}

    add(key: string, item: T): void {
        if (key === '') {
            return;
        }
        const group = this.groups.get(key);
        if (!group) {
            this.inOrder = undefined;
            this.groups.set(key, [item]);
        } else {
            group.splice(this.indexFor(item, group), 0, item);
        }
    }

    remove(key: string, item: T): void {
        const group = this.groups.get(key);
        const index = group?.indexOf(item) ?? -1;
        if (group && index >= 0) {
            group.splice(index, 1);
            if (group.length === 0) {
                this.inOrder = undefined;
                this.groups.delete(key);
            }
        }
    }

    get(key: string): readonly T[] | undefined {
        this.watch.saw(this.factOf(key));
        return this.groups.get(key);
    }

    has(key: string): boolean {
        this.watch.saw(this.factOf(key));
        return this.groups.has(key);
    }

    get size(): number {
        return this.all.size;
    }

    keys(): MapIterator<string> {
        return this.all.keys();
    }

    values(): MapIterator<readonly T[]> {
        return this.all.values();
    }

    entries(): MapIterator<[string, readonly T[]]> {
        return this.all.entries();
    }

    [Symbol.iterator](): MapIterator<[string, readonly T[]]> {
        return this.all.entries();
    }

    forEach(visit: (group: readonly T[], key: string, map: ReadonlyMap<string, readonly T[]>) => void): void {
        this.all.forEach((group, key) => visit(group, key, this));
    }

    /** By key, whatever order they came in. */
    private get all(): ReadonlyMap<string, readonly T[]> {
        this.watch.saw('anything');
        this.inOrder ??= new Map([...this.groups].sort(([a], [b]) => compareTexts(a, b)));
        return this.inOrder;
    }

    /** Behind all that do not come after it. Most come last. */
    private indexFor(item: T, group: readonly T[]): number {
        let [from, to] = [0, group.length];
        if (this.compare(group[to - 1]!, item) <= 0) {
            return to;
        }
        while (from < to) {
            const middle = (from + to) >> 1;
            [from, to] = this.compare(group[middle]!, item) <= 0 ? [middle + 1, to] : [from, middle];
        }
        return from;
    }
}
