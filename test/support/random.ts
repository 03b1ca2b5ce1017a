/** A random number generator with a seed, so that failures can be reproduced. */
export class Random {
    constructor(private state: number) {}

    /** From 0 (inclusive) to 1 (exclusive). The generator is Mulberry32. */
    next(): number {
        this.state = (this.state + 0x6d2b79f5) | 0;
        let bits = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
        bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
        return ((bits ^ (bits >>> 14)) >>> 0) / 0x1_0000_0000;
    }

    /** An integer; both bounds are inclusive. */
    between(least: number, most: number): number {
        return least + Math.floor(this.next() * (most - least + 1));
    }

    isOneIn(count: number): boolean {
        return this.next() < 1 / count;
    }

    of<T>(choices: readonly T[]): T {
        return choices[this.between(0, choices.length - 1)]!;
    }

    shuffle<T>(items: readonly T[]): T[] {
        return items.map(item => ({ item, order: this.next() })).sort((a, b) => a.order - b.order).map(({ item }) => item);
    }

    /** The same properties in another order. */
    reorder<T extends object>(object: T): T {
        return Object.fromEntries(this.shuffle(Object.entries(object))) as T;
    }
}
