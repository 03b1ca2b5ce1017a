/** Somebody who has looked at facts of a hierarchy, and is told when one of them may have changed. */
export interface Reader {
    notice(): void;
}

/**
 * Remembers who has looked at what. Facts are known by names: `site OSL`, what is declared under a code; `above OSL` and `below OSL`, what
 * stands over and under a site; `host OSLSUP01`; `tops`, the sites without a parent; and `anything` for whoever walks through all.
 * Queries say what they look at, so that whoever asks one need not know.
 */
export class Watch {
    private readonly readers = new Map<string, Set<Reader>>();
    private readonly seen = new Map<Reader, Set<string>>();
    private facts: Set<string> | undefined;

    /** Whether anybody has looked at anything. */
    get isFollowed(): boolean {
        return this.seen.size > 0;
    }

    /** Lets a reader look at the hierarchy. What it looked at before is forgotten. */
    follow<T>(reader: Reader, look: () => T): T {
        this.forget(reader);
        const outer = this.facts;
        const facts = new Set<string>();
        this.facts = facts;
        try {
            return look();
        } finally {
            this.facts = outer;
            if (facts.size > 0) {
                this.seen.set(reader, facts);
                facts.forEach(fact => this.readersOf(fact).add(reader));
            }
        }
    }

    forget(reader: Reader): void {
        for (const fact of this.seen.get(reader) ?? []) {
            const readers = this.readers.get(fact)!;
            readers.delete(reader);
            if (readers.size === 0) {
                this.readers.delete(fact);
            }
        }
        this.seen.delete(reader);
    }

    /** Notes that whoever looks at the moment has looked at a fact. */
    saw(fact: string): void {
        this.facts?.add(fact);
    }

    /** Tells everybody who has looked at a fact. */
    touch(fact: string): void {
        this.readers.get(fact)?.forEach(reader => reader.notice());
    }

    private readersOf(fact: string): Set<Reader> {
        const found = this.readers.get(fact) ?? new Set();
        this.readers.set(fact, found);
        return found;
    }
}
