import type { ElementFinding } from '@sup/comparison';
import { type Dependent, IncrementalHierarchy, type Site } from '@sup/model';
import { assemble, assembleSite } from '../facts/assemble.js';
import type { PlanFacts, SiteFacts } from '../facts/plan-facts.js';
import { type CheckSites, keyedFindings } from './judge.js';
import type { State } from './state.js';

/** A site of the current hierarchy, and the findings about it. */
class JudgedSite implements Dependent {
    findings: readonly ElementFinding[] = [];

    constructor(readonly site: Site, private readonly outdated: Set<JudgedSite>) {
        outdated.add(this);
    }

    onInvalidated(): void {
        this.outdated.add(this);
    }
}

/** The number of sites that are checked between two yields: some milliseconds of work. */
const chunkSize = 50;

/**
 * Judges one state after another. The hierarchy tracks which of its facts each check has read, so only the sites whose findings may have changed since the state
 * before are checked again. The cost of a state depends on its difference from the one before, not on the size of the hierarchy.
 */
export class IncrementalJudge {
    private readonly hierarchy: IncrementalHierarchy;
    private readonly sites = new Map<SiteFacts, JudgedSite>();
    private readonly outdated = new Set<JudgedSite>();

    constructor(name: string | undefined, private readonly check: CheckSites) {
        this.hierarchy = new IncrementalHierarchy(name, () => 0);
    }

    /** Checks any state. */
    *judge(facts: PlanFacts): Generator<undefined, State> {
        this.enter(new Set(facts.sites.values()));
        let left = chunkSize;
        // If the caller stops early, the remaining sites stay outdated, and the next call checks them.
        for (const judged of this.outdated) {
            judged.findings = this.hierarchy.dependencies.record(judged, () => this.check(this.hierarchy, [judged.site]));
            this.outdated.delete(judged);
            if (--left === 0) {
                left = chunkSize;
                yield;
            }
        }
        return stateOf(facts, [...this.sites.values()].flatMap(({ findings }) => findings));
    }

    private enter(wanted: ReadonlySet<SiteFacts>): void {
        const removed = [...this.sites].filter(([facts]) => !wanted.has(facts));
        const added = [...wanted].filter(facts => !this.sites.has(facts));
        this.hierarchy.replace(removed.map(([, { site }]) => site), added.map(assembleSite));
        for (const [facts, judged] of removed) {
            this.sites.delete(facts);
            this.outdated.delete(judged);
            this.hierarchy.dependencies.forget(judged);
        }
        added.forEach(facts => this.sites.set(facts, new JudgedSite(assembleSite(facts), this.outdated)));
    }
}

/** Most states are only judged, so their hierarchy is assembled on demand. */
function stateOf(facts: PlanFacts, found: readonly ElementFinding[]): State {
    let hierarchy: State['hierarchy'] | undefined;
    return {
        facts, found, findings: keyedFindings(found),
        get hierarchy() {
            return hierarchy ??= assemble(facts);
        }
    };
}
