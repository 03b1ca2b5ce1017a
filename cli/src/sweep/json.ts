import { targetText, type OutageImpact } from '@sup/simulation';
import { stringify } from '../stringify.js';
import type { SweptHierarchy } from './report.js';

/** The report as JSON. Hours are summed over all clients. */
export function json(swept: readonly SweptHierarchy[]): string {
    return `${stringify({
        hierarchies: swept.map(({ hierarchy, worst, hurting, harmless }) => ({ hierarchy, hurting, harmless, worst: worst.map(impactJson) }))
    })}\n`;
}

function impactJson({ target, failedHours, staleHours, clients, moved }: OutageImpact): object {
    return { target, text: targetText(target), clients, failedHours, staleHours, moved };
}
