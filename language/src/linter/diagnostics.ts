import { AstUtils, type LangiumDocument } from 'langium';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { fileLimits } from '@sup/model';
import { textOf } from './finding.js';
import type { Severity } from '../config/levels.js';
import type { ShownFinding } from './linter.js';
import { type ChunkedWork, finish } from '../syntax/chunked-work.js';
import { mostSevereInChunks } from './most-severe.js';
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

/** The diagnostics of a file: the most severe findings in the order of the text and, if there are more, one that states how many. */
export function toDiagnostics(all: readonly ShownFinding[], document: LangiumDocument, documentation: Documentation): readonly Diagnostic[] {
    return finish(toDiagnosticsInChunks(all, document, documentation));
}

/** Like {@link toDiagnostics}, but yields in between. */
export function* toDiagnosticsInChunks(all: readonly ShownFinding[], document: LangiumDocument, documentation: Documentation): ChunkedWork<readonly Diagnostic[]> {
    const { findings, omission } = yield* mostSevereInChunks(all, document, fileLimits.diagnostics);
    const diagnostics = findings.map(finding => toDiagnostic(finding, document, documentation));
    return omission === undefined ? diagnostics : [tooMany(omission), ...diagnostics];
}

/** The code of the diagnostic that states how many findings are not shown. */
export const omissionCode = 'too-many-findings';

function tooMany(omission: string): Diagnostic {
    const start = { line: 0, character: 0 };
    return {
        range: { start, end: start },
        severity: DiagnosticSeverity.Information,
        source: diagnosticSource,
        code: omissionCode,
        message: `${omission} Showing the ${fileLimits.diagnostics} most severe. Fix some to see more.`
    };
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
