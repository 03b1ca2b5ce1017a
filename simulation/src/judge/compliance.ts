import { type Claim, counted, durationText, type Expectation, number } from '@sup/model';
import type { TraceEntry } from '../trace/entry.js';
import { momentText } from '../trace/time.js';
import { groupsIn } from '../world/sets.js';
import type { ClientGroupState, CohortState, CompletedScans, PointState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { Breaches, type Judgement, type Monitor } from './judgement.js';
import { fullLinkText } from './full-link.js';
import { lastFailureFor } from './last-failure.js';

/** Possible reasons why clients of a group are missing: trace entries, the best first, and a sentence about scans that wait. */
interface Reasons {
    readonly entries: readonly (number | undefined)[];
    readonly waiting: string;
}

/**
 * Judges the share of clients that have scanned for an update by a deadline. Counts clients whose scan started after their software update point had
 * the update, and ended by the deadline. Keeps one number for each part of a client group.
 */
export class ComplianceMonitor implements Monitor {
    readonly sites = undefined;
    private readonly groups: ReadonlySet<ClientGroupState>;
    /** The clients of each part of a group that have scanned for the update. */
    private readonly found = new Map<CohortState, number>();
    /** The minute since which each software update point has the update. */
    private readonly since = new Map<PointState, number>();
    /** The last failed synchronization of each site since the publication, by site code. */
    private readonly failures = new Map<string, number>();
    /** The last event that cut the link of each site, by site code. */
    private readonly cuts = new Map<string, number>();
    private published: number | undefined;
    /** The last trace entry by the deadline. */
    private lastInTime = -1;
    /** The entries that may explain why the clients of a group are missing, as of the deadline; undefined before it. */
    private reasons: ReadonlyMap<ClientGroupState, Reasons> | undefined;

    constructor(readonly expectation: Expectation, private readonly claim: Extract<Claim, { kind: 'compliance' }>, private readonly world: World, private readonly duration: number) {
        this.groups = new Set(groupsIn(world, claim.clients));
    }

    observe({ id, details, time, site: code }: TraceEntry): void {
        const { deadline } = this;
        if (deadline === undefined || time <= deadline) {
            this.lastInTime = id;
        } else {
            this.reasons ??= this.currentReasons();
        }
        if (details.kind === 'event' && details.action.kind === 'fail' && details.action.target.kind === 'link' && !this.reasons) {
            this.cuts.set(details.action.target.site, id);
        } else if (details.kind === 'sync-failed' && this.published !== undefined && !this.reasons) {
            this.failures.set(code ?? '', id);
        } else if (details.kind === 'event' && details.action.kind === 'publish' && details.action.update === this.claim.update) {
            this.published ??= time;
        } else if (details.kind === 'sync-done') {
            const site = this.world.sitesByCode.get(code ?? '');
            [site?.active, site?.internet].forEach(point => point && this.sinceWhen(point));
        }
    }

    /** The minute since which a software update point has the update; Infinity if it does not have it yet. */
    private sinceWhen(point: PointState): number {
        if (!this.since.has(point) && point.catalog.updates.has(this.claim.update)) {
            this.since.set(point, point.versionSince);
        }
        return this.since.get(point) ?? Infinity;
    }

    scanned({ group, part, clients, from, to, end, point }: CompletedScans): void {
        const { deadline } = this;
        if (deadline === undefined || !this.groups.has(group)) {
            return;
        }
        const last = Math.max(end, to);
        // Clients start evenly, and end evenly up to the last one.
        const lastInTime = last <= deadline ? to : from + (deadline - from) * (to - from) / (last - from);
        const first = Math.max(from, this.sinceWhen(point));
        const inTime = to > from ? clients * Math.max(0, lastInTime - first) / (to - from) : first <= from && last <= deadline ? clients : 0;
        // The clients of a part start in the same order in each wave: those that were too early for the update are the first of the next wave.
        const cohort = group.cohorts.find(({ number: each }) => each === part)!;
        this.found.set(cohort, Math.min(cohort.count, (this.found.get(cohort) ?? 0) + inTime));
    }

    /** The minute by which the clients have to scan; undefined while it counts from a publication that has not happened. */
    private get deadline(): number | undefined {
        const { when } = this.expectation;
        return when.kind === 'by' ? when.time : when.kind !== 'within' ? this.duration : this.published === undefined ? undefined : this.published + when.duration;
    }

    private currentReasons(): ReadonlyMap<ClientGroupState, Reasons> {
        return new Map([...this.groups].map(group => [group, {
            entries: [lastFailureFor(this.world, group.located), this.delayOf(group.located), group.located.link.overloadEntry, group.lastEntry], waiting: fullLinkText(group, this.world.time)
        }]));
    }

    /** Returns the cause of a delay on the way of the update to a site, although it has passed: a failed synchronization, or the event that cut a link. */
    private delayOf(site: SiteState): number | undefined {
        for (let current: SiteState | undefined = site; current; current = current.parent) {
            const { site: { code }, link, parent } = current;
            const cut = parent && link.upSince > (this.published ?? Infinity) ? this.cuts.get(code) : undefined;
            const entry = this.failures.get(code) ?? cut;
            if (entry !== undefined) {
                return entry;
            }
        }
        return undefined;
    }

    /** The entry that explains why clients of a group are missing, none that came after the deadline, and a sentence about scans that wait. */
    private reasonOf(group: ClientGroupState): { readonly entry: number | undefined; readonly waiting: string } {
        this.reasons ??= this.currentReasons();
        const { entries, waiting } = this.reasons.get(group)!;
        return { entry: entries.find(entry => entry !== undefined && entry <= this.lastInTime), waiting };
    }

    private countOf(group: ClientGroupState): number {
        return group.cohorts.reduce((sum, cohort) => sum + (this.found.get(cohort) ?? 0), 0);
    }

    private untestedText(clients: number): string {
        const { deadline, published, claim: { update } } = this;
        if (clients === 0) {
            return 'it is about no clients whose number the plan states.';
        }
        return published === undefined || deadline === undefined ? `"${update}" was not published.` : `the deadline ${momentText(deadline)} is after the end of the run, ${momentText(this.duration)}. Extend the scenario.`;
    }

    end(): Judgement {
        const breaches = new Breaches();
        const { deadline, published, claim: { percent, update } } = this;
        const all = [...this.groups].reduce((sum, { count }) => sum + count, 0);
        const isTested = all > 0 && published !== undefined && deadline !== undefined && deadline <= this.duration;
        const done = [...this.groups].reduce((sum, group) => sum + this.countOf(group), 0);
        // Shares of clients are fractions where a deadline falls into a wave.
        if (isTested && done < all * percent / 100 - 1e-6) {
            // The group that falls short of the share by most clients: a large group on its way misses more clients than a small one that never scans.
            const shortOf = (group: ClientGroupState): number => group.count * percent / 100 - this.countOf(group);
            const last = [...this.groups].reduce((worst, group) => shortOf(group) > shortOf(worst) ? group : worst);
            const { entry, waiting } = this.reasonOf(last);
            breaches.add({
                time: deadline, subject: last.name, entry,
                actual: `By ${momentText(deadline)}, ${durationText(deadline - published)} after its publication, ${Math.floor(done / all * 1000) / 10} % of ${counted(all, 'client')} had scanned for "${update}". ${last.name} is furthest from the share, with ${number(Math.ceil(last.count - this.countOf(last)))} of ${number(last.count)} missing.${waiting}`
            });
        }
        return { ...breaches.judgement(this.expectation, isTested), untested: isTested ? undefined : this.untestedText(all) };
    }
}
