import type { Severity } from '@sup/language';
import { activeUpdatePointsOf, clientsOf, hasUnknownClients, internetUpdatePointsOf, type SiteKind } from '@sup/model';
import { counted, number } from '@sup/picture';
import { type Bound, durationText } from '@sup/simulation';
import type { Fact } from './document.js';
import type { PlanReport } from '../plan-report.js';

const kinds: readonly (SiteKind | undefined)[] = ['central', 'primary', 'secondary', undefined];
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The four key figures of a hierarchy. */
export function keyFacts(report: PlanReport): readonly Fact[] {
    const { hierarchy: { sites }, plain } = report;
    return [
        fact('Sites', sites.length, kinds.map(kind => tally(sites.filter(site => site.kind === kind).length, kind ?? 'of unknown kind'))),
        clientsFact(report),
        findingsFact(report),
        ...plain ? [boundFact(plain.bound)] : []
    ];
}

function boundFact({ minutes, reason, clients, server }: Bound): Fact {
    return { name: 'An update to the last client', value: minutes === undefined ? 'no limit' : durationText(minutes), detail: reason?.text ?? `at most: ${clients}, against ${server}` };
}

function clientsFact({ hierarchy: { sites } }: PlanReport): Fact {
    const counts = sites.map(clientsOf);
    const unknown = sites.filter(hasUnknownClients).length;
    const internet = sum(counts.map(each => each.internet));
    const points = sum(sites.map(site => activeUpdatePointsOf(site).length + internetUpdatePointsOf(site).length));
    return fact('Clients', sum(counts.map(each => each.intranet)) + internet, [unknown > 0 ? `unknown at ${counted(unknown, 'site')}` : '', tally(internet, 'on the Internet'), counted(points, 'software update point')]);
}

function findingsFact({ findings, risks, unknownValues }: PlanReport): Fact {
    const counts = severities.map(severity => findingsText(findings.filter(finding => finding.severity === severity).length, severity));
    return fact('Findings', findings.length, [
        ...counts.some(Boolean) ? counts : ['no errors, no warnings'], risks.length > 0 ? counted(risks.length, 'accepted risk') : '', unknownValues.length > 0 ? counted(unknownValues.length, 'unknown value') : ''
    ]);
}

function fact(name: string, value: number, details: readonly string[]): Fact {
    return { name, value: number(value), detail: details.filter(Boolean).join(', ') };
}

function findingsText(count: number, severity: Severity): string {
    return count === 0 ? '' : severity === 'information' ? `${number(count)} for information` : counted(count, severity);
}

/** `37 secondary`, or an empty text for 0. */
const tally = (count: number, label: string): string => count === 0 ? '' : `${number(count)} ${label}`;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
