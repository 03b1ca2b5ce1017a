import type { LangiumDocument, URI } from 'langium';
import { type Assumptions, errorStack } from '@sup/model';
import * as ast from '../syntax/generated/ast.js';
import type { Hierarchies } from '../analysis/workspace/hierarchies.js';
import { allowsIn } from '../analysis/projection/segment-model.js';
import { acceptRisks, type RiskPolicy } from './accepted-risks.js';
import { segmentsOf } from '../syntax/segments/segmented-file.js';
import type { Permission, Risk } from './risk.js';
import type { Fix, Rule } from './define-rule.js';
import { DocumentCheck, type HierarchyContext } from './document-check.js';
import type { Difference } from './difference.js';
import type { Finding } from './finding.js';
import type { Level, RuleSettings, Severity } from '../config/levels.js';
import { nearest } from '../syntax/nearest.js';
import { planCopiesIn } from '../analysis/workspace/plan-copies.js';
import hierarchyCopied from './rules/language/hierarchy-copied.js';
import { registry, ruleById } from './registry.js';
import { type OnRuleFailure, runDifferenceRules, runRiskRules } from './rule-runner.js';
import type { LineLengthOf } from './edits/wrapped-list.js';
import { type Completion, type OfferedFixes, SoundFixes } from './trial/sound-fixes.js';
import { finish } from '../syntax/chunked-work.js';

/** The rules' environment. */
export interface RuleEnvironment {
    /** Today as `YYYY-MM-DD`, for risks that are accepted until a date. */
    today(): string;
    /** The rule levels for a document. */
    settingsFor(uri: URI): RuleSettings;
    /** Logs an internal error. */
    report(message: string): void;
    /** Parses a text that is not a document of the workspace. */
    parse(text: string, uri: URI): LangiumDocument;
    /** The number of columns beyond which fixes wrap lists. */
    readonly lineLengthOf: LineLengthOf;
}

export interface ShownFinding extends Finding {
    /** The severity after the settings are applied. */
    readonly shownAs: Severity;
    /** The fixes like `fixes`, and the number of those left out. Yields while they are tried, so that other requests are served in between. */
    readonly offeredFixes: () => Generator<void, OfferedFixes>;
}

export interface CheckResult {
    readonly findings: readonly ShownFinding[];
    /** Every `allow` of the document, for reports and explanations. */
    readonly risks: readonly CheckedRisk[];
}

/** An `allow` statement, with the findings that it silences as they would be shown. */
export interface CheckedRisk extends Risk {
    readonly silenced: readonly ShownFinding[];
}

/** Checks a document: runs the rules on the segments that need it, removes the findings that are accepted risks, and assigns severities to the rest. */
export class Linter {
    /** The last result for each document, with the inputs it was computed from: diagnostics and previews request the same. */
    private readonly results = new WeakMap<LangiumDocument, { readonly inputs: readonly unknown[]; readonly hasCopies: boolean; readonly result: CheckResult }>();
    private readonly checks = new WeakMap<LangiumDocument, { readonly check: DocumentCheck; readonly assumptions: string }>();
    private readonly stale = new WeakSet<LangiumDocument>();
    private readonly soundFixes: SoundFixes;
    private day: string | undefined;

    constructor(private readonly hierarchies: Hierarchies, private readonly environment: RuleEnvironment) {
        this.soundFixes = new SoundFixes(hierarchies, environment);
        hierarchies.onForget(document => {
            this.checks.get(document)?.check.dispose();
            this.checks.delete(document);
        });
    }

    check(document: LangiumDocument, only?: ReadonlySet<string>): CheckResult {
        const result = this.checkAll(document);
        return only ? { ...result, findings: result.findings.filter(({ rule }) => only.has(rule.id)) } : result;
    }

    /** The documents whose findings may have changed since their last check, although their text has not. */
    staleAmong(documents: readonly LangiumDocument[]): readonly LangiumDocument[] {
        this.hierarchies.update();
        const day = this.environment.today();
        const isNewDay = this.day !== undefined && this.day !== day;
        this.day = day;
        return documents.filter(document => isNewDay || this.stale.has(document) || this.hasCopiesChanged(document));
    }

    /** Whether the last check of a document found copies of the plan and there are none now, or the other way round. */
    private hasCopiesChanged(document: LangiumDocument): boolean {
        const last = this.results.get(document);
        return last !== undefined && last.hasCopies !== this.hasCopies(document);
    }

    /** Whether a document is read together with another version of its plan, so that rules which compare sites are not applied to it. */
    areVersionsMixed(document: LangiumDocument): boolean {
        return this.hasCopies(document) && levelOf(hierarchyCopied, this.environment.settingsFor(document.uri)) !== 'off';
    }

    private hasCopies(document: LangiumDocument): boolean {
        return planCopiesIn(this.hierarchies.incremental(document)).length > 0;
    }

    private checkAll(document: LangiumDocument): CheckResult {
        const settings = this.environment.settingsFor(document.uri);
        const inputs = [document.parseResult, this.hierarchies.incremental(document).revision, this.environment.today(), fingerprintOf(settings)];
        const last = this.results.get(document);
        const isStale = this.stale.delete(document);
        if (!isStale && last?.inputs.every((each, i) => each === inputs[i])) {
            return last.result;
        }
        // If the check throws, the next one must not find an old result.
        this.results.delete(document);
        const result = ast.isSupFile(document.parseResult.value) ? this.run(document as LangiumDocument<ast.SupFile>, settings) : { findings: [], risks: [] };
        this.results.set(document, { inputs, hasCopies: this.hasCopies(document), result });
        return result;
    }

    /** Checks a document in chunks, so that other requests are served in between. */
    *checkInChunks(document: LangiumDocument): Generator<void, CheckResult> {
        if (ast.isSupFile(document.parseResult.value)) {
            yield* this.runChecks(document as LangiumDocument<ast.SupFile>);
        }
        // All segments are checked: this only collects their findings.
        return this.check(document);
    }

    private runChecks(document: LangiumDocument<ast.SupFile>): Generator<void> {
        return this.checkOf(document).runInChunks(document, this.contextOf(document), this.failureReporter(document), () => this.stale.add(document));
    }

    private checkOf(document: LangiumDocument): DocumentCheck {
        const assumptions = JSON.stringify(this.assumptionsFor(document));
        const known = this.checks.get(document);
        if (known?.assumptions === assumptions) {
            return known.check;
        }
        // Findings may rest on the former assumptions. These seldom change, so rules do not declare that they read them.
        known?.check.dispose();
        const check = new DocumentCheck();
        this.checks.set(document, { check, assumptions });
        return check;
    }

    private contextOf(document: LangiumDocument): HierarchyContext {
        return { hierarchy: this.hierarchies.incremental(document), allScenarios: () => this.hierarchies.allScenarios(document), assumptions: this.assumptionsFor(document) };
    }

    private assumptionsFor({ uri }: LangiumDocument): Partial<Assumptions> {
        return this.environment.settingsFor(uri).assumptions ?? {};
    }

    private failureReporter({ uri }: LangiumDocument): OnRuleFailure {
        return (rule, error) => this.environment.report(`The rule ${rule.id} failed on ${uri.toString(true)} and reports no more findings there: ${errorStack(error)}`);
    }

    private run(document: LangiumDocument<ast.SupFile>, settings: RuleSettings): CheckResult {
        Array.from(this.runChecks(document));
        const { findings, allows } = this.checkOf(document).result;
        const isReported = (rule: Rule): boolean => levelOf(rule, settings) !== 'off';
        // Two versions of a plan that are read as one hierarchy contradict each other everywhere: one finding reports the cause.
        const areVersionsMixed = this.areVersionsMixed(document);
        const isOn = (rule: Rule): boolean => isReported(rule) && (!areVersionsMixed || rule.reach === 'segment' || rule === hierarchyCopied);
        const { shown, risks } = acceptRisks(document.parseResult.value, allows, findings.filter(({ rule }) => isOn(rule)), this.riskPolicy(settings));
        // Without an export, it is not known which differences an `allow` accepts.
        const judged = risks.filter(risk => !isOff(risk, settings) && !(risk.inert === undefined && needsExport(ruleById.get(risk.allow.rule!))));
        const aboutRisks = judged.length === 0 || areVersionsMixed ? [] : runRiskRules(registry.filter(isOn), judged, this.contextOf(document), this.failureReporter(document));
        const toShown = (finding: Finding): ShownFinding => this.shown(finding, document, settings);
        return { findings: [...shown, ...aboutRisks].map(toShown), risks: risks.map(risk => ({ ...risk, silenced: risk.silenced.map(toShown) })) };
    }

    /**
     * Checks the differences between a document and an export of the real hierarchy, with the accepted risks of the document. Their fixes are not tried: the real
     * hierarchy may have errors, and the plan should describe it nevertheless.
     */
    checkDifferences(document: LangiumDocument, differences: readonly Difference[]): CheckResult {
        const file = document.parseResult.value;
        if (!ast.isSupFile(file)) {
            return { findings: [], risks: [] };
        }
        const settings = this.environment.settingsFor(document.uri);
        const isOn = (rule: Rule): boolean => levelOf(rule, settings) !== 'off';
        const [world, onFailure] = [this.contextOf(document), this.failureReporter(document)];
        const findings = runDifferenceRules(registry.filter(isOn), differences, world, onFailure);
        const allows = segmentsOf(document).flatMap(allowsIn).filter(({ rule }) => needsExport(ruleById.get(rule ?? '')));
        const { shown, risks } = acceptRisks(file, allows, findings, this.riskPolicy(settings));
        // A check of the plan reports those that have no effect.
        const judged = risks.filter(risk => risk.inert === undefined && !isOff(risk, settings));
        const toShown = (finding: Finding): ShownFinding => ({
            ...finding, shownAs: severityOf(finding, settings), fixes: finding.fixes,
            // eslint-disable-next-line require-yield -- Nothing is tried.
            *offeredFixes() {
                return { fixes: finding.fixes(), omitted: 0 };
            }
        });
        return {
            findings: [...shown, ...runRiskRules(registry.filter(isOn), judged, world, onFailure)].map(toShown),
            risks: risks.map(risk => ({ ...risk, silenced: risk.silenced.map(toShown) }))
        };
    }

    private riskPolicy(settings: RuleSettings): RiskPolicy {
        return {
            today: this.environment.today(),
            mayAllow: id => mayAllow(id, settings),
            similarTo: id => nearest(id, registry.filter(rule => mayAllow(rule.id, settings) === 'yes').map(rule => rule.id))
        };
    }

    private shown(finding: Finding, document: LangiumDocument, settings: RuleSettings): ShownFinding {
        const offeredFixes = (): Generator<void, OfferedFixes> => this.soundFixes.of(finding, document);
        return { ...finding, shownAs: severityOf(finding, settings), offeredFixes, fixes: () => finish(offeredFixes()).fixes };
    }

    /** A change of a plan, completed with the changes that rules require after it, or the error that it would make. */
    completed(change: Fix, document: LangiumDocument): Generator<void, Completion> {
        return this.soundFixes.completed(change, document);
    }

    /** Whether an `allow` in a document may silence a rule's findings. */
    permissionFor(document: LangiumDocument, ruleId: string): Permission {
        return mayAllow(ruleId, this.environment.settingsFor(document.uri));
    }
}

/** A key that is equal for equal settings. */
function fingerprintOf({ levels, neverAllow, assumptions }: RuleSettings): string {
    return JSON.stringify([[...levels], [...neverAllow], assumptions]);
}

/** Whether a rule finds something only in a comparison with an export of the real hierarchy. */
function needsExport(rule: Rule | undefined): boolean {
    return rule?.checks.difference !== undefined;
}

function isOff(risk: Risk, settings: RuleSettings): boolean {
    const rule = ruleById.get(risk.allow.rule ?? '');
    return rule !== undefined && levelOf(rule, settings) === 'off';
}

/** The level that the settings give a rule: its own entry overrides its category's. Undefined if there is neither. */
export function levelOf(rule: Rule, settings: RuleSettings): Level | undefined {
    return settings.levels.get(rule.id) ?? settings.levels.get(`category:${rule.category}`);
}

/** The severity of a finding under settings that do not turn its rule off. */
function severityOf(finding: Finding, settings: RuleSettings): Severity {
    const level = levelOf(finding.rule, settings);
    return level === undefined || level === 'off' ? finding.severity : level;
}

/** Findings about how a plan is written, and about accepted risks themselves, are not risks that an `allow` can accept. */
function mayAllow(id: string, settings: RuleSettings): Permission {
    const rule = ruleById.get(id);
    if (!rule) {
        return 'unknown-rule';
    }
    return rule.category === 'language' || rule.category === 'risk' ? 'no-risk' : settings.neverAllow.has(id) ? 'forbidden' : 'yes';
}
