import type { Hierarchy, Scenario, Site } from '@sup/model';
import type { SegmentOfFile } from '../syntax/segments/segment.js';
import { statementsIn } from '../syntax/tree/walk.js';
import type { Risk } from './risk.js';
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

/** Told of a rule that has thrown. */
export type Failed = (rule: Rule, error: unknown) => void;

/** Rules that are run together. What each visits is found out once: they are run for every segment. */
export class RuleSet {
    private readonly checks: readonly Check[];

    constructor(rules: readonly Rule[]) {
        this.checks = rules.flatMap(rule => kinds.flatMap(kind => rule.checks[kind] ? { rule, kind, check: rule.checks[kind] } : []));
    }

    /** Runs the rules over a segment. A rule that throws is not run further; it costs its own findings only. */
    run(subject: Subject, failed: Failed, visited = visitedIn(subject)): readonly Finding[] {
        const context = new Collector(subject);
        let broken: Rule | undefined;
        for (const { rule, kind, check } of this.checks) {
            const elements = visited[kind];
            if (elements.length === 0 || rule === broken) {
                continue;
            }
            context.rule = rule;
            try {
                for (const element of elements) {
                    check(element, context);
                }
            } catch (error) {
                broken = rule;
                failed(rule, error);
            }
        }
        return context.findings;
    }
}

/** One kind of what a rule visits. */
interface Check {
    readonly rule: Rule;
    readonly kind: Kind;
    check(this: void, element: unknown, context: RuleContext<Messages>): void;
}

/** Runs the rules about accepted risks, once it is known what each `allow` of a file silences. */
export function runRiskRules(rules: readonly Rule[], risks: readonly Risk[], world: World, failed: Failed): readonly Finding[] {
    const context = new Collector(world);
    for (const rule of rules) {
        context.rule = rule;
        try {
            risks.forEach(risk => rule.checks.risk?.(risk, context));
        } catch (error) {
            failed(rule, error);
        }
    }
    return context.findings;
}

type World = Pick<Subject, 'hierarchy' | 'allScenarios'>;

/** Other ends shown with a finding. A code that a thousand sites name would else fill every message with a thousand places. */
const relatedShown = 10;

/** What rules are given, and what they report. */
class Collector implements RuleContext<Messages> {
    /** The one that is being run. */
    rule!: Rule;
    private found: Finding[] | undefined;

    constructor(private readonly world: World) {}

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
            fixes: report.fixes ?? (() => []),
            isForMore: report.isForMore ?? false
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

/** In the order in which a rule visits them. */
const kinds = ['segment', 'statement', 'site', 'server', 'wsus', 'cluster', 'updatePoint', 'synchronization', 'clientGroup', 'scenario'] as const satisfies readonly Kind[];
