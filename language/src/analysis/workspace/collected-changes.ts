import { delayNextTick, type URI } from 'langium';

/** The number of messages that are collected at most: if they arrive without a pause, an analysis starts nevertheless. */
const maxMessages = 10_000;

/**
 * Collects changes of files until all messages that have arrived are handled, since the LSP library handles one in each turn of the event loop: one
 * analysis then covers thousands of documents that an editor opens. A request that waits for the analysis ends the collection.
 */
export class CollectedChanges {
    private readonly changed = new Map<string, URI>();
    private readonly deleted = new Map<string, URI>();
    private held = 0;
    private messages = 0;

    /** `onChange` is called at once for each change, because an analysis that runs is out of date. */
    constructor(private readonly onChange: () => void, private readonly apply: (changed: URI[], deleted: URI[]) => void) {}

    add(changed: readonly URI[], deleted: readonly URI[]): void {
        for (const uri of changed) {
            this.changed.set(uri.toString(), uri);
            this.deleted.delete(uri.toString());
        }
        for (const uri of deleted) {
            this.deleted.set(uri.toString(), uri);
            this.changed.delete(uri.toString());
        }
        this.messages++;
        this.onChange();
        void this.applyIfComplete();
    }

    /** Drops the change of a file whose state is not known any more. The caller adds its new state later. */
    forget(uri: URI): void {
        this.changed.delete(uri.toString());
    }

    /** Announces a change that is known only after some time, and returns the function to call then. */
    hold(): () => void {
        this.held++;
        return () => {
            this.held--;
            void this.applyIfComplete();
        };
    }

    /** Applies the changes that are known. Waits until their analysis has begun, if there are any. */
    async flush(): Promise<void> {
        if (this.changed.size + this.deleted.size > 0) {
            this.applyAll();
            await delayNextTick();
        }
    }

    private async applyIfComplete(): Promise<void> {
        const { messages } = this;
        await delayNextTick();
        await delayNextTick();
        const isComplete = messages === this.messages && this.held === 0;
        if (this.changed.size + this.deleted.size > 0 && (isComplete || this.messages >= maxMessages)) {
            this.applyAll();
        }
    }

    private applyAll(): void {
        const [changed, deleted] = [this.changed, this.deleted].map(uris => [...uris.values()]) as [URI[], URI[]];
        this.changed.clear();
        this.deleted.clear();
        this.messages = 0;
        this.apply(changed, deleted);
    }
}
