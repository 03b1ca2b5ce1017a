import { type ClientGroup, type Cluster, type Hierarchy, oncePer, type Scenario, type Server, type Site, type SoftwareUpdatePoint, type Synchronization, type WsusServer } from '@sup/model';
import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.js';
import { walkStatements } from '../syntax/walk.js';
import type { Risk } from './accepted-risks.js';
import { categories } from './categories.js';
import type { Checks, Messages, Rule, RuleContext } from './define-rule.js';
import type { Finding } from './finding.js';

/** What the rules look at: one document, what was read from it, and the hierarchy that it belongs to with its scenarios. */
export interface Subject {
    readonly document: LangiumDocument<ast.SupFile>;
    readonly sites: readonly Site[];
    readonly scenarios: readonly Scenario[];
    readonly hierarchy: Hierarchy;
    readonly allScenarios: readonly Scenario[];
}

/** Runs rules over a document. A rule that throws costs its own findings only; `failed` is told. */
export function runRules(rules: readonly Rule[], subject: Subject, failed: Failed): readonly Finding[] {
    return rules.flatMap(rule => collect(rule, subject, failed, context => visit(rule.checks, subject, context)));
}

/** Runs the rules about accepted risks, once it is known what each `allow` silences. */
export function runRiskRules(rules: readonly Rule[], risks: readonly Risk[], subject: Subject, failed: Failed): readonly Finding[] {
    return rules.flatMap(rule => collect(rule, subject, failed, context => {
        for (const risk of risks) {
            rule.checks.risk?.(risk, context);
        }
    }));
}

/** Other ends shown with a finding. A code that a thousand sites name would else fill every message with a thousand places. */
const relatedShown = 10;

type Failed = (rule: Rule, error: unknown) => void;

function collect(rule: Rule, { hierarchy, allScenarios: scenarios }: Subject, failed: Failed, run: (context: RuleContext<Messages>) => void): readonly Finding[] {
    const findings: Finding[] = [];
    const context: RuleContext<Messages> = {
        hierarchy,
        scenarios,
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

/** Gathered once for all rules: walking through a large file takes longer than most of them. */
const visitedIn = oncePer(({ document, sites }: Subject): Visited => {
    const servers = sites.flatMap(site => site.servers);
    const clusters = sites.flatMap(site => site.clusters);
    return {
        statements: [...walkStatements(document.parseResult.value)], servers, clusters,
        wsus: servers.flatMap(({ wsus }) => wsus ?? []),
        updatePoints: [...servers, ...clusters].flatMap(host => host.updatePoints),
        synchronizations: sites.flatMap(site => site.synchronizations),
        clientGroups: sites.flatMap(site => site.clientGroups)
    };
});

function visit(checks: Checks<Messages>, subject: Subject, context: RuleContext<Messages>): void {
    const visited = visitedIn(subject);
    const each = <T>(elements: readonly T[], check: ((element: T, context: RuleContext<Messages>) => void) | undefined): void => {
        if (check) {
            elements.forEach(element => check(element, context));
        }
    };
    checks.document?.(subject.document, context);
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
