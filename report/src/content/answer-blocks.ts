import { adviceAssumptions, adviceText, assumptionsText, bandwidthText, counted, durationText, number } from '@sup/model';
import { boundsBothWaysText, complianceCurve, complianceHeadings, complianceRows, impactAssumptionText, lastClientText, movedLoadText, noImpactText, type SimulationResult, type Sweep, targetText, undisturbedText, unknownClientsText } from '@sup/simulation';
import type { PlanReport } from '../plan-report.js';
import { type ContentBlock, numberColumn, table, textColumn } from './document.js';

/** How long until the last client: the bound with its parts, and when which share of clients has scanned, as a curve and a table. */
export function lastClientBlocks(result: SimulationResult): readonly ContentBlock[] {
    const { bound } = result;
    const [headline = '', ...parts] = lastClientText(result);
    return [
        { kind: 'text', text: headline }, { kind: 'list', items: parts },
        ...bound.groups.length === 0 ? [] : [
            { kind: 'text', text: 'The share of clients that have scanned for an update, after its publication at the worst moment, if clients are spread evenly over the scan interval:' } as const,
            { kind: 'curve', points: complianceCurve(bound) } as const,
            table(complianceHeadings.map((heading, i) => i === 0 ? textColumn(heading) : numberColumn(heading)), complianceRows(bound).map(row => row.map(cell => typeof cell === 'number' ? number(cell) : cell)))
        ]
    ];
}

/** Which secondary sites need their own software update point: all of them in a table, and the reasons where the advice differs from the plan or the figures do not decide. */
export function adviceBlocks({ advice }: PlanReport): readonly ContentBlock[] {
    if (advice.length === 0) {
        return [];
    }
    const explained = advice.filter(each => each.recommendation === 'close' || (each.recommendation === 'own') !== each.hasOwn);
    return [
        table(
            [textColumn('Site'), numberColumn('Clients'), numberColumn('Link'), textColumn('Own software update point'), textColumn('Advice'), numberColumn('The parent suffices up to'), numberColumn('Own one from')],
            advice.map(adviceRow)
        ),
        ...explained.slice(0, maxExplained).flatMap((each): readonly ContentBlock[] => {
            const [recommendation = '', ...details] = adviceText(each);
            const bounds = each.bounds ? boundsBothWaysText(each.bounds) : [];
            return [{ kind: 'text', text: recommendation }, { kind: 'list', items: [...details.slice(0, maxDetails), ...bounds] }];
        }),
        { kind: 'text', text: `${explained.length > maxExplained ? `${number(explained.length - maxExplained)} more are not explained here. ` : ''}The command sup advise prints the reasons and all figures of every site.` },
        { kind: 'list', items: assumptionsText(adviceAssumptions, advice[0]!.assumed) }
    ];
}

/** The number of sites with reasons, and of their details: the remedies and the figures at which the advice changes come first. */
const maxExplained = 12;
const maxDetails = 3;

function adviceRow(advice: PlanReport['advice'][number]): readonly string[] {
    const { site, clients, bandwidth, hasOwn, turningPoints: { parentUpTo, ownFrom } } = advice;
    return [
        site.code, clients === undefined ? 'unknown' : number(clients), bandwidth === undefined ? '' : bandwidthText(bandwidth), hasOwn === undefined ? 'unknown' : hasOwn ? 'planned' : '', adviceWord(advice),
        parentUpTo === undefined ? '' : counted(parentUpTo, 'client'), ownFrom === undefined ? '' : counted(ownFrom, 'client')
    ];
}

function adviceWord({ recommendation, hasOwn }: PlanReport['advice'][number]): string {
    switch (recommendation) {
        case 'own': return hasOwn === undefined ? 'have one' : hasOwn ? 'keep it' : 'add one';
        case 'parent': return hasOwn ? 'not necessary' : 'none needed';
        case 'close': return 'not decided by the figures';
    }
}

/** How many failures are listed. */
const maxListed = 20;

/** The single failures with the greatest impact on clients. */
export function sweepBlocks(sweep: Sweep | string): readonly ContentBlock[] {
    if (typeof sweep === 'string') {
        return [{ kind: 'text', text: sweep }];
    }
    const withImpact = sweep.impacts.filter(({ clients }) => clients > 0);
    const worst = withImpact.slice(0, maxListed);
    const notes = [...worst.flatMap((impact, i) => impactAssumptionText(impact, i + 1) ?? []), ...withImpact.length > maxListed ? [`${number(withImpact.length - maxListed)} more are not listed.`] : []];
    const usual = undisturbedText(sweep);
    return [
        { kind: 'text', text: `Each server, each link and Microsoft Update was stopped for ${durationText(sweep.outage)} in turn in a hierarchy that has run for weeks, and each run was compared with one in which nothing fails.` },
        ...[...usual === undefined ? [] : [usual], ...unknownClientsText(sweep.unknownClients)].map(text => ({ kind: 'text', text } as const)),
        worst.length === 0 ? { kind: 'text', text: noImpactText(sweep) } : table(
            [textColumn(''), textColumn('Failure'), numberColumn('Clients affected'), numberColumn('Client-hours without a scan'), numberColumn(`With a catalog over ${durationText(sweep.tooOld)} old`), textColumn('Load that moves')],
            worst.map((impact, i) => [`${i + 1}${impact.assumption ? '*' : ''}`, targetText(impact.target), ...[impact.clients, Math.round(impact.failedHours), Math.round(impact.staleHours)].map(number), movedLoadText(impact)])
        ),
        ...notes.length > 0 ? [{ kind: 'list', items: notes } as const] : []
    ];
}
