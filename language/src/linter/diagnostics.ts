import { AstUtils, type LangiumDocument } from 'langium';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { fileLimits, number } from '@sup/model';
import { textOf } from './finding.js';
import type { Severity } from '../config/levels.js';
import type { ShownFinding } from './linter.js';
import { printable } from '../syntax/tree/characters.js';
import { rangeOf, statementAt } from '../analysis/ranges.js';

/** The document about a rule. */
export function rulePage(ruleId: string): string {
    return `rules/${ruleId}.md`;
}

/** The name under which every diagnostic of this language server is published. */
export const diagnosticSource = 'sup';

const severityNumbers: Record<Severity, DiagnosticSeverity> = {
    error: DiagnosticSeverity.Error,
    warning: DiagnosticSeverity.Warning,
    information: DiagnosticSeverity.Information,
    hint: DiagnosticSeverity.Hint
};

/** The diagnostics of a file. */
export function toDiagnostics(findings: readonly ShownFinding[], document: LangiumDocument, documentation: Documentation): readonly Diagnostic[] {
    return limit(findings.map(finding => toDiagnostic(finding, document, documentation)), !findings.some(({ isForMore }) => isForMore));
}

/** Returns the address of a document of this project. */
type Documentation = (page: string) => string;

function toDiagnostic(finding: ShownFinding, document: LangiumDocument, documentation: Documentation): Diagnostic {
    return {
        range: rangeOf(finding.at, document),
        severity: severityNumbers[finding.shownAs],
        source: diagnosticSource,
        code: finding.rule.id,
        codeDescription: { href: documentation(rulePage(finding.rule.id)) },
        message: printable(textOf(finding.message)),
        relatedInformation: finding.related.map(related => {
            const other = AstUtils.getDocument(statementAt(related));
            return { location: { uri: other.uri.toString(), range: rangeOf(related, other) }, message: printable(related.message) };
        })
    };
}

/** Limits the diagnostics of a file to the most severe, in the order of the text, and adds one that states how many are not shown, if they were counted. */
function limit(diagnostics: readonly Diagnostic[], areCounted: boolean): readonly Diagnostic[] {
    const inOrder = [...diagnostics].sort(byPosition);
    const left = inOrder.length - fileLimits.diagnostics;
    if (left <= 0) {
        return inOrder;
    }
    const mostSevere = inOrder.map((diagnostic, i) => ({ diagnostic, i }))
        .sort((a, b) => (a.diagnostic.severity ?? 1) - (b.diagnostic.severity ?? 1) || a.i - b.i)
        .slice(0, fileLimits.diagnostics)
        .sort((a, b) => a.i - b.i)
        .map(({ diagnostic }) => diagnostic);
    const start = { line: 0, character: 0 };
    return [{
        range: { start, end: start },
        severity: DiagnosticSeverity.Information,
        source: diagnosticSource,
        code: 'too-many-findings',
        message: `${numberLeft(left, areCounted)} not shown. Showing the ${fileLimits.diagnostics} most severe. Fix some to see more.`
    }, ...mostSevere];
}

function numberLeft(left: number, areCounted: boolean): string {
    return !areCounted ? 'More findings in this file than were counted are' : left === 1 ? 'One more finding in this file is' : `${number(left)} more findings in this file are`;
}

function byPosition(a: Diagnostic, b: Diagnostic): number {
    return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character
        || (String(a.code) < String(b.code) ? -1 : 1);
}
