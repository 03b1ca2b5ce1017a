import type { Severity } from '@sup/language';
import { activeUpdatePointsOf, clientsOf, internetUpdatePointsOf, type SiteKind } from '@sup/model';
import { counted, number } from '@sup/picture';
import { type Bound, durationText, type Verdict } from '@sup/simulation';
import type { Headline } from './document.js';
import type { PlanReport } from '../plan-report.js';

const kinds: readonly (SiteKind | undefined)[] = ['central', 'primary', 'secondary', undefined];
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const verdicts: readonly Verdict[] = ['held', 'broken', 'untested'];

/** The key figures of a hierarchy. */
export function headlines(report: PlanReport): readonly Headline[] {
    const { hierarchy: { sites }, findings, risks, unknownValues, scenarios, plain } = report;
    const expectations = scenarios.flatMap(scenario => scenario.expectations);
    const bound = plain?.bound;
    return [
        headline('Sites', sites.length, kinds.map(kind => tally(sites.filter(site => site.kind === kind).length, kind ?? 'of unknown kind'))),
        clientsFact(report),
        pointsFact(report),
        headline('Findings', findings.length, severities.map(severity => findingsText(findings.filter(finding => finding.severity === severity).length, severity))),
        ...risks.length > 0 ? [headline('Accepted risks', risks.length, [])] : [],
        ...unknownValues.length > 0 ? [headline('Unknown values', unknownValues.length, [])] : [],
        ...scenarios.length > 0 ? [headline('Expectations', expectations.length, [
            ...verdicts.map(verdict => tally(expectations.filter(each => each.verdict === verdict).length, verdict)), `in ${counted(scenarios.length, 'scenario')}`
        ])] : [],
        ...bound ? [boundFact(bound)] : []
    ];
}

function boundFact({ minutes, reason, clients, server }: Bound): Headline {
    return { name: 'A new update to the last client, at most', value: minutes === undefined ? 'no limit' : durationText(minutes), detail: reason?.text ?? `${clients}, against ${server}` };
}

function clientsFact({ hierarchy: { sites } }: PlanReport): Headline {
    const counts = sites.map(clientsOf);
    const internet = sum(counts.map(each => each.internet));
    return headline('Clients', sum(counts.map(each => each.intranet)) + internet, [tally(internet, 'on the Internet')]);
}

function pointsFact({ hierarchy: { sites } }: PlanReport): Headline {
    const active = sum(sites.map(site => activeUpdatePointsOf(site).length));
    const internet = sum(sites.map(site => internetUpdatePointsOf(site).length));
    return headline('Software update points', active + internet, [tally(active, 'active'), tally(internet, 'Internet-based')]);
}

function headline(name: string, value: number, details: readonly string[]): Headline {
    return { name, value: number(value), detail: details.filter(Boolean).join(', ') };
}

function findingsText(count: number, severity: Severity): string {
    return count === 0 ? '' : severity === 'information' ? `${number(count)} for information` : counted(count, severity);
}

/** `37 secondary`, or an empty text for 0. */
const tally = (count: number, label: string): string => count === 0 ? '' : `${number(count)} ${label}`;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
