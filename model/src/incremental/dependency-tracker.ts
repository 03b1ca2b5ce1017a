/** A computation that has read facts of a hierarchy. */
export interface Dependent {
    /** Called when a fact that it has read may have changed. */
    onInvalidated(): void;
}

/**
 * The kinds of facts: the sites with a code (`site`), the children of a site (`below`), the loop that a site is or is not in (`loop`), all
 * ancestors of a site (`above`), the servers and clusters with a name (`host`), the sites without a parent (`tops`), the number of clients of the
 * hierarchy (`clients`), the scenarios, and `anything` for a computation that visits the whole hierarchy.
 */
export type FactKind = 'site' | 'below' | 'loop' | 'above' | 'host' | 'tops' | 'clients' | 'scenarios' | 'anything';

/** A fact that has dependents. */
interface Fact {
    readonly index: Map<string, Fact>;
    readonly name: string;
    readonly dependents: Set<Dependent>;
    /** The recording in which it was tracked last. */
    recording: number;
}

/**
 * Tracks which computation has read which facts. Queries track the facts they read, so their callers need not. A large hierarchy tracks facts
 * millions of times: each fact is an object found by its name, and tracked without a second lookup.
 */
export class DependencyTracker {
    private readonly facts: { [Kind in FactKind]?: Map<string, Fact> } = {};
    private readonly factsByDependent = new Map<Dependent, Fact[]>();
    /** The facts tracked in the present recording; undefined if there is none. */
    private tracked: Fact[] | undefined;
    private recording = 0;
    private recordings = 0;

    /** Whether any computation has read a fact. */
    get hasDependents(): boolean {
        return this.factsByDependent.size > 0;
    }

    /** Runs a computation and tracks the facts it reads, in place of those it has read before. */
    record<T>(dependent: Dependent, compute: () => T): T {
        this.forget(dependent);
        return this.recordMore(dependent, ++this.recordings, compute);
    }

    /** Like {@link record}, for a computation that yields. The computations that run in between are not part of the recording. */
    *recordInChunks<T>(dependent: Dependent, work: Generator<void, T>): Generator<void, T> {
        this.forget(dependent);
        const recording = ++this.recordings;
        const next = (): IteratorResult<void, T> => this.recordMore(dependent, recording, () => work.next());
        let step = next();
        while (!step.done) {
            yield;
            step = next();
        }
        return step.value;
    }

    /** Subscribes at once, because `forget` drops facts that have no dependents. */
    private recordMore<T>(dependent: Dependent, recording: number, compute: () => T): T {
        const [outer, outerRecording] = [this.tracked, this.recording];
        const tracked: Fact[] = [];
        this.tracked = tracked;
        this.recording = recording;
        try {
            return compute();
        } finally {
            this.tracked = outer;
            this.recording = outerRecording;
            this.subscribe(dependent, tracked);
        }
    }

    private subscribe(dependent: Dependent, facts: Fact[]): void {
        if (facts.length === 0) {
            return;
        }
        const known = this.factsByDependent.get(dependent);
        if (known) {
            facts.forEach(fact => known.push(fact));
        } else {
            this.factsByDependent.set(dependent, facts);
        }
        facts.forEach(({ dependents }) => dependents.add(dependent));
    }

    /** Runs a computation without tracking the facts it reads. The caller tracks a fact that covers them. */
    untracked<T>(compute: () => T): T {
        const { tracked } = this;
        this.tracked = undefined;
        try {
            return compute();
        } finally {
            this.tracked = tracked;
        }
    }

    /** Unsubscribes a dependent from all facts. */
    forget(dependent: Dependent): void {
        for (const { dependents, index, name } of this.factsByDependent.get(dependent) ?? []) {
            dependents.delete(dependent);
            // A recording in progress may have tracked the fact, and adds its dependent at the end.
            if (dependents.size === 0 && !this.tracked) {
                index.delete(name);
            }
        }
        this.factsByDependent.delete(dependent);
    }

    /** Tracks a fact for the present recording, if there is one. */
    track(kind: FactKind, name = ''): void {
        if (!this.tracked) {
            return;
        }
        const index = this.facts[kind] ??= new Map<string, Fact>();
        let fact = index.get(name);
        if (!fact) {
            fact = { index, name, dependents: new Set(), recording: 0 };
            index.set(name, fact);
        }
        if (fact.recording !== this.recording) {
            fact.recording = this.recording;
            this.tracked.push(fact);
        }
    }

    /** Whether any computation has read a fact of a kind. */
    isTracked(kind: FactKind): boolean {
        return (this.facts[kind]?.size ?? 0) > 0;
    }

    /** Notifies all dependents of a fact. */
    invalidate(kind: FactKind, name = ''): void {
        this.facts[kind]?.get(name)?.dependents.forEach(dependent => dependent.onInvalidated());
    }
}
