import { counted, number } from '@sup/model';
import { countOf, type DriftReport } from './drift-report.js';

/** The result in sentences: how many differences, and what was not compared. */
export function driftSummary(report: DriftReport): readonly string[] {
    const { hierarchy, collectedAt, uncompared, failures, files } = report;
    const count = countOf(report);
    const accepted = files.reduce((sum, file) => sum + file.accepted.reduce((own, risk) => own + risk.count, 0), 0);
    const made = collectedAt === undefined ? 'the export' : `the export of ${collectedAt.slice(0, 10)} ${collectedAt.slice(11, 16)} UTC`;
    return [
        `${count === 0 ? 'No differences' : counted(count, 'difference')} between ${hierarchy} and ${made}${accepted > 0 ? `, and ${number(accepted)} accepted` : ''}.`,
        ...uncompared.length > 0 ? [`${uncompared.length === 1 ? '1 property' : `${number(uncompared.length)} properties`} could not be compared, because the plan or the export does not state them.`] : [],
        ...failures.length > 0 ? ['The comparison is incomplete: a part of the plan or of the real hierarchy could not be read.'] : []
    ];
}
