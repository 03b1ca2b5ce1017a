import type { Hierarchy, Scenario, Site } from '@sup/model';
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

function visit(checks: Checks<Messages>, subject: Subject, context: RuleContext<Messages>): void {
    checks.document?.(subject.document, context);
    if (checks.statement) {
        for (const statement of walkStatements(subject.document.parseResult.value)) {
            checks.statement(statement, context);
        }
    }
    for (const site of subject.sites) {
        visitSite(checks, site, context);
    }
    for (const scenario of subject.scenarios) {
        checks.scenario?.(scenario, context);
    }
}

function visitSite(checks: Checks<Messages>, site: Site, context: RuleContext<Messages>): void {
    checks.site?.(site, context);
    for (const server of site.servers) {
        checks.server?.(server, context);
        if (server.wsus) {
            checks.wsus?.(server.wsus, context);
        }
    }
    for (const cluster of site.clusters) {
        checks.cluster?.(cluster, context);
    }
    for (const point of [...site.servers, ...site.clusters].flatMap(host => host.updatePoints)) {
        checks.updatePoint?.(point, context);
    }
    for (const settings of site.synchronizations) {
        checks.synchronization?.(settings, context);
    }
    for (const group of site.clientGroups) {
        checks.clientGroup?.(group, context);
    }
}
