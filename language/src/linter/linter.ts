import type { LangiumDocument, URI } from 'langium';
import { errorStack } from '@sup/model';
import * as ast from '../syntax/generated/ast.js';
import type { Hierarchies } from '../analysis/workspace/hierarchies.js';
import { acceptRisks } from './accepted-risks.js';
import type { Permission, Risk } from './risk.js';
import type { Rule } from './define-rule.js';
import { DocumentCheck, type World } from './document-check.js';
import type { Finding } from './finding.js';
import type { Level, RuleSettings, Severity } from '../config/levels.js';
import { nearest } from '../syntax/nearest.js';
import { registry, ruleById } from './registry.js';
import { type Failed, runRiskRules } from './rule-runner.js';

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

/** Checks a document: runs the rules where something has changed, lets accepted risks pass, and gives the rest their severity. */
export class Linter {
    /** What was found last in each document, and in what circumstances: diagnostics and previews ask for the same. */
    private readonly found = new WeakMap<LangiumDocument, { readonly circumstances: readonly unknown[]; readonly result: CheckResult }>();
    private readonly checks = new WeakMap<LangiumDocument, DocumentCheck>();
    private readonly stale = new WeakSet<LangiumDocument>();
    private day: string | undefined;

    constructor(private readonly hierarchies: Hierarchies, private readonly environment: RuleEnvironment) {
        hierarchies.onForget(document => {
            this.checks.get(document)?.end();
            this.checks.delete(document);
        });
    }

    check(document: LangiumDocument, only?: ReadonlySet<string>): CheckResult {
        const result = this.checkAll(document);
        return only ? { ...result, findings: result.findings.filter(({ rule }) => only.has(rule.id)) } : result;
    }

    /** Those of some documents in which findings may have changed since they were checked, though their text has not. */
    staleAmong(documents: readonly LangiumDocument[]): readonly LangiumDocument[] {
        this.hierarchies.follow();
        const day = this.environment.today();
        const isNewDay = this.day !== undefined && this.day !== day;
        this.day = day;
        return documents.filter(document => isNewDay || this.stale.has(document));
    }

    private checkAll(document: LangiumDocument): CheckResult {
        const settings = this.environment.settingsFor(document.uri);
        const circumstances = [document.parseResult, this.hierarchies.kept(document).revision, this.environment.today(), textOf(settings)];
        const last = this.found.get(document);
        const isStale = this.stale.delete(document);
        if (!isStale && last?.circumstances.every((each, i) => each === circumstances[i])) {
            return last.result;
        }
        // Where the check fails, the next one tries again.
        this.found.delete(document);
        const result = ast.isSupFile(document.parseResult.value) ? this.run(document as LangiumDocument<ast.SupFile>, settings) : { findings: [], risks: [] };
        this.found.set(document, { circumstances, result });
        return result;
    }

    /** Does the work of a check in chunks. A `check` afterwards finds its result cached. */
    *inChunks(document: LangiumDocument): Generator<void> {
        if (ast.isSupFile(document.parseResult.value)) {
            yield* this.lookAt(document as LangiumDocument<ast.SupFile>);
        }
    }

    private lookAt(document: LangiumDocument<ast.SupFile>): Generator<void> {
        return this.checkOf(document).look(document, this.worldOf(document), this.failureIn(document), () => this.stale.add(document));
    }

    private checkOf(document: LangiumDocument): DocumentCheck {
        const check = this.checks.get(document) ?? new DocumentCheck();
        this.checks.set(document, check);
        return check;
    }

    private worldOf(document: LangiumDocument): World {
        return { hierarchy: this.hierarchies.kept(document), allScenarios: () => this.hierarchies.allScenarios(document) };
    }

    private failureIn({ uri }: LangiumDocument): Failed {
        return (rule, error) => this.environment.report(`The rule ${rule.id} failed on ${uri.toString(true)} and gives no more findings there: ${errorStack(error)}`);
    }

    private run(document: LangiumDocument<ast.SupFile>, settings: RuleSettings): CheckResult {
        Array.from(this.lookAt(document));
        const { findings, allows } = this.checkOf(document).result;
        const isOn = (rule: Rule): boolean => levelOf(rule, settings) !== 'off';
        const { shown, risks } = acceptRisks(document.parseResult.value, allows, findings.filter(({ rule }) => isOn(rule)), {
            today: this.environment.today(),
            mayAllow: id => mayAllow(id, settings),
            similarTo: id => nearest(id, registry.filter(rule => mayAllow(rule.id, settings) === 'yes').map(rule => rule.id))
        });
        const judged = risks.filter(risk => !isOff(risk, settings));
        const aboutRisks = judged.length === 0 ? [] : runRiskRules(registry.filter(isOn), judged, this.worldOf(document), this.failureIn(document));
        return { findings: [...shown, ...aboutRisks].map(finding => ({ ...finding, shownAs: severityOf(finding, settings) })), risks };
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
