import { withoutLogCommands } from '@sup/model';
import { acceptedBlock, fileBlock } from '../check/pretty.js';
import { painter } from '../paint.js';
import { visible } from '../visible.js';
import type { DriftReport } from './drift-report.js';
import { driftSummary } from './summary.js';

/** The differences for people, at the lines of the plan. Lines and columns count from 1. */
export function pretty(report: DriftReport, colored: boolean): string {
    const paint = painter(colored);
    const files = report.files.filter(({ findings }) => findings.length > 0).map(file => fileBlock(file, paint));
    return withoutLogCommands([...files, `${driftSummary(report).map(visible).join('\n')}\n`, ...acceptedBlock(report, paint)].join('\n'));
}
