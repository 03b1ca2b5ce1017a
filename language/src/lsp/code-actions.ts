import type { LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import { CancellationToken, type CodeActionParams, ResponseError } from 'vscode-languageserver';
import { type CodeAction, CodeActionKind, type Diagnostic, type Range, type WorkspaceEdit } from 'vscode-languageserver-types';
import { number } from '@sup/model';
import { inChunks } from '../analysis/chunks.js';
import type { ChunkedWork } from '../syntax/chunked-work.js';
import { rangeOf } from '../analysis/ranges.js';
import { diagnosticSource } from '../linter/diagnostics.js';
import { explain, explainAccepted, type Explanation } from '../linter/explain/explanation.js';
import type { ShownFinding } from '../linter/linter.js';
import type { ChosenNames } from '../linter/refactoring/duplicate-branch.js';
import { safeFixOf } from '../linter/safe-fix.js';
import { type AcceptedRisk, acceptRisk } from './accept-risk.js';
import { ActionEdits, type ActionTarget, fixAllKind, fixTitle, maxFixedAtOnce } from './action-edits.js';
import type { RefactoringResult } from './refactorings.js';
import type { SupServices } from './services.js';
import { isSameRange, touches } from './compare-ranges.js';

/** The client's command behind `Accept risk…`; see `sup/acceptRisk`. */
const acceptRiskCommand = 'sup.acceptRisk';

/** The client's command behind `Explain this problem`; see `sup/explain`. */
export const explainProblemCommand = 'sup.explainProblem';

/** The client's command behind `Duplicate … under new codes…`; see `sup/duplicateSite`. */
const duplicateSiteCommand = 'sup.duplicateSite';

/**
 * The number of findings for which one answer has actions. An editor that selects a whole file of faults has no use for a menu of thousands, and
 * the user selects less to see the others.
 */
const maxFindings = 25;

/** The number of diagnostics that an action refers to: usually one, but a client may send any number. */
const maxDiagnostics = { ofFinding: 5, ofRule: 100 } as const;

/** The number of findings that are searched for a safe fix before fix-all is not offered. */
const maxSearched = 100;

/** The number of findings that are examined between two opportunities to serve other requests. */
const chunkSize = 50;

/**
 * Offers the fixes of findings of the rules that the client's diagnostics name. Fixes are computed on demand from the present document, in chunks;
 * nothing is kept between requests. If the client supports it, the edit of an action is computed when the user selects it (`resolve`).
 */
export class SupCodeActionProvider implements CodeActionProvider {
    private readonly edits: ActionEdits;

    constructor(private readonly services: SupServices) {
        this.edits = new ActionEdits(services);
    }

    getCodeActions(document: LangiumDocument, params: CodeActionParams, cancelToken = CancellationToken.None): Promise<CodeAction[]> {
        return inChunks(this.actions(document, params), document, this.services.shared, cancelToken);
    }

    /** The move of a site under another one, from a view that shows sites. */
    move(document: LangiumDocument, site: string, parent: string, cancelToken: CancellationToken): Promise<RefactoringResult> {
        return inChunks(this.edits.refactorings.move(document, site, parent), document, this.services.shared, cancelToken);
    }

    /** The copy of a site and the sites below it, with names that the user has chosen. */
    duplicate(document: LangiumDocument, site: string, chosen: ChosenNames, cancelToken: CancellationToken): Promise<RefactoringResult> {
        return inChunks(this.edits.refactorings.duplicate(document, site, chosen), document, this.services.shared, cancelToken);
    }

    /** Computes the edit of an action of an earlier answer. */
    resolve(document: LangiumDocument, action: CodeAction, target: ActionTarget, cancelToken: CancellationToken): Promise<CodeAction> {
        return inChunks(this.edits.resolve(document, action, target), document, this.services.shared, cancelToken);
    }

    private *actions(document: LangiumDocument, params: CodeActionParams): ChunkedWork<CodeAction[]> {
        const { only } = params.context;
        const isWanted = (kind: string): boolean => only?.some(wanted => isOfKind(kind, wanted)) ?? false;
        return [
            ...!only || isWanted(CodeActionKind.QuickFix) ? yield* this.quickFixes(document, params) : [],
            ...isWanted(fixAllKind) ? yield* this.fixAll(document) : [],
            ...!only || only.some(kind => isOfKind(kind, CodeActionKind.Refactor)) ? yield* this.refactorings(document, params) : []
        ];
    }

    /** A client that cannot resolve edits gets them when it asks for refactorings only, since each takes a trial. */
    private *refactorings(document: LangiumDocument, { range, context: { only } }: CodeActionParams): ChunkedWork<CodeAction[]> {
        const { refactorings } = this.edits;
        const found = only || this.edits.isDeferred ? refactorings.at(document, range, only !== undefined) : undefined;
        const actions: CodeAction[] = [];
        for (const { id, kind, title } of found?.refactorings.filter(each => !only || only.some(wanted => isOfKind(each.kind, wanted))) ?? []) {
            const code = found!.site.code;
            if (id === 'duplicate' && this.services.lsp.asksForCodes()) {
                const command = { title: `${title}…`, command: duplicateSiteCommand, arguments: [{ textDocument: { uri: document.uri.toString() }, site: code }] };
                actions.push({ title: command.title, kind, command });
                continue;
            }
            try {
                actions.push(yield* this.edits.add(document, { title, kind }, { do: 'refactor', site: code, id }, function* () {
                    return (yield* refactorings.edit(document, code, id)) ?? {};
                }));
            } catch (error) {
                if (!(error instanceof ResponseError)) {
                    throw error;
                }
                actions.push({ title, kind, disabled: { reason: error.message } });
            }
        }
        return actions;
    }

    private *quickFixes(document: LangiumDocument, params: CodeActionParams): ChunkedWork<CodeAction[]> {
        const requested = Map.groupBy(params.context.diagnostics.filter(({ source }) => source === diagnosticSource), ({ code }) => String(code));
        if (requested.size === 0) {
            return [];
        }
        const ofRules = Map.groupBy(this.services.linter.rules.check(document, new Set(requested.keys())).findings, ({ rule }) => rule.id);
        const candidates = yield* candidatesIn(ofRules, document, params.range, requested);
        const fixes: CodeAction[] = [];
        let omitted = 0;
        for (const candidate of candidates.slice(0, maxFindings)) {
            const offered = yield* candidate.finding.offeredFixes();
            omitted += offered.omitted;
            for (const fix of offered.fixes.filter(each => this.services.lsp.WorkspaceEdits.canApply(each))) {
                const isPreferred = safeFixOf(candidate.finding.rule, offered.fixes) !== undefined;
                const action: CodeAction = { title: fixTitle(fix), kind: CodeActionKind.QuickFix, diagnostics: candidate.diagnostics, isPreferred };
                fixes.push(yield* this.edits.add(document, action, { ...targetIn(document, candidate), do: 'fix', title: fixTitle(fix) }, () => this.edits.ofFix(fix)));
            }
        }
        const shown = candidates.slice(0, maxFindings);
        const forRules: CodeAction[] = [];
        for (const [id, diagnostics] of requested) {
            forRules.push(...yield* this.fixAllOfRule(document, id, ofRules.get(id) ?? [], diagnostics));
        }
        return [
            ...fixes, ...forRules, ...shown.flatMap(candidate => this.explanation(document, candidate)),
            ...yield* this.acceptances(document, shown),
            ...candidates.length > maxFindings || omitted > 0 ? [omission(candidates.length > maxFindings, omitted)] : []
        ];
    }

    /** One action for all findings of a rule in the file, if there are several and none has alternatives. */
    private *fixAllOfRule(document: LangiumDocument, rule: string, findings: readonly ShownFinding[], diagnostics: readonly Diagnostic[]): ChunkedWork<CodeAction[]> {
        if (!(yield* haveSafeFixes(findings, 2))) {
            return [];
        }
        const scope = findings.length > maxFixedAtOnce ? `the first ${number(maxFixedAtOnce)}` : 'all';
        const action = { title: `Fix ${scope} \`${rule}\` findings in this file`, kind: CodeActionKind.QuickFix, diagnostics: diagnostics.slice(0, maxDiagnostics.ofRule) };
        return [yield* this.edits.add(document, action, { do: 'fixAllOfRule', rule }, () => this.edits.ofAll(findings))];
    }

    private *fixAll(document: LangiumDocument): ChunkedWork<CodeAction[]> {
        const { findings } = this.services.linter.rules.check(document);
        if (!(yield* haveSafeFixes(findings, 1))) {
            return [];
        }
        const action = { title: 'Fix all findings that have a single safe fix', kind: fixAllKind };
        return [yield* this.edits.add(document, action, { do: 'fixAll' }, () => this.edits.ofAll(findings))];
    }

    private explanation(document: LangiumDocument, { finding, diagnostics }: Candidate): CodeAction[] {
        const title = `Explain this problem: ${finding.rule.id}`;
        return this.services.lsp.explainsProblems() ? [{ title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command: explainProblemCommand, arguments: [targetOf(finding, document)] } }] : [];
    }

    private *acceptances(document: LangiumDocument, candidates: readonly Candidate[]): ChunkedWork<CodeAction[]> {
        const { linter: { rules }, lsp: { asksForReason } } = this.services;
        const actions: CodeAction[] = [];
        for (const candidate of candidates.filter(({ finding }) => rules.permissionFor(document, finding.rule.id) === 'yes')) {
            const { finding, diagnostics } = candidate;
            const title = `Accept risk \`${finding.rule.id}\`…`;
            const action = { title, kind: CodeActionKind.QuickFix, diagnostics };
            actions.push(asksForReason()
                ? { ...action, command: { title, command: acceptRiskCommand, arguments: [targetOf(finding, document)] } }
                : yield* this.edits.add(document, action, { ...targetIn(document, candidate), do: 'accept' }, () => this.edits.ofAcceptance(document, finding)));
        }
        return actions;
    }
}

function isOfKind(kind: string, wanted: string): boolean {
    return kind === wanted || kind.startsWith(`${wanted}.`);
}

/** A finding in the selection of the user. */
interface Candidate {
    readonly finding: ShownFinding;
    /** Its number among the findings of its rule in the file. */
    readonly index: number;
    readonly diagnostics: Diagnostic[];
}

/** The findings that touch a range, in the order of the text for each rule: one more than have actions, if there are that many. */
function* candidatesIn(ofRules: ReadonlyMap<string, readonly ShownFinding[]>, document: LangiumDocument, range: Range, requested: ReadonlyMap<string, readonly Diagnostic[]>): ChunkedWork<readonly Candidate[]> {
    const candidates: Candidate[] = [];
    let examined = 0;
    for (const [id, findings] of ofRules) {
        for (const [index, finding] of findings.entries()) {
            const at = rangeOf(finding.at, document);
            if (touches(at, range)) {
                candidates.push({ finding, index, diagnostics: diagnosticsOf(at, requested.get(id) ?? []) });
            }
            if (candidates.length > maxFindings) {
                return candidates;
            }
            if (++examined % chunkSize === 0) {
                yield;
            }
        }
    }
    return candidates;
}

/** The diagnostics of a finding: those with its range or, after an edit that the client has not seen the result of, those around it. */
function diagnosticsOf(at: Range, ofRule: readonly Diagnostic[]): Diagnostic[] {
    const around = ofRule.filter(({ range }) => touches(range, at));
    const exact = around.filter(({ range }) => isSameRange(range, at));
    return (exact.length > 0 ? exact : around).slice(0, maxDiagnostics.ofFinding);
}

function* haveSafeFixes(findings: readonly ShownFinding[], wanted: number): ChunkedWork<boolean> {
    let found = 0;
    for (const finding of findings.filter(({ rule }) => rule.fixable === 'quickfix').slice(0, maxSearched)) {
        const { fixes } = yield* finding.offeredFixes();
        found += safeFixOf(finding.rule, fixes) ? 1 : 0;
        if (found === wanted) {
            return true;
        }
        yield;
    }
    return false;
}

/** A line in the menu, which does nothing. */
function omission(areFindingsOmitted: boolean, omitted: number): CodeAction {
    const fixes = omitted === 0 ? '' : omitted === 1 ? 'One more alternative is not shown.' : `${number(omitted)} more alternatives are not shown.`;
    const findings = areFindingsOmitted ? `The selection has more findings. These are the fixes of the first ${maxFindings}; select less to see others.` : '';
    return { title: [findings, fixes].filter(text => text !== '').join(' '), kind: CodeActionKind.QuickFix };
}

function targetIn(document: LangiumDocument, { finding, index }: Candidate): { rule: string; index: number; range: Range } {
    return { rule: finding.rule.id, index, range: rangeOf(finding.at, document) };
}

/** Identifies a finding to the client's commands. */
export function targetOf(finding: ShownFinding, document: LangiumDocument): object {
    return { textDocument: { uri: document.uri.toString() }, rule: finding.rule.id, range: rangeOf(finding.at, document) };
}

/** A rule's finding at a range; undefined if it is gone. */
export function findingAt({ linter: { rules } }: SupServices, document: LangiumDocument, rule: string, range: Range): ShownFinding | undefined {
    return rules.check(document, new Set([rule])).findings.find(candidate => touches(rangeOf(candidate.at, document), range));
}

/** The explanation of a rule's finding at a range, be it shown or an accepted risk; undefined if it is gone. */
export function explanationAt(services: SupServices, document: LangiumDocument, rule: string, range: Range): Explanation | undefined {
    const finding = findingAt(services, document, rule, range);
    return finding ? explain(finding, document) : explainAccepted(services.linter.rules.check(document), document).find(({ rule: id, location }) => id === rule && touches(location.range, range));
}

/** The edit that accepts a rule's finding at a range; undefined if the finding is gone. */
export function acceptRiskAt(services: SupServices, document: LangiumDocument, rule: string, range: Range, risk: AcceptedRisk): WorkspaceEdit | undefined {
    const finding = findingAt(services, document, rule, range);
    const isAllowed = services.linter.rules.permissionFor(document, rule) === 'yes';
    return finding && isAllowed ? services.lsp.WorkspaceEdits.of(acceptRisk(document, finding, risk)) : undefined;
}
