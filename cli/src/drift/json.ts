import type { CheckedFile, CheckFinding } from '../check/report.js';
import { stringify } from '../stringify.js';
import { countOf, type DriftReport } from './drift-report.js';

/** The version of the format. It rises when a property is removed or changes its meaning. */
const formatVersion = 1;

/** The differences as JSON. Lines and characters count from 0, characters in UTF-16 units, as in the Language Server Protocol. */
export function json(report: DriftReport): string {
    const { hierarchy, collectedAt, uncompared, files, notes, failures } = report;
    return `${stringify({
        version: formatVersion, hierarchy, collectedAt: collectedAt ?? null,
        differences: files.flatMap(file => file.findings.map(finding => difference(file, finding))),
        notCompared: uncompared.map(({ site, subject }) => ({ site, property: subject })),
        summary: {
            differences: countOf(report), notCompared: uncompared.length,
            accepted: files.flatMap(file => file.accepted.map(({ rule, reason, until, range, count }) => ({ file: file.path, line: range.start.line, rule, reason, until: until ?? null, findings: count }))),
            notes, troubles: failures
        }
    })}\n`;
}

function difference(file: CheckedFile, { rule, severity, message, range, fixes = [] }: CheckFinding): object {
    return {
        file: file.path, rule, severity, message, range,
        fixes: fixes.map(({ title, changes }) => ({ title, edits: changes.flatMap(({ path, edits }) => edits.map(edit => ({ file: path, range: edit.range, newText: edit.newText }))) }))
    };
}
