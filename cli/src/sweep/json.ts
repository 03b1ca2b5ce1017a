import { targetText, type OutageImpact } from '@sup/simulation';
import { stringify } from '../stringify.js';
import type { SweptHierarchy } from './report.js';

/** The report for programs. Hours are those of all clients together. */
export function json(swept: readonly SweptHierarchy[]): string {
    return `${stringify({
        hierarchies: swept.map(({ hierarchy, worst, hurting, harmless }) => ({ hierarchy, hurting, harmless, worst: worst.map(impactJson) }))
    })}\n`;
}

function impactJson({ target, failedHours, staleHours, clients, moved }: OutageImpact): object {
    return { target, text: targetText(target), clients, failedHours, staleHours, moved };
}
