import { stringify } from '../stringify.js';
import type { AcceptedRisk, CheckedFile, CheckFinding, CheckReport } from './report.js';

/** The report as JSON. Lines and characters count from 0, characters in UTF-16 units, as in the Language Server Protocol. */
export function json({ files, counts, failures }: CheckReport): string {
    return `${stringify({
        diagnostics: files.flatMap(file => file.findings.map(finding => diagnostic(file, finding))),
        summary: {
            files: files.length,
            errors: counts.error,
            warnings: counts.warning,
            information: counts.information,
            hints: counts.hint,
            acceptedRisks: files.flatMap(file => file.accepted.map(risk => acceptedRisk(file, risk))),
            unknownValues: files.flatMap(file => file.unknown.map(({ key, text, range }) => ({ file: file.path, line: range.start.line, key, text }))),
            troubles: failures
        }
    })}\n`;
}

function diagnostic(file: CheckedFile, { rule, severity, message, range, related }: CheckFinding): object {
    return {
        file: file.path,
        rule,
        severity,
        message,
        range,
        related: related.map(place => ({ file: place.path, message: place.message, range: place.range }))
    };
}

function acceptedRisk(file: CheckedFile, { rule, reason, until, range, count }: AcceptedRisk): object {
    return { file: file.path, line: range.start.line, rule, reason, until: until ?? null, findings: count };
}
