import type { AcceptedRisk, CheckedFile, Finding, Report } from '../report.js';

/** The report for programs. Lines and characters count from 0, characters in UTF-16 units, as in the Language Server Protocol. */
export function json({ files, counts, troubles }: Report): string {
    return `${stringify({
        diagnostics: files.flatMap(file => file.findings.map(finding => diagnostic(file, finding))),
        summary: {
            files: files.length,
            errors: counts.error,
            warnings: counts.warning,
            information: counts.information,
            hints: counts.hint,
            acceptedRisks: files.flatMap(file => file.accepted.map(risk => acceptedRisk(file, risk))),
            troubles
        }
    })}\n`;
}

/** JSON that is also harmless on a terminal: characters that could control one are escaped. They occur within strings only. */
export function stringify(value: unknown): string {
    return JSON.stringify(value, undefined, 2)
        .replace(/[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function diagnostic(file: CheckedFile, { rule, severity, message, documentation, range, related }: Finding): object {
    return {
        file: file.path,
        rule,
        severity,
        message,
        range,
        documentation,
        related: related.map(place => ({ file: place.path, message: place.message, range: place.range }))
    };
}

function acceptedRisk(file: CheckedFile, { rule, reason, until, range, count }: AcceptedRisk): object {
    return { file: file.path, line: range.start.line, rule, reason, until: until ?? null, findings: count };
}
