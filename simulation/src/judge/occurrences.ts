import { type Claim, counted, durationText, type Expectation } from '@sup/model';
import { statusIds, type TraceEntry } from '../trace/entry.js';
import { momentText } from '../trace/time.js';
import { entryText } from '../trace/wording.js';
import { sitesIn, synchronizingSitesIn } from '../world/sets.js';
import type { SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { Breaches, type Judgement, type Monitor } from './judgement.js';
import { lastFailureFor } from './last-failure.js';
import { silenceOf } from './silent-site.js';

export type OccurrenceClaim = Extract<Claim, { kind: 'synchronized' | 'status' | 'no-errors' }>;

interface TrackedSite {
    readonly site: SiteState;
    count: number;
    /** The minute by which the site has to synchronize, while a deadline is running. */
    deadline: number | undefined;
    /** The time and the trace entry of the synchronization that started the deadline. */
    triggeredAt: number;
    trigger: number | undefined;
}

/** Judges expectations about occurrences: synchronizations and status messages of sites. */
export class OccurrenceMonitor implements Monitor {
    readonly sites: ReadonlySet<string> | undefined;
    private readonly breaches = new Breaches();
    private readonly tracked: ReadonlyMap<string, TrackedSite>;
    private readonly triggerSite: string | undefined;
    private triggers = 0;

    constructor(readonly expectation: Expectation, private readonly claim: OccurrenceClaim, private readonly world: World, duration: number) {
        const { when } = expectation;
        const sites = claim.kind === 'synchronized' ? synchronizingSitesIn(world, claim.sites) : sitesIn(world, claim.sites);
        this.tracked = new Map(sites.map(site => [site.site.code, { site, count: 0, deadline: undefined, triggeredAt: 0, trigger: undefined }]));
        this.triggerSite = when.kind === 'within' ? when.of : undefined;
        if (when.kind === 'by' && this.minimum > 0) {
            world.scheduleUnprompted(Math.min(when.time, duration), 'judgement', undefined, () => this.reportMissing(), undefined);
        }
        this.sites = claim.sites.kind === 'all' ? undefined : new Set([...this.tracked.keys(), ...this.triggerSite === undefined ? [] : [this.triggerSite]]);
    }

    observe(entry: TraceEntry): void {
        const tracked = this.tracked.get(entry.site ?? '');
        if (tracked && this.isMatch(entry)) {
            this.recordOccurrence(tracked, entry);
        }
        if (this.triggerSite !== undefined && entry.site === this.triggerSite && entry.details.kind === 'sync-done') {
            this.startDeadlines(entry);
        }
    }

    private isMatch(entry: TraceEntry): boolean {
        switch (this.claim.kind) {
            case 'synchronized': return entry.details.kind === 'sync-done';
            case 'status': return entry.status === this.claim.id;
            case 'no-errors': return entry.severity === 'error';
        }
    }

    private recordOccurrence(tracked: TrackedSite, entry: TraceEntry): void {
        const { when } = this.expectation;
        if (when.kind === 'by' ? entry.time > when.time : when.kind === 'after' && entry.time < when.time) {
            return;
        }
        tracked.count++;
        tracked.deadline = undefined;
        const isTooMany = this.claim.kind === 'status' && this.claim.count?.bound === 'at most' && tracked.count > this.claim.count.number;
        if (when.kind === 'never' || this.claim.kind === 'no-errors' || isTooMany) {
            const found = `${tracked.site.site.code} at ${momentText(entry.time)}: ${entryText(entry.details)}`;
            this.breaches.add({ time: entry.time, subject: tracked.site.site.code, entry: entry.id, actual: isTooMany ? `It happened ${counted(tracked.count, 'time')}; the last was ${found}` : found });
        }
    }

    /** Starts a deadline for every site that does not have one yet. */
    private startDeadlines(trigger: TraceEntry): void {
        const { when } = this.expectation;
        const duration = when.kind === 'within' ? when.duration : 0;
        this.triggers++;
        for (const tracked of this.tracked.values()) {
            if (tracked.deadline === undefined && tracked.site.site.code !== this.triggerSite) {
                tracked.deadline = trigger.time + duration;
                tracked.triggeredAt = trigger.time;
                tracked.trigger = trigger.id;
            }
        }
        this.world.schedule(trigger.time + duration, 'judgement', undefined, () => this.checkDeadlines(), undefined);
    }

    private checkDeadlines(): void {
        for (const tracked of this.tracked.values()) {
            if (tracked.deadline !== undefined && tracked.deadline <= this.world.time) {
                tracked.deadline = undefined;
                this.breaches.add({
                    time: this.world.time, subject: tracked.site.site.code, entry: lastFailureFor(this.world, tracked.site) ?? tracked.trigger,
                    actual: `${this.triggerSite} synchronized at ${momentText(tracked.triggeredAt)}, but ${tracked.site.site.code} had not synchronized ${durationText(this.world.time - tracked.triggeredAt)} later.`
                });
            }
        }
    }

    /** The number of required occurrences; 0 if the expectation is about their absence. */
    private get minimum(): number {
        const { claim, expectation: { when } } = this;
        const isAbsence = when.kind === 'never' || claim.kind === 'no-errors' || (claim.kind === 'status' && claim.count?.bound === 'at most');
        return isAbsence ? 0 : claim.kind === 'status' ? claim.count?.number ?? 1 : 1;
    }

    end(): Judgement {
        const { when } = this.expectation;
        if (when.kind !== 'within' && when.kind !== 'by') {
            this.reportMissing();
        }
        return this.breaches.judgement(this.expectation, this.tracked.size > 0 && (when.kind !== 'within' || this.triggers > 0));
    }

    /** Records a breach for each site with too few occurrences so far. */
    private reportMissing(): void {
        const { world: { time, lastEventOn }, claim, expectation: { when } } = this;
        const since = when.kind === 'after' ? when.time : 0;
        for (const { site, count } of this.tracked.values()) {
            if (count < this.minimum) {
                const silence = claim.kind === 'synchronized' || isOfFailure(claim) ? silenceOf(site, since) : undefined;
                const found = count === 0 ? 'did not happen' : `happened ${counted(count, 'time')}`;
                const actual = `By ${momentText(time)} it ${found} at ${site.site.code}${silence?.reason ?? ''}.${silence && isOfFailure(claim) ? silence.alternative : ''}`;
                this.breaches.add({ time, subject: site.site.code, entry: lastFailureFor(this.world, site) ?? (silence && lastEventOn.get(silence.subject)), actual });
            }
        }
    }
}

/** Whether an expectation is about failed synchronizations. */
function isOfFailure(claim: OccurrenceClaim): boolean {
    return claim.kind === 'status' && claim.id === statusIds.failed;
}
