/**
 * How a change is made in a running hierarchy: in place; by installing something more, or removing something; by removing and installing
 * the same again; not at all, so that something else is made instead; outside of Configuration Manager; or by itself.
 */
export type CostClass = 'setting' | 'installation' | 're-installation' | 'impossible' | 'outside' | 'none';

export interface Cost {
    readonly class: CostClass;
    /** What it takes, in a sentence. */
    readonly text: string;
    /** The title of the document that says so. */
    readonly source: string | undefined;
}

/** `consequence`: it is other than before although nothing in its own text has changed. */
export type ChangeKind = 'added' | 'removed' | 'moved' | 'changed' | 'consequence';

/** Something that two plans mean differently. Plain data; names are as the plans write them. */
export interface Change {
    readonly kind: ChangeKind;
    /** What changed: `site`, `server`, `setting`, … */
    readonly subject: 'hierarchy' | 'site' | 'server' | 'cluster' | 'wsus' | 'update-point' | 'synchronization' | 'link' | 'clients' | 'scenario';
    /** The code of the site that it belongs to; of a removed site, its former. */
    readonly site: string | undefined;
    /** The server or cluster, where it is about one. */
    readonly host: string | undefined;
    readonly sentence: string;
    /** The value before and after, where one value changed. */
    readonly from: string | undefined;
    readonly to: string | undefined;
    readonly cost: Cost;
}

/** A finding of the rules, told by what it is about and not by its line. */
export interface ComparedFinding {
    readonly rule: string;
    readonly severity: 'error' | 'warning' | 'information' | 'hint';
    readonly site: string | undefined;
    readonly host: string | undefined;
    readonly message: string;
}

export interface FindingsComparison {
    readonly introduced: readonly ComparedFinding[];
    readonly solved: readonly ComparedFinding[];
    readonly unchanged: number;
}

/** A figure of the simulated runs. */
export interface Figure {
    readonly what: string;
    readonly before: string;
    readonly after: string;
    /** Undefined where neither is better. */
    readonly isBetter: boolean | undefined;
}

export interface Comparison {
    readonly changes: readonly Change[];
    readonly findings: FindingsComparison;
    /** Only what differs. */
    readonly outcome: readonly Figure[];
    /** The whole in a sentence. */
    readonly verdict: string;
}
