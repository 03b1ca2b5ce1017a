import { groupBy, IncrementalHierarchy, toUpperCaseCode } from '@sup/model';
import { assembleSite } from '../facts/assemble.js';
import type { PlanFacts, SiteFacts } from '../facts/plan-facts.js';
import { type Move, sitesOf } from '../moves/move.js';
import { type CheckSites, type Findings, findingsOf } from './judge.js';
import type { Stage } from './search.js';

/** A move of a stage. */
interface StageMove {
    readonly stage: number;
    readonly move: Move;
}

/** Some sites of a plan in which other moves have been made than at its other sites. */
export interface Reordering {
    /** The sites where the moves count, by code in upper case. */
    readonly sites: ReadonlySet<string>;
    /** Whether the moves of an earlier stage have been made there. */
    readonly isMade: (stage: number) => boolean;
    /** The moves made after them. */
    readonly then: readonly Move[];
}

/**
 * The plans that another order of stages leads to. They are exact at the given sites; elsewhere they are those of the order itself. So the cost of each does
 * not depend on the size of the hierarchy.
 */
export class ReorderedPlans {
    private readonly hierarchy: IncrementalHierarchy;
    private readonly movesAt: ReadonlyMap<string, readonly StageMove[]>;
    private readonly versions = new Map<string, SiteFacts | undefined>();
    /** The sites in the present plan. */
    private present: ReadonlyMap<string, SiteFacts> = new Map();

    constructor(private readonly before: PlanFacts, stages: readonly Stage[], private readonly check: CheckSites) {
        this.hierarchy = new IncrementalHierarchy(before.name, () => 0);
        this.movesAt = groupBy(stages.flatMap(({ moves }, stage) => moves.map((move): StageMove => ({ stage, move }))), ({ move }) => sitesOf(move).map(toUpperCaseCode));
    }

    /** Makes a plan of the order itself the present one. */
    enter({ sites }: PlanFacts): void {
        this.replace(new Map([...new Set([...this.present.keys(), ...sites.keys()])].map(code => [code, sites.get(code)])));
        this.present = sites;
    }

    /** The findings at some sites of the present plan after a reordering. */
    findingsAfter({ sites, isMade, then }: Reordering, checked: ReadonlySet<string>): Findings {
        const changed = new Map([...sites].map(code => [code, this.versionOf(code, isMade, then)]));
        const former = this.replace(changed);
        try {
            return findingsOf(this.check, this.hierarchy, [...checked].flatMap(code => this.hierarchy.sitesByUpperCaseCode.get(code) ?? []));
        } finally {
            this.replace(former, changed);
        }
    }

    /** Replaces sites, and returns their former versions. */
    private replace(versions: ReadonlyMap<string, SiteFacts | undefined>, present: ReadonlyMap<string, SiteFacts | undefined> = this.present): ReadonlyMap<string, SiteFacts | undefined> {
        const former = new Map([...versions].filter(([code, facts]) => present.get(code) !== facts).map(([code]) => [code, present.get(code)]));
        this.hierarchy.replace(
            [...former.values()].flatMap(facts => facts ? assembleSite(facts) : []), [...former.keys()].flatMap(code => versions.get(code) ?? []).map(assembleSite)
        );
        return former;
    }

    private versionOf(code: string, isMade: Reordering['isMade'], then: readonly Move[]): SiteFacts | undefined {
        const moves = [...(this.movesAt.get(code) ?? []).filter(({ stage }) => isMade(stage)).map(({ move }) => move), ...then.filter(move => sitesOf(move).some(site => toUpperCaseCode(site) === code))];
        const key = JSON.stringify([code, ...moves.map(({ id }) => id)]);
        if (!this.versions.has(key)) {
            const facts = this.before.sites.get(code);
            const draft = new Map(facts && [[code, facts]]);
            moves.forEach(({ apply }) => apply(draft));
            this.versions.set(key, draft.get(code));
        }
        return this.versions.get(key);
    }
}
