import type { Severity } from '@sup/language';
import { activeUpdatePointsOf, clientsOf, internetUpdatePointsOf, type SiteKind } from '@sup/model';
import { counted, number } from '@sup/picture';
import { durationText, type Verdict } from '@sup/simulation';
import type { Fact } from './document.js';
import type { PlanReport } from '../plan-report.js';

const kinds: readonly (SiteKind | undefined)[] = ['central', 'primary', 'secondary', undefined];
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const verdicts: readonly Verdict[] = ['held', 'broken', 'untested'];

/** The figures that everyone asks for first. */
export function headlines(report: PlanReport): readonly Fact[] {
    const { hierarchy: { sites }, findings, risks, scenarios, plain } = report;
    const expectations = scenarios.flatMap(scenario => scenario.expectations);
    const slowest = plain?.propagation;
    return [
        fact('Sites', sites.length, kinds.map(kind => tally(sites.filter(site => site.kind === kind).length, kind ?? 'of unknown kind'))),
        clientsFact(report),
        pointsFact(report),
        fact('Findings', findings.length, severities.map(severity => findingsText(findings.filter(finding => finding.severity === severity).length, severity))),
        ...risks.length > 0 ? [fact('Accepted risks', risks.length, [])] : [],
        ...scenarios.length > 0 ? [fact('Expectations', expectations.length, [
            ...verdicts.map(verdict => tally(expectations.filter(each => each.verdict === verdict).length, verdict)), `in ${counted(scenarios.length, 'scenario')}`
        ])] : [],
        ...slowest ? [{ name: 'Slowest update to the last client', value: durationText(slowest.minutes), detail: `${slowest.clients}, against ${slowest.server}` }] : []
    ];
}

function clientsFact({ hierarchy: { sites } }: PlanReport): Fact {
    const counts = sites.map(clientsOf);
    const internet = sum(counts.map(each => each.internet));
    return fact('Clients', sum(counts.map(each => each.intranet)) + internet, [tally(internet, 'on the Internet')]);
}

function pointsFact({ hierarchy: { sites } }: PlanReport): Fact {
    const active = sum(sites.map(site => activeUpdatePointsOf(site).length));
    const internet = sum(sites.map(site => internetUpdatePointsOf(site).length));
    return fact('Software update points', active + internet, [tally(active, 'active'), tally(internet, 'Internet-based')]);
}

function fact(name: string, value: number, details: readonly string[]): Fact {
    return { name, value: number(value), detail: details.filter(Boolean).join(', ') };
}

function findingsText(count: number, severity: Severity): string {
    return count === 0 ? '' : severity === 'information' ? `${number(count)} for information` : counted(count, severity);
}

/** `37 secondary`; empty where there are none. */
const tally = (count: number, what: string): string => count === 0 ? '' : `${number(count)} ${what}`;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
