import { durationText, type Expectation } from '@sup/model';
import type { TraceEntry } from '../trace/entry.js';
import type { World } from '../world/world.js';
import { Breaches, type Judgement, type Monitor } from './judgement.js';
import { type StateClaim, type Subject, subjectsOf } from './state-claims.js';

/** Judges expectations about states. */
export class StateMonitor implements Monitor {
    readonly sites: ReadonlySet<string> | undefined;
    private readonly breaches = new Breaches();
    private readonly subjects: readonly Subject[];
    private readonly bySite = new Map<string, Subject[]>();
    /** The minute since which a subject fails and has to recover; undefined if it has never held. */
    private readonly failingSince = new Map<Subject, number | undefined>();
    private losses = 0;
    private readonly from: number;

    constructor(readonly expectation: Expectation, claim: StateClaim, private readonly world: World, private readonly duration: number) {
        const { when } = expectation;
        this.subjects = subjectsOf(world, claim);
        this.from = when.kind === 'after' ? when.time : 0;
        const isEverywhere = this.subjects.some(subject => subject.sites === undefined);
        this.sites = isEverywhere ? undefined : new Set(this.subjects.flatMap(subject => subject.sites ?? []));
        for (const subject of this.subjects) {
            for (const site of subject.sites ?? ['']) {
                const subjects = this.bySite.get(site);
                if (subjects) {
                    subjects.push(subject);
                } else {
                    this.bySite.set(site, [subject]);
                }
            }
        }
        if (when.kind === 'by' || when.kind === 'after') {
            this.atEndOfMinute(Math.min(when.time, duration), () => this.requireAll());
        } else if (when.kind !== 'default') {
            this.atEndOfMinute(0, () => this.checkAtStart());
        }
        if (this.canExpire) {
            this.subjects.forEach(subject => this.scheduleExpiry(subject));
        }
    }

    private get canExpire(): boolean {
        const { kind } = this.expectation.when;
        return kind === 'always' || kind === 'after' || kind === 'within';
    }

    /** Schedules a check at the end of a minute, after all of its events. */
    private atEndOfMinute(time: number, check: () => void): void {
        this.world.schedule(time, 'judgement', undefined, check, undefined);
    }

    observe(entry: TraceEntry): void {
        const { kind } = this.expectation.when;
        if (kind === 'default' || kind === 'by' || entry.time < this.from) {
            return;
        }
        if (entry.site === undefined) {
            // Scenario events can change any site, and they take effect after they are reported.
            this.atEndOfMinute(entry.time, () => this.subjects.forEach(subject => this.check(subject, entry.id)));
            return;
        }
        for (const subject of [...this.bySite.get(entry.site) ?? [], ...this.bySite.get('') ?? []]) {
            this.check(subject, entry.id);
            if (entry.details.kind === 'sync-done' && this.canExpire) {
                this.scheduleExpiry(subject);
            }
        }
    }

    /** Schedules a check for claims that stop holding because nothing happens, such as the age of a catalog. */
    private scheduleExpiry(subject: Subject): void {
        const expiry = subject.expiry?.();
        if (expiry !== undefined && expiry <= this.duration) {
            this.atEndOfMinute(Math.max(expiry, this.from), () => this.check(subject, subject.entry()));
        }
    }

    /** A claim with `within` that does not hold at the start has not stopped holding, so no recovery is due. */
    private checkAtStart(): void {
        for (const subject of this.subjects) {
            if (this.expectation.when.kind !== 'within') {
                this.check(subject, subject.entry());
            } else if (subject.holds() === false) {
                this.failingSince.set(subject, undefined);
            }
        }
    }

    private check(subject: Subject, entry: number | undefined): void {
        const { when } = this.expectation;
        const holds = subject.holds();
        if (holds === undefined) {
            return;
        }
        if (when.kind === 'within') {
            this.trackRecovery(subject, holds, when.duration);
        } else if (holds === (when.kind === 'never')) {
            this.breach(subject, entry);
        }
    }

    private trackRecovery(subject: Subject, holds: boolean, duration: number): void {
        if (holds) {
            this.failingSince.delete(subject);
        } else if (!this.failingSince.has(subject)) {
            const since = this.world.time;
            this.losses++;
            this.failingSince.set(subject, since);
            this.atEndOfMinute(since + duration, () => {
                if (this.failingSince.get(subject) === since && subject.holds() !== true) {
                    this.breach(subject, subject.entry(), ` This lasted ${durationText(duration)}.`);
                }
            });
        }
    }

    /** Requires all subjects to hold now. Unknown states count as failures. */
    private requireAll(): void {
        this.subjects.filter(subject => subject.holds() !== true).forEach(subject => this.breach(subject, subject.entry()));
    }

    private breach(subject: Subject, entry: number | undefined, more = ''): void {
        this.breaches.add({ time: this.world.time, subject: subject.name, actual: subject.actual() + more, entry });
    }

    end(): Judgement {
        const { kind } = this.expectation.when;
        if (kind === 'default' || kind === 'always' || kind === 'after') {
            this.requireAll();
        }
        return this.breaches.judgement(this.expectation, this.subjects.length > 0 && (kind !== 'within' || this.losses > 0));
    }
}
