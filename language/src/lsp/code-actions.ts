import type { LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import type { CodeActionParams } from 'vscode-languageserver';
import { type CodeAction, CodeActionKind, type Diagnostic, type Range, type WorkspaceEdit } from 'vscode-languageserver-types';
import { combine } from '../linter/edits/combine.js';
import type { Edit } from '../linter/edits/edit.js';
import { explain, explainAccepted, type Explanation } from '../linter/explain/explanation.js';
import type { Finding } from '../linter/finding.js';
import type { ShownFinding } from '../linter/linter.js';
import { safeFixOf } from '../linter/safe-fix.js';
import type { SupServices } from './services.js';
import { type AcceptedRisk, acceptRisk } from './accept-risk.js';
import { rangeOf } from '../analysis/ranges.js';
import { diagnosticSource } from '../linter/diagnostics.js';

/** `source.fixAll.sup`: every fix that has no alternative. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.${diagnosticSource}`;

/** The client's command behind `Accept risk…`; see `sup/acceptRisk`. */
const acceptRiskCommand = 'sup.acceptRisk';

/** The client's command behind `Explain this problem`; see `sup/explain`. */
export const explainProblemCommand = 'sup.explainProblem';

/**
 * Offers the fixes of findings of the rules that the client's diagnostics name. Fixes are computed on demand from the present document;
 * nothing is kept between requests.
 */
export class SupCodeActionProvider implements CodeActionProvider {
    constructor(private readonly services: SupServices) {}

    getCodeActions(document: LangiumDocument, params: CodeActionParams): CodeAction[] {
        const { only } = params.context;
        const isWanted = (kind: string): boolean => only?.some(wanted => kind === wanted || kind.startsWith(`${wanted}.`)) ?? false;
        const actions = !only || isWanted(CodeActionKind.QuickFix) ? this.quickFixes(document, params) : [];
        const fixAll = isWanted(fixAllKind) ? this.fixAll(document) : undefined;
        return fixAll ? [...actions, fixAll] : actions;
    }

    private quickFixes(document: LangiumDocument, params: CodeActionParams): CodeAction[] {
        const requested = params.context.diagnostics.filter(diagnostic => diagnostic.source === diagnosticSource);
        const ids = new Set(requested.map(diagnostic => String(diagnostic.code)));
        if (ids.size === 0) {
            return [];
        }
        const { findings } = this.services.linter.rules.check(document, ids);
        const touched = findings.filter(finding => touches(rangeOf(finding.at, document), params.range));
        const withDiagnostic = touched.map(finding => ({ finding, diagnostics: requested.filter(diagnostic => isOf(diagnostic, finding, document)) }));
        return [
            ...withDiagnostic.flatMap(({ finding, diagnostics }) => this.fixesOf(finding, diagnostics)),
            ...[...ids].flatMap(id => this.fixAllOfRule(findings.filter(finding => finding.rule.id === id), requested)),
            ...withDiagnostic.flatMap(({ finding, diagnostics }) => this.explanation(document, finding, diagnostics)),
            ...withDiagnostic.flatMap(({ finding, diagnostics }) => this.acceptance(document, finding, diagnostics))
        ];
    }

    private fixesOf(finding: Finding, diagnostics: Diagnostic[]): CodeAction[] {
        const fixes = finding.fixes();
        return fixes.flatMap(fix => {
            const edit = this.services.lsp.WorkspaceEdits.ofFix(fix);
            return edit ? { title: fix.title.toWellFormed(), kind: CodeActionKind.QuickFix, diagnostics, isPreferred: safeFixOf(finding.rule, fixes) !== undefined, edit } : [];
        });
    }

    /** One action for all findings of a rule in the file, if there are several and none has alternatives. */
    private fixAllOfRule(findings: readonly Finding[], requested: readonly Diagnostic[]): CodeAction[] {
        const fixes = safeFixesOf(findings);
        return fixes.length < 2 ? [] : [{
            title: `Fix all ${fixes.length} \`${findings[0]!.rule.id}\` findings in this file`,
            kind: CodeActionKind.QuickFix,
            diagnostics: requested.filter(diagnostic => diagnostic.code === findings[0]!.rule.id),
            edit: this.services.lsp.WorkspaceEdits.of(combine(fixes))
        }];
    }

    private fixAll(document: LangiumDocument): CodeAction | undefined {
        const fixes = safeFixesOf(this.services.linter.rules.check(document).findings);
        return fixes.length === 0 ? undefined : {
            title: 'Fix all findings that have a single safe fix',
            kind: fixAllKind,
            edit: this.services.lsp.WorkspaceEdits.of(combine(fixes))
        };
    }

    private explanation(document: LangiumDocument, finding: Finding, diagnostics: Diagnostic[]): CodeAction[] {
        const title = `Explain this problem: ${finding.rule.id}`;
        return this.services.lsp.explainsProblems() ? [{ title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command: explainProblemCommand, arguments: [targetOf(finding, document)] } }] : [];
    }

    private acceptance(document: LangiumDocument, finding: Finding, diagnostics: Diagnostic[]): CodeAction[] {
        const { linter: { rules }, lsp: { asksForReason } } = this.services;
        if (rules.permissionFor(document, finding.rule.id) !== 'yes') {
            return [];
        }
        const title = `Accept risk \`${finding.rule.id}\`…`;
        const action = { title, kind: CodeActionKind.QuickFix, diagnostics };
        if (!asksForReason()) {
            return [{ ...action, edit: this.services.lsp.WorkspaceEdits.of(acceptRisk(document, finding, { reason: '' })) }];
        }
        return [{ ...action, command: { title, command: acceptRiskCommand, arguments: [targetOf(finding, document)] } }];
    }
}

/** Identifies a finding to the client's commands. */
export function targetOf(finding: Finding, document: LangiumDocument): object {
    return { textDocument: { uri: document.uri.toString() }, rule: finding.rule.id, range: rangeOf(finding.at, document) };
}

/** The fixes of findings that have exactly one, and whose rule marks it as safe. */
function safeFixesOf(findings: readonly Finding[]): readonly (readonly Edit[])[] {
    return findings
        .filter(({ rule }) => rule.fixable === 'quickfix')
        .flatMap(finding => safeFixOf(finding.rule, finding.fixes()) ?? [])
        .map(({ edits }) => edits);
}

function isOf(diagnostic: Diagnostic, finding: Finding, document: LangiumDocument): boolean {
    return diagnostic.code === finding.rule.id && touches(diagnostic.range, rangeOf(finding.at, document));
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

function touches(a: Range, b: Range): boolean {
    const isBefore = (x: Range, y: Range): boolean => x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
    return !isBefore(a, b) && !isBefore(b, a);
}
