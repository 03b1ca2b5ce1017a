import { escaped, joined, markdown, type Markdown, trusted } from '@sup/language';
import { adviceAssumptions, assumptionsText, counted, durationText, type Hierarchy, number, type Site } from '@sup/model';
import { advisedSites, advisedSiteText, hoursOf, impactAssumptionText, leastAdditionalHours, movedLoadText, noImpactText, type PairImpact, type OutageImpact, pairText, type RunOptions, EventBudgetError, type Sweep, sweep, targetText, mapProgress, undisturbedText, unknownClientsText } from '@sup/simulation';
import type { Work } from './in-chunks.js';

/** How many single points of failure a report lists. */
const maxNamed = 50;

/** Sites up to which failures of two parts at the same time are simulated too. `sup sweep --pairs` does so for any plan. */
const maxSitesWithPairs = 50;

/** The impact of each server and link failing in turn, as Markdown, worst first, and that of two at the same time in a plan of a few sites. */
export function* sweepReport(hierarchy: Hierarchy, options: RunOptions): Work<string> {
    try {
        const withPairs = hierarchy.sites.length <= maxSitesWithPairs;
        const swept = yield* mapProgress(sweep(hierarchy, { ...options, pairs: withPairs }), ({ done, of }) => done / of);
        return paragraphs(titleOf(hierarchy), ...impactParagraphs(swept), ...withPairs ? pairParagraphs(swept.pairs) : []);
    } catch (error) {
        if (error instanceof EventBudgetError) {
            return paragraphs(titleOf(hierarchy), escaped(error.message));
        }
        throw error;
    }
}

function titleOf({ name }: Hierarchy): Markdown {
    return name === undefined ? trusted('# Single points of failure') : markdown`# Single points of failure of ${escaped(name)}`;
}

function impactParagraphs(swept: Sweep): readonly Markdown[] {
    const { impacts, outage } = swept;
    const usual = undisturbedText(swept);
    const harmful = impacts.filter(({ clients }) => clients > 0);
    const harmless = impacts.length - harmful.length;
    const rest = harmful.length - maxNamed;
    return [
        trusted(`Each server, each link and Microsoft Update was stopped for ${durationText(outage)} in turn in a hierarchy that has run for weeks, long enough for every client to scan and for catalogs to become too old, and each run was compared with one in which nothing fails.`),
        ...[...usual === undefined ? [] : [usual], ...unknownClientsText(swept.unknownClients)].map(escaped),
        harmful.length === 0 ? trusted(noImpactText(swept)) : impactTable(harmful.slice(0, maxNamed)),
        ...harmful.slice(0, maxNamed).flatMap((impact, i) => impactAssumptionText(impact, i + 1) ?? []).map(escaped),
        ...rest > 0 ? [trusted(`… and ${number(rest)} more.`)] : [],
        trusted(`${number(harmless)} of ${counted(impacts.length, 'possible failure')} ${harmless === 1 ? 'has' : 'have'} no impact on clients.`)
    ];
}

function pairParagraphs(pairs: readonly PairImpact[]): readonly Markdown[] {
    const worse = pairs.filter(({ additionalHours }) => additionalHours >= leastAdditionalHours);
    const rows = worse.slice(0, maxNamed).map((pair, i) => joined([
        trusted(`| ${i + 1}`), escaped(pairText(pair)), trusted([pair.clients, Math.round(hoursOf(pair)), Math.round(pair.additionalHours)].map(number).join(' | ')), trusted('')
    ], ' | '));
    return pairs.length === 0 ? [] : [
        trusted('## Two failures at the same time'),
        ...worse.length === 0 ? [] : [joined([trusted('| | Failures | Clients affected | Client-hours | More than each alone |'), trusted('| ---: | --- | ---: | ---: | ---: |'), ...rows], '\n')],
        trusted(`${number(worse.length)} of ${counted(pairs.length, 'pair')} of failures ${worse.length === 1 ? 'has' : 'have'} a greater impact than each alone.`)
    ];
}

function impactTable(impacts: readonly OutageImpact[]): Markdown {
    const rows = impacts.map((impact, i) => joined([
        trusted(`| ${i + 1}${impact.assumption ? '\\*' : ''}`), escaped(targetText(impact.target)), trusted([impact.clients, Math.round(impact.failedHours), Math.round(impact.staleHours)].map(number).join(' | ')), escaped(movedLoadText(impact)), trusted('')
    ], ' | '));
    return joined([
        trusted('| | Failure | Clients affected | Client-hours without a scan | Client-hours with a stale catalog | Load that moves |'),
        trusted('| ---: | --- | ---: | ---: | ---: | --- |'), ...rows
    ], '\n');
}

/** Whether a site needs its own software update point, as Markdown; undefined for a site to which the question does not apply. */
export function adviceReport(hierarchy: Hierarchy, site: Site, { assumptions }: RunOptions): string | undefined {
    const [advice] = advisedSites(hierarchy, [site], assumptions ?? {});
    if (!advice) {
        return undefined;
    }
    const [recommendation = '', ...details] = advisedSiteText(advice).map(escaped);
    const figures = [...details, ...assumptionsText(adviceAssumptions, advice.assumed).map(escaped)].map(line => markdown`- ${line}`);
    return paragraphs(markdown`# Does ${escaped(advice.site.code)} need its own software update point?`, markdown`**${recommendation as Markdown}**`, joined(figures, '\n'));
}

function paragraphs(...parts: readonly Markdown[]): string {
    return `${joined(parts, '\n\n')}\n`;
}
