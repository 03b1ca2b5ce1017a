import { type OutageImpact, type PairImpact, sweepAssumptions, targetText } from '@sup/simulation';
import { assumptions, assumptionValueText } from '@sup/model';
import { planErrorJson } from '../plan-errors.js';
import { stringify } from '../stringify.js';
import type { SweptHierarchy } from './report.js';

/** The report as JSON. Hours are summed over all clients. */
export function json(swept: readonly SweptHierarchy[]): string {
    return `${stringify({
        hierarchies: swept.map(({ hierarchy, worst, withImpact, withoutImpact, pairs, undisturbed, unknownClients, assumed, from, outage, tooOld, planErrors }) =>
            ({ hierarchy, planErrors: planErrors.map(planErrorJson), from, outage, tooOld, undisturbed, unknownClients, withImpact, withoutImpact, worst: worst.map(impactJson), assumed: Object.fromEntries(sweepAssumptions.map(name => [name, assumed[name]])), ...pairs ? { pairs: { ...pairs, worst: pairs.worst.map(pairJson) } } : {} }))
    })}\n`;
}

function impactJson({ target, failedHours, staleHours, clients, moved, links, assumption }: OutageImpact): object {
    return {
        target, text: targetText(target), clients, failedHours, staleHours, moved, links,
        assumption: assumption ? { key: assumptions[assumption.name].key, value: assumptionValueText(assumption.name, assumption.value), other: { value: assumptionValueText(assumption.name, 1 - assumption.value), ...assumption.other } } : null
    };
}

function pairJson({ targets, failedHours, staleHours, clients, additionalHours }: PairImpact): object {
    return { targets, text: targets.map(targetText), clients, failedHours, staleHours, additionalHours };
}
