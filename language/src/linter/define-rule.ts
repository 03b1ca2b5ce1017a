import type { Assumptions, Cluster, ClientGroup, Hierarchy, Scenario, Server, Site, SoftwareUpdatePoint, Synchronization, WsusServer } from '@sup/model';
import type * as ast from '../syntax/generated/ast.js';
import type { SegmentOfFile } from '../syntax/segments/segment.js';
import type { Fact } from './explain/fact.js';
import type { Edit } from './edits/edit.js';
import type { Difference } from './difference.js';
import type { Risk } from './risk.js';
import type { CategoryName } from './categories.js';
import type { Severity } from '../config/levels.js';
import type { URI } from 'langium';
import type { Place, TextPlace } from '../syntax/place.js';

/** The text of a diagnostic; each part is a sentence of its own. */
export interface Message {
    /** The fault, with the names of the elements involved. */
    readonly what: string;
    /** The consequence: the product's behavior, or a statement of its documentation. */
    readonly why: string;
    /** The remedy, as an imperative. */
    readonly todo: string;
}

/** Messages by id; each is a function of the facts of a finding. */
// Arguments differ from message to message; `any` here lets each function keep its own type, and `report` checks them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Messages = Record<string, (args: any) => Message>;

export interface Related extends Place {
    readonly message: string;
}

/** A way to fix a finding. The title names the result. */
export interface Fix {
    readonly title: string;
    readonly edits: readonly Edit[];
    /** The `sup.config.json` files to create, each with the content of the one that applies there now. */
    readonly configurations?: readonly URI[];
    /** Whether another fix that would cause the finding may include this one, although there are alternatives. */
    readonly completes?: boolean;
    /** Whether only the user can decide on it, even if it is the only one: not preferred, and not part of fix-all. */
    readonly isGuess?: boolean;
}

export interface Report<Args> {
    readonly at: Place | TextPlace;
    readonly args: Args;
    /** Related locations: the parent, the other active software update point. */
    readonly related?: readonly Related[];
    /** Called only when the editor requests fixes. */
    readonly fixes?: () => readonly Fix[];
    /** The facts that led to the finding, in order; called only when a user asks. By default, its place and the related places. */
    readonly because?: () => readonly Fact[];
    /** Whether the finding represents further ones that were not counted. */
    readonly isForMore?: boolean;
}

export interface RuleContext<M extends Messages> {
    readonly hierarchy: Hierarchy;
    /** The scenarios of the hierarchy, in a stable order. */
    readonly scenarios: readonly Scenario[];
    /** The assumptions of the configuration that differ from the defaults. */
    readonly assumptions: Partial<Assumptions>;
    report<K extends keyof M & string>(message: K, report: Report<Parameters<M[K]>[0]>): void;
}

/**
 * The part of the hierarchy that a rule reads: `segment`, the site alone; `name`, also its parent, its children and elements with the same
 * name; `graph`, chains of sites. A rule of reach `segment` runs again only when the text changes, the others also when one of their
 * dependencies changes.
 */
export type Reach = 'segment' | 'name' | 'graph';

/** Checks by the kind of element they visit. Each is called for every such element of a document, and reports only at places in that document. */
export interface Checks<M extends Messages> {
    site?(site: Site, context: RuleContext<M>): void;
    server?(server: Server, context: RuleContext<M>): void;
    cluster?(cluster: Cluster, context: RuleContext<M>): void;
    wsus?(wsus: WsusServer, context: RuleContext<M>): void;
    updatePoint?(point: SoftwareUpdatePoint, context: RuleContext<M>): void;
    synchronization?(synchronization: Synchronization, context: RuleContext<M>): void;
    clientGroup?(group: ClientGroup, context: RuleContext<M>): void;
    scenario?(scenario: Scenario, context: RuleContext<M>): void;
    /** A statement of the syntax tree, for rules about the text. */
    statement?(statement: ast.Member, context: RuleContext<M>): void;
    /** A segment of a file, for rules about characters and syntax. */
    segment?(segment: SegmentOfFile, context: RuleContext<M>): void;
    /** An `allow`, once the findings that it silences are known. */
    risk?(risk: Risk, context: RuleContext<M>): void;
    /** A difference between the plan and an export of the real hierarchy. Only a comparison with one calls it. */
    difference?(difference: Difference, context: RuleContext<M>): void;
}

export interface Rule<M extends Messages = Messages> {
    /** Names the fault; stable, never reused, and equal to the file's name. */
    readonly id: string;
    /** The version of this extension that added the rule. */
    readonly since: string;
    /** One sentence that states the requirement or the fault. Also the description of the rule's setting. */
    readonly summary: string;
    readonly category: CategoryName;
    readonly reach: Reach;
    /** Titles of the documents that the rule is based on. */
    readonly sources: readonly string[];
    readonly messages: M;
    /** Messages with a severity other than the category's, with the reason. */
    readonly severities?: { readonly [K in keyof M & string]?: { readonly severity: Severity; readonly because: string } };
    /** `quickfix`: one safe fix, also part of fix-all. `suggestion`: alternatives to choose from. */
    readonly fixable: 'none' | 'quickfix' | 'suggestion';
    readonly checks: Checks<M>;
}

/** Infers the types of a rule's messages, so that `report` checks their arguments. */
export function defineRule<M extends Messages>(rule: Rule<M>): Rule {
    return rule;
}
