import type { Claim, Expectation } from '@sup/model';
import type { TraceEntry } from '../trace/entry.js';
import { durationText, momentText } from '../trace/time.js';
import { entryText } from '../trace/wording.js';
import { sitesIn, synchronizingSitesIn } from '../world/sets.js';
import type { SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { Breaches, type Judgement, type Monitor } from './judgement.js';
import { lastFailureFor } from './last-failure.js';

export type OccurrenceClaim = Extract<Claim, { kind: 'synchronized' | 'status' | 'no-errors' }>;

interface TrackedSite {
    readonly site: SiteState;
    count: number;
    /** When it has to have happened, while it is waited for; and what it has to follow. */
    deadline: number | undefined;
    after: number;
    trigger: number | undefined;
}

/** Judges what happens at moments: synchronizations and status messages of sites. */
export class OccurrenceMonitor implements Monitor {
    readonly sites: ReadonlySet<string> | undefined;
    private readonly breaches = new Breaches();
    private readonly tracked: ReadonlyMap<string, TrackedSite>;
    private readonly triggerSite: string | undefined;
    private triggers = 0;

    constructor(readonly expectation: Expectation, private readonly claim: OccurrenceClaim, private readonly world: World, duration: number) {
        const { when } = expectation;
        const sites = claim.kind === 'synchronized' ? synchronizingSitesIn(world, claim.sites) : sitesIn(world, claim.sites);
        this.tracked = new Map(sites.map(site => [site.site.code, { site, count: 0, deadline: undefined, after: 0, trigger: undefined }]));
        this.triggerSite = when.kind === 'within' ? when.of : undefined;
        if (when.kind === 'by' && this.minimum > 0) {
            world.scheduleUnprompted(Math.min(when.time, duration), 'judgement', undefined, () => this.reportMissing(), undefined);
        }
        this.sites = claim.sites.kind === 'all' ? undefined : new Set([...this.tracked.keys(), ...this.triggerSite === undefined ? [] : [this.triggerSite]]);
    }

    observe(entry: TraceEntry): void {
        const watched = this.tracked.get(entry.site ?? '');
        if (watched && this.isMatch(entry)) {
            this.count(watched, entry);
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

    private count(watched: TrackedSite, entry: TraceEntry): void {
        const { when } = this.expectation;
        if (when.kind === 'by' ? entry.time > when.time : when.kind === 'after' && entry.time < when.time) {
            return;
        }
        watched.count++;
        watched.deadline = undefined;
        const isTooMany = this.claim.kind === 'status' && this.claim.count?.bound === 'at most' && watched.count > this.claim.count.number;
        if (when.kind === 'never' || this.claim.kind === 'no-errors' || isTooMany) {
            const found = `${watched.site.site.code} at ${momentText(entry.time)}: ${entryText(entry.details)}`;
            this.breaches.add({ time: entry.time, subject: watched.site.site.code, entry: entry.id, actual: isTooMany ? `It happened ${watched.count} times; the last was ${found}` : found });
        }
    }

    /** From now on every site has so long to follow. */
    private startDeadlines(trigger: TraceEntry): void {
        const { when } = this.expectation;
        const duration = when.kind === 'within' ? when.duration : 0;
        this.triggers++;
        for (const watched of this.tracked.values()) {
            if (watched.deadline === undefined && watched.site.site.code !== this.triggerSite) {
                watched.deadline = trigger.time + duration;
                watched.after = trigger.time;
                watched.trigger = trigger.id;
            }
        }
        this.world.schedule(trigger.time + duration, 'judgement', undefined, () => this.checkDeadlines(), undefined);
    }

    private checkDeadlines(): void {
        for (const watched of this.tracked.values()) {
            if (watched.deadline !== undefined && watched.deadline <= this.world.time) {
                watched.deadline = undefined;
                this.breaches.add({
                    time: this.world.time, subject: watched.site.site.code, entry: lastFailureFor(watched.site) ?? watched.trigger,
                    actual: `${this.triggerSite} synchronized at ${momentText(watched.after)}; ${watched.site.site.code} had not followed ${durationText(this.world.time - watched.after)} later.`
                });
            }
        }
    }

    /** How often it has to happen; 0 where it is its absence that is expected. */
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

    /** What should have happened by now, and did not, or not often enough. */
    private reportMissing(): void {
        const { time } = this.world;
        for (const { site, count } of this.tracked.values()) {
            if (count < this.minimum) {
                const how = count === 0 ? 'did not happen' : `happened ${count} times`;
                const actual = `Up to ${momentText(time)} it ${how} at ${site.site.code}.`;
                this.breaches.add({ time, subject: site.site.code, entry: lastFailureFor(site), actual });
            }
        }
    }
}
