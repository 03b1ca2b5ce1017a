import type { Cluster, ClientGroup, Hierarchy, Scenario, Server, Site, SoftwareUpdatePoint, Synchronization, WsusServer } from '@sup/model';
import type * as ast from '../syntax/generated/ast.js';
import type { SegmentOfFile } from '../syntax/segments/segment.js';
import type { Edit } from './edits/edit.js';
import type { Risk } from './risk.js';
import type { CategoryName } from './categories.js';
import type { Severity } from '../config/levels.js';
import type { Place, TextPlace } from '../syntax/place.js';

/** What a diagnostic says, each part a sentence of its own. */
export interface Message {
    /** What is wrong, with the names of the things. */
    readonly what: string;
    /** Why it matters: what will happen, or what the documentation says. */
    readonly why: string;
    /** What to do about it. */
    readonly todo: string;
}

/** A message by its id: a function of the finding's own facts. */
// Arguments differ from message to message; `any` here lets each function keep its own type, and `report` checks them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Messages = Record<string, (args: any) => Message>;

export interface Related extends Place {
    readonly message: string;
}

/** A way to mend a finding. The title says the result. */
export interface Fix {
    readonly title: string;
    readonly edits: readonly Edit[];
}

export interface Report<Args> {
    readonly at: Place | TextPlace;
    readonly args: Args;
    /** The other ends: where the parent is, where the other active one stands. */
    readonly related?: readonly Related[];
    /** Called only when somebody asks for fixes. */
    readonly fixes?: () => readonly Fix[];
    /** Whether the finding speaks for others, which nobody has counted. */
    readonly isForMore?: boolean;
}

export interface RuleContext<M extends Messages> {
    readonly hierarchy: Hierarchy;
    /** The scenarios of the hierarchy, in a stable order. */
    readonly scenarios: readonly Scenario[];
    report<K extends keyof M & string>(message: K, report: Report<Parameters<M[K]>[0]>): void;
}

/**
 * How far a rule looks, and so what can change its answer: `segment`, the site alone; `name`, also its parent, its children and
 * whoever shares a name with it; `graph`, chains of sites. A rule of the first kind is run again only where the text has changed,
 * the others also where something has changed that they have looked at.
 */
export type Reach = 'segment' | 'name' | 'graph';

/** Checks by what they visit. Each is called for every such element of a document, and reports only at places in that document. */
export interface Checks<M extends Messages> {
    site?(site: Site, context: RuleContext<M>): void;
    server?(server: Server, context: RuleContext<M>): void;
    cluster?(cluster: Cluster, context: RuleContext<M>): void;
    wsus?(wsus: WsusServer, context: RuleContext<M>): void;
    updatePoint?(point: SoftwareUpdatePoint, context: RuleContext<M>): void;
    synchronization?(synchronization: Synchronization, context: RuleContext<M>): void;
    clientGroup?(group: ClientGroup, context: RuleContext<M>): void;
    scenario?(scenario: Scenario, context: RuleContext<M>): void;
    /** A statement as it is written, for rules about the text. */
    statement?(statement: ast.Member, context: RuleContext<M>): void;
    /** A segment of a file, for rules about characters and syntax. */
    segment?(segment: SegmentOfFile, context: RuleContext<M>): void;
    /** An `allow`, once it is known what it silences. */
    risk?(risk: Risk, context: RuleContext<M>): void;
}

export interface Rule<M extends Messages = Messages> {
    /** Stable, readable, positive about the fault; equals the file's name. Never re-used. */
    readonly id: string;
    /** The version of this extension that brought the rule. */
    readonly since: string;
    /** One sentence: what a sound plan does, or what the rule finds. Also the setting's text. */
    readonly summary: string;
    readonly category: CategoryName;
    readonly reach: Reach;
    /** Titles of the documents that say so. */
    readonly sources: readonly string[];
    readonly messages: M;
    /** Messages whose severity is not the category's, with the reason. */
    readonly severities?: { readonly [K in keyof M & string]?: { readonly severity: Severity; readonly because: string } };
    /** `quickfix`: one safe fix, also part of fix-all. `suggestion`: alternatives to choose from. */
    readonly fixable: 'none' | 'quickfix' | 'suggestion';
    readonly checks: Checks<M>;
}

/** Types a rule's messages, so that `report` demands their arguments. */
export function defineRule<M extends Messages>(rule: Rule<M>): Rule {
    return rule;
}
