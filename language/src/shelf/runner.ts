import { type Hierarchy, oncePer, type Scenario, type Site } from '@sup/model';
import type { SegmentOfFile } from '../segments/segment.js';
import { statementsIn } from '../syntax/walk.js';
import type { Risk } from './accepted-risks.js';
import { categories } from './categories.js';
import type { Checks, Messages, Report, Rule, RuleContext } from './define-rule.js';
import type { Finding } from './finding.js';

/** What the rules look at: one segment of a document, what was read from it, and the hierarchy that it belongs to. */
export interface Subject extends SegmentOfFile {
    readonly sites: readonly Site[];
    readonly scenarios: readonly Scenario[];
    readonly hierarchy: Hierarchy;
    /** The scenarios of the hierarchy. */
    allScenarios(): readonly Scenario[];
}

/** Runs rules over a segment. A rule that throws costs its own findings only; `failed` is told. */
export function runRules(rules: readonly Rule[], subject: Subject, failed: Failed, visited = visitedIn(subject)): readonly Finding[] {
    return rules.flatMap(rule => {
        const kinds = kindsOf(rule).filter(kind => visited[kind].length > 0);
        return kinds.length === 0 ? none : collect(rule, subject, failed, context => kinds.forEach(kind => visit(kind, rule, visited, context)));
    });
}

function visit<K extends Kind>(kind: K, { checks }: Rule, visited: Visited, context: RuleContext<Messages>): void {
    const check = checks[kind] as (element: Visited[K][number], context: RuleContext<Messages>) => void;
    visited[kind].forEach(element => check(element, context));
}

/** Runs the rules about accepted risks, once it is known what each `allow` of a file silences. */
export function runRiskRules(rules: readonly Rule[], risks: readonly Risk[], world: World, failed: Failed): readonly Finding[] {
    return rules.flatMap(rule => collect(rule, world, failed, context => {
        for (const risk of risks) {
            rule.checks.risk?.(risk, context);
        }
    }));
}

type World = Pick<Subject, 'hierarchy' | 'allScenarios'>;

/** Other ends shown with a finding. A code that a thousand sites name would else fill every message with a thousand places. */
const relatedShown = 10;

type Failed = (rule: Rule, error: unknown) => void;

function collect(rule: Rule, world: World, failed: Failed, run: (context: RuleContext<Messages>) => void): readonly Finding[] {
    const collector = new Collector(rule, world);
    try {
        run(collector);
    } catch (error) {
        failed(rule, error);
    }
    return collector.findings;
}

/** What one rule is given, and what it reports. A class, since one is made for each rule and segment. */
class Collector implements RuleContext<Messages> {
    private found: Finding[] | undefined;

    constructor(private readonly rule: Rule, private readonly world: World) {}

    get hierarchy(): Hierarchy {
        return this.world.hierarchy;
    }

    get scenarios(): readonly Scenario[] {
        return this.world.allScenarios();
    }

    get findings(): readonly Finding[] {
        return this.found ?? none;
    }

    report(messageId: string, report: Report<never>): void {
        const { rule } = this;
        this.found ??= [];
        this.found.push({
            rule,
            messageId,
            message: rule.messages[messageId]!(report.args),
            severity: rule.severities?.[messageId]?.severity ?? categories[rule.category].severity,
            at: report.at,
            related: report.related?.slice(0, relatedShown) ?? [],
            fixes: report.fixes ?? (() => [])
        });
    }
}

const none: readonly Finding[] = [];

/** Everything in a subject that rules visit, by the name of the check that does. */
type Visited = { readonly [Kind in Exclude<keyof Checks<Messages>, 'risk'>]: readonly Parameters<NonNullable<Checks<Messages>[Kind]>>[0][] };
type Kind = keyof Visited;

/** Gathered once for all rules: walking through a segment takes longer than most of them. */
export function visitedIn(subject: Subject): Visited {
    const { segment, sites, scenarios } = subject;
    const servers = sites.flatMap(site => site.servers);
    const clusters = sites.flatMap(site => site.clusters);
    return {
        segment: [subject],
        statement: statementsIn(segment),
        site: sites,
        server: servers,
        wsus: servers.flatMap(({ wsus }) => wsus ?? []),
        cluster: clusters,
        updatePoint: [...servers, ...clusters].flatMap(host => host.updatePoints),
        synchronization: sites.flatMap(site => site.synchronizations),
        clientGroup: sites.flatMap(site => site.clientGroups),
        scenario: scenarios
    };
}

/** What a rule visits, in the order in which all rules do. */
const kindsOf = oncePer(({ checks }: Rule): readonly Kind[] => kinds.filter(kind => checks[kind]));

const kinds = ['segment', 'statement', 'site', 'server', 'wsus', 'cluster', 'updatePoint', 'synchronization', 'clientGroup', 'scenario'] as const satisfies readonly Kind[];
