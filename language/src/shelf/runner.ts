import type { ClientGroup, Cluster, Hierarchy, Scenario, Server, Site, SoftwareUpdatePoint, Synchronization, WsusServer } from '@sup/model';
import type * as ast from '../generated/ast.js';
import type { SegmentOfFile } from '../segments/segment.js';
import { walkStatements } from '../syntax/walk.js';
import type { Risk } from './accepted-risks.js';
import { categories } from './categories.js';
import type { Checks, Messages, Rule, RuleContext } from './define-rule.js';
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
export function runRules(rules: readonly Rule[], subject: Subject, failed: Failed): readonly Finding[] {
    const visited = visitedIn(subject);
    return rules.flatMap(rule => collect(rule, subject, failed, context => visit(rule.checks, subject, visited, context)));
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
    const findings: Finding[] = [];
    const context: RuleContext<Messages> = {
        hierarchy: world.hierarchy,
        get scenarios() {
            return world.allScenarios();
        },
        report: (messageId, report) => findings.push({
            rule,
            messageId,
            message: rule.messages[messageId]!(report.args),
            severity: rule.severities?.[messageId]?.severity ?? categories[rule.category].severity,
            at: report.at,
            related: report.related?.slice(0, relatedShown) ?? [],
            fixes: report.fixes ?? (() => [])
        })
    };
    try {
        run(context);
    } catch (error) {
        failed(rule, error);
    }
    return findings;
}

/** Everything in a subject that rules visit. */
interface Visited {
    readonly statements: readonly ast.Member[];
    readonly servers: readonly Server[];
    readonly clusters: readonly Cluster[];
    readonly wsus: readonly WsusServer[];
    readonly updatePoints: readonly SoftwareUpdatePoint[];
    readonly synchronizations: readonly Synchronization[];
    readonly clientGroups: readonly ClientGroup[];
}

/** Gathered once for all rules: walking through a segment takes longer than most of them. */
function visitedIn({ segment, sites }: Subject): Visited {
    const servers = sites.flatMap(site => site.servers);
    const clusters = sites.flatMap(site => site.clusters);
    return {
        statements: [...walkStatements(segment)], servers, clusters,
        wsus: servers.flatMap(({ wsus }) => wsus ?? []),
        updatePoints: [...servers, ...clusters].flatMap(host => host.updatePoints),
        synchronizations: sites.flatMap(site => site.synchronizations),
        clientGroups: sites.flatMap(site => site.clientGroups)
    };
}

function visit(checks: Checks<Messages>, subject: Subject, visited: Visited, context: RuleContext<Messages>): void {
    const each = <T>(elements: readonly T[], check: ((element: T, context: RuleContext<Messages>) => void) | undefined): void => {
        if (check) {
            elements.forEach(element => check(element, context));
        }
    };
    checks.segment?.(subject, context);
    each(visited.statements, checks.statement);
    each(subject.sites, checks.site);
    each(visited.servers, checks.server);
    each(visited.wsus, checks.wsus);
    each(visited.clusters, checks.cluster);
    each(visited.updatePoints, checks.updatePoint);
    each(visited.synchronizations, checks.synchronization);
    each(visited.clientGroups, checks.clientGroup);
    each(subject.scenarios, checks.scenario);
}
