/** Somebody who has looked at facts of a hierarchy, and is told when one of them may have changed. */
export interface Dependent {
    onInvalidated(): void;
}

/**
 * What can be looked at: the sites of a code (`site`), the sites below one (`below`), the loop that a site is in or not (`loop`), all
 * that stands above a site, however far (`above`), the servers and clusters of a name (`host`), the sites without a parent (`tops`),
 * the scenarios, and `anything` for whoever walks through all.
 */
export type FactKind = 'site' | 'below' | 'loop' | 'above' | 'host' | 'tops' | 'scenarios' | 'anything';

/** A fact that somebody has looked at. */
interface Fact {
    readonly home: Map<string, Fact>;
    readonly name: string;
    readonly readers: Set<Dependent>;
    /** The look in which it was noted last. */
    look: number;
}

/**
 * Remembers who has looked at what. Queries say what they look at, so that whoever asks one need not know. Facts are noted millions of
 * times in a large hierarchy: each is an object found by its name, and noted without a second look-up.
 */
export class DependencyTracker {
    private readonly facts: { [Kind in FactKind]?: Map<string, Fact> } = {};
    private readonly seen = new Map<Dependent, readonly Fact[]>();
    /** What has been noted in this look; undefined while nobody looks. */
    private noted: Fact[] | undefined;
    private look = 0;
    private looks = 0;

    /** Whether anybody has looked at anything. */
    get hasDependents(): boolean {
        return this.seen.size > 0;
    }

    /** Lets a reader look at the hierarchy. What it looked at before is forgotten. */
    record<T>(reader: Dependent, look: () => T): T {
        this.forget(reader);
        const [outer, outerLook] = [this.noted, this.look];
        const noted: Fact[] = [];
        this.noted = noted;
        this.look = ++this.looks;
        try {
            return look();
        } finally {
            this.noted = outer;
            this.look = outerLook;
            if (noted.length > 0) {
                this.seen.set(reader, noted);
                noted.forEach(({ readers }) => readers.add(reader));
            }
        }
    }

    /** Lets somebody look without noting at what, who notes something better instead. */
    untracked<T>(look: () => T): T {
        const { noted } = this;
        this.noted = undefined;
        try {
            return look();
        } finally {
            this.noted = noted;
        }
    }

    forget(reader: Dependent): void {
        for (const { readers, home, name } of this.seen.get(reader) ?? []) {
            readers.delete(reader);
            // A look that is not over may have noted it, and gives it a reader when it ends.
            if (readers.size === 0 && !this.noted) {
                home.delete(name);
            }
        }
        this.seen.delete(reader);
    }

    /** Notes that whoever looks at the moment has looked at a fact. */
    track(kind: FactKind, name = ''): void {
        if (!this.noted) {
            return;
        }
        const home = this.facts[kind] ??= new Map<string, Fact>();
        let fact = home.get(name);
        if (!fact) {
            fact = { home, name, readers: new Set(), look: 0 };
            home.set(name, fact);
        }
        if (fact.look !== this.look) {
            fact.look = this.look;
            this.noted.push(fact);
        }
    }

    /** Whether anybody has looked at a fact of a kind. */
    isTracked(kind: FactKind): boolean {
        return (this.facts[kind]?.size ?? 0) > 0;
    }

    /** Tells everybody who has looked at a fact. */
    invalidate(kind: FactKind, name = ''): void {
        this.facts[kind]?.get(name)?.readers.forEach(reader => reader.onInvalidated());
    }
}
