/**
 * A priority queue (a binary heap) that returns the item with the smallest order first, and items of equal order by their number. The
 * number makes the order independent of the machine.
 */
export class Queue<T extends { readonly order: number; readonly number: number }> {
    private readonly heap: T[] = [];

    get size(): number {
        return this.heap.length;
    }

    push(item: T): void {
        const { heap } = this;
        let at = heap.length;
        while (at > 0) {
            const above = (at - 1) >> 1;
            const parent = heap[above]!;
            if (!isBefore(item, parent)) {
                break;
            }
            heap[at] = parent;
            at = above;
        }
        heap[at] = item;
    }

    pop(): T | undefined {
        const { heap } = this;
        const first = heap[0];
        const last = heap.pop();
        if (last !== undefined && heap.length > 0) {
            this.sink(last);
        }
        return first;
    }

    /** Replaces the root with an item and moves the item down until the heap order holds. */
    private sink(item: T): void {
        const { heap } = this;
        let at = 0;
        for (let below = 1; below < heap.length; below = 2 * at + 1) {
            const right = heap[below + 1];
            const smaller = right !== undefined && isBefore(right, heap[below]!) ? below + 1 : below;
            if (!isBefore(heap[smaller]!, item)) {
                break;
            }
            heap[at] = heap[smaller]!;
            at = smaller;
        }
        heap[at] = item;
    }
}

function isBefore(a: { order: number; number: number }, b: { order: number; number: number }): boolean {
    return a.order < b.order || (a.order === b.order && a.number < b.number);
}
