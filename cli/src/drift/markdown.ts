import { driftMarkdown } from '@sup/report';
import type { DriftReport } from './drift-report.js';
import { driftSummary } from './summary.js';

/** The differences as Markdown, for a ticket or a mail of a nightly job. */
export function markdown(report: DriftReport): string {
    return driftMarkdown({
        hierarchy: report.hierarchy,
        summary: driftSummary(report),
        rows: report.files.flatMap(({ path, findings }) => findings.map(({ range, severity, message }) => ({ place: `${path}:${range.start.line + 1}`, severity, message }))),
        notes: [...report.notes, ...report.failures]
    });
}
