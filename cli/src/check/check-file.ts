import { type LangiumDocument, URI } from 'langium';
import type { Diagnostic } from 'vscode-languageserver-types';
import { type CheckedRisk, locationOf, rangeOf, type Severity, type ShownFinding, toDiagnostics } from '@sup/language';
import { unknownValuesOf } from '@sup/model';
import type { Workspace } from '../workspace.js';
import type { AcceptedRisk, CheckedFile, CheckFinding, Counts } from './report.js';

export type PathOf = (uri: URI) => string;

/** In the order of `DiagnosticSeverity` in the Language Server Protocol. */
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Runs the rules on a document. The findings are the diagnostics that the editor shows. */
export function checkFile(document: LangiumDocument, { services }: Workspace, pathOf: PathOf): CheckedFile {
    const { findings, risks } = services.linter.rules.check(document);
    const checkFindings = (shown: readonly ShownFinding[]): readonly CheckFinding[] =>
        toDiagnostics(shown, document, services.linter.documentation).map(diagnostic => toFinding(diagnostic, pathOf));
    const acceptedRisk = ({ allow, silenced }: CheckedRisk): AcceptedRisk => ({
        rule: allow.rule ?? '',
        reason: allow.because ?? '',
        until: allow.until,
        range: rangeOf({ of: allow }, document),
        count: silenced.length,
        findings: checkFindings(silenced)
    });
    const { textDocument } = document;
    const lineEnd = /[\r\n]+$/;
    return {
        path: pathOf(document.uri),
        counts: countsOf(severity => findings.filter(finding => finding.shownAs === severity).reduce((sum, { further }) => sum + 1 + further, 0)),
        findings: checkFindings(findings),
        accepted: risks.filter(risk => risk.inert === undefined).map(acceptedRisk),
        unknown: services.analysis.hierarchies.sitesOf(document).flatMap(unknownValuesOf).map(({ element, key, text }) => ({ key, text, range: locationOf(element, key).range })),
        lineAt: line => textDocument.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(lineEnd, '')
    };
}

export function countsOf(count: (severity: Severity) => number): Counts {
    return { error: count('error'), warning: count('warning'), information: count('information'), hint: count('hint') };
}

export function toFinding(diagnostic: Diagnostic, pathOf: PathOf): CheckFinding {
    return {
        rule: String(diagnostic.code),
        severity: severities[(diagnostic.severity ?? 1) - 1]!,
        message: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
        range: diagnostic.range,
        related: (diagnostic.relatedInformation ?? []).map(({ location, message }) => ({ path: pathOf(URI.parse(location.uri)), range: location.range, message }))
    };
}
