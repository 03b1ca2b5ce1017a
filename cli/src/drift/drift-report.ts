import type { UncomparedValue } from '@sup/import';
import type { CheckReport } from '../check/report.js';

/** The differences between a plan and exports of the real hierarchy, as plain data. */
export interface DriftReport extends CheckReport {
    readonly hierarchy: string;
    /** When the oldest of the exports was made, as it states it. */
    readonly collectedAt: string | undefined;
    /** The values in the plan that could not be compared. */
    readonly uncompared: readonly UncomparedValue[];
    readonly notes: readonly string[];
}

/** The number of findings. */
export const countOf = ({ counts }: DriftReport): number => counts.error + counts.warning + counts.information + counts.hint;
