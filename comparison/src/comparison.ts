/**
 * How a change is made in a running hierarchy. `setting`: in place. `installation`: by installing or removing something.
 * `re-installation`: by removing something and installing it again. `impossible`: not at all; something else has to be made instead.
 * `outside`: outside of Configuration Manager. `none`: without any work.
 */
export type CostClass = 'setting' | 'installation' | 're-installation' | 'impossible' | 'outside' | 'none';

export interface Cost {
    readonly class: CostClass;
    /** The work that the change takes, in a sentence. */
    readonly text: string;
    /** The title of the document that describes the work. */
    readonly source: string | undefined;
}

/** The kind of a change. `consequence`: the meaning of a part has changed although its own text has not. */
export type ChangeKind = 'added' | 'removed' | 'moved' | 'changed' | 'consequence';

/** A difference in the meaning of two plans, as plain data. Names are as the plans write them. */
export interface Change {
    readonly kind: ChangeKind;
    /** The kind of part that changed. */
    readonly subject: 'hierarchy' | 'site' | 'server' | 'cluster' | 'wsus' | 'update-point' | 'synchronization' | 'link' | 'clients' | 'scenario';
    /** The code of the site that the part belongs to; for a removed site, its former code. */
    readonly site: string | undefined;
    /** The server or cluster that the part belongs to, if any. */
    readonly host: string | undefined;
    readonly sentence: string;
    /** The value before and after, where one value changed. */
    readonly from: string | undefined;
    readonly to: string | undefined;
    readonly cost: Cost;
}

/** A finding of the rules, located by the site and the host that it is about, not by its line. */
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

/** A figure of the simulated runs that differs between two versions. */
export interface Figure {
    readonly what: string;
    readonly before: string;
    readonly after: string;
    /** Whether the later version is better; undefined if neither is. */
    readonly isBetter: boolean | undefined;
}

export interface Comparison {
    readonly changes: readonly Change[];
    readonly findings: FindingsComparison;
    /** Only the figures that differ. */
    readonly outcome: readonly Figure[];
    /** The comparison in one sentence. */
    readonly verdict: string;
}
