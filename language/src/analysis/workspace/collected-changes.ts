import { delayNextTick, type URI } from 'langium';

/** The number of messages that are collected at most: if they arrive without a pause, an analysis starts nevertheless. */
const maxMessages = 10_000;

/** Collects changes of files until all messages that have arrived are handled. The LSP library handles one in each turn of the event loop. */
export class CollectedChanges {
    private readonly changed = new Map<string, URI>();
    private readonly deleted = new Map<string, URI>();
    private held = 0;
    private messages = 0;

    constructor(private readonly flush: (changed: URI[], deleted: URI[]) => void) {}

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
        void this.wait();
    }

    /** Announces a change that is known only after some time, and returns the function to call then. */
    hold(): () => void {
        this.held++;
        return () => {
            this.held--;
            void this.wait();
        };
    }

    private async wait(): Promise<void> {
        const { messages } = this;
        await delayNextTick();
        await delayNextTick();
        const isComplete = messages === this.messages && this.held === 0;
        if (this.changed.size + this.deleted.size > 0 && (isComplete || this.messages >= maxMessages)) {
            const [changed, deleted] = [this.changed, this.deleted].map(uris => [...uris.values()]) as [URI[], URI[]];
            this.changed.clear();
            this.deleted.clear();
            this.messages = 0;
            this.flush(changed, deleted);
        }
    }
}
