import type { LangiumDocument, URI } from 'langium';
import * as ast from '../generated/ast.js';
import { traceOf } from '../workspace/failure.js';
import type { Hierarchies } from '../workspace/hierarchies.js';
import { acceptRisks, type Permission, type Risk } from './accepted-risks.js';
import type { Rule } from './define-rule.js';
import type { Finding } from './finding.js';
import type { Level, RuleSettings, Severity } from './levels.js';
import { nearest } from './nearest.js';
import { registry, ruleById } from './registry.js';
import { runRiskRules, runRules } from './runner.js';

/** What the rules need from the world around them. */
export interface RuleEnvironment {
    /** The present day, `YYYY-MM-DD`, for risks that are accepted until a day. */
    today(): string;
    /** The levels that hold for a document. */
    settingsFor(uri: URI): RuleSettings;
    /** Told what went wrong inside, for the log. */
    report(message: string): void;
}

export interface ShownFinding extends Finding {
    /** The severity after settings. */
    readonly shownAs: Severity;
}

export interface CheckResult {
    readonly findings: readonly ShownFinding[];
    /** Every `allow` of the document, for reports. */
    readonly risks: readonly Risk[];
}

/** Checks a document: runs the rules that are on, lets accepted risks pass, and gives the rest their severity. */
export class RuleService {
    /** What was found last in each document, and in what circumstances: diagnostics and previews ask for the same. */
    private readonly found = new WeakMap<LangiumDocument, { readonly circumstances: readonly unknown[]; readonly result: CheckResult }>();

    constructor(private readonly hierarchies: Hierarchies, private readonly environment: RuleEnvironment) {}

    check(document: LangiumDocument, only?: ReadonlySet<string>): CheckResult {
        if (only) {
            return this.run(document, only);
        }
        const circumstances = [document.parseResult, this.hierarchies.of(document), this.environment.today(), textOf(this.environment.settingsFor(document.uri))];
        const last = this.found.get(document);
        if (last?.circumstances.every((each, i) => each === circumstances[i])) {
            return last.result;
        }
        const result = this.run(document);
        this.found.set(document, { circumstances, result });
        return result;
    }

    private run(document: LangiumDocument, only?: ReadonlySet<string>): CheckResult {
        const file = document.parseResult.value;
        if (!ast.isSupFile(file)) {
            return { findings: [], risks: [] };
        }
        const settings = this.environment.settingsFor(document.uri);
        const isWanted = (rule: Rule): boolean => (only?.has(rule.id) ?? true) && levelOf(rule, settings) !== 'off';
        const subject = {
            document: document as LangiumDocument<ast.SupFile>,
            sites: this.hierarchies.sitesOf(document),
            scenarios: this.hierarchies.scenariosOf(document),
            hierarchy: this.hierarchies.of(document),
            allScenarios: this.hierarchies.allScenarios(document)
        };
        const failed = (rule: Rule, error: unknown): void => this.environment.report(
            `The rule ${rule.id} failed on ${document.uri.toString(true)} and gives no findings there: ${traceOf(error)}`);
        // An `allow` is judged by all findings of its rule, so the rules about `allow` need the others to have run.
        const judgesRisks = registry.some(rule => rule.checks.risk && isWanted(rule));
        const candidates = registry.filter(rule => judgesRisks ? levelOf(rule, settings) !== 'off' : isWanted(rule));
        const { shown, risks } = acceptRisks(file, runRules(candidates, subject, failed), {
            today: this.environment.today(),
            mayAllow: id => mayAllow(id, settings),
            similarTo: id => nearest(id, registry.filter(rule => mayAllow(rule.id, settings) === 'yes').map(rule => rule.id))
        });
        const judged = risks.filter(risk => !isOff(risk, settings));
        const all = [...shown, ...runRiskRules(candidates, judged, subject, failed)];
        return {
            findings: all.filter(finding => isWanted(finding.rule)).map(finding => ({ ...finding, shownAs: severityOf(finding, settings) })),
            risks
        };
    }

    /** Whether an `allow` in a document may silence a rule. */
    permissionFor(document: LangiumDocument, ruleId: string): Permission {
        return mayAllow(ruleId, this.environment.settingsFor(document.uri));
    }
}

/** The same for settings that say the same. */
function textOf({ levels, neverAllow }: RuleSettings): string {
    return JSON.stringify([[...levels], [...neverAllow]]);
}

function isOff(risk: Risk, settings: RuleSettings): boolean {
    const rule = ruleById.get(risk.allow.rule ?? '');
    return rule !== undefined && levelOf(rule, settings) === 'off';
}

/** What a rule is set to, undefined where settings say nothing: its own entry counts before its category's. */
function levelOf(rule: Rule, settings: RuleSettings): Level | undefined {
    return settings.levels.get(rule.id) ?? settings.levels.get(`category:${rule.category}`);
}

/** What a finding is shown as under settings that do not turn its rule off. */
export function severityOf(finding: Finding, settings: RuleSettings): Severity {
    const level = levelOf(finding.rule, settings);
    return level === undefined || level === 'off' ? finding.severity : level;
}

/** How a plan is written, and the accepting of risks itself, are nobody's risk to accept. */
function mayAllow(id: string, settings: RuleSettings): Permission {
    const rule = ruleById.get(id);
    if (!rule) {
        return 'unknown-rule';
    }
    return rule.category === 'language' || rule.category === 'risk' ? 'no-risk' : settings.neverAllow.has(id) ? 'forbidden' : 'yes';
}
