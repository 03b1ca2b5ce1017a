import { assumptionsText, counted, durationText, number, withoutLogCommands } from '@sup/model';
import { hoursOf, impactAssumptionText, momentText, movedLoadText, noImpactText, type PairImpact, pairText, sweepAssumptions, targetText, undisturbedText, unknownClientsText } from '@sup/simulation';
import type { Paint } from '../paint.js';
import type { Column } from '@sup/report';
import { planErrorLines } from '../plan-errors.js';
import { table } from '../table.js';
import { visible } from '../visible.js';
import type { SweptHierarchy } from './report.js';

const columnsFor = (tooOld: number): readonly Column[] => [
    ['', 'right'], ['Failure', 'left'], ['Clients affected', 'right'], ['Client-hours without a scan', 'right'], [`With a catalog over ${durationText(tooOld)} old`, 'right'], ['Load that moves', 'left']
];
const pairColumns: readonly Column[] = [['', 'right'], ['Failures at the same time', 'left'], ['Clients affected', 'right'], ['Client-hours', 'right'], ['Beyond each alone', 'right']];

/** The report for people. */
export function pretty(swept: readonly SweptHierarchy[], paint: Paint): string {
    return withoutLogCommands(swept.map(each => `${block(each, paint).join('\n')}\n`).join('\n'));
}

function block(swept: SweptHierarchy, paint: Paint): readonly string[] {
    const { hierarchy, worst, withImpact, withoutImpact, pairs, from, outage, tooOld, planErrors } = swept;
    const usual = undisturbedText(swept);
    const rows = worst.map((impact, i) => [
        `${i + 1}${impact.assumption ? '*' : ''}`, targetText(impact.target), impact.clients, Math.round(impact.failedHours), Math.round(impact.staleHours), movedLoadText(impact)
    ]);
    const [head, ...lines] = table(columnsFor(tooOld), rows);
    const more = withImpact > worst.length ? [`… and ${number(withImpact - worst.length)} more; use --top to list more.`] : [];
    return [
        paint('underline', visible(hierarchy)),
        ...planErrorLines(planErrors).map(line => paint('red', visible(line))),
        `Each failure begins at ${momentText(from)} of a run and lasts ${durationText(outage)}; a short one has another effect at another time of day. Hours are summed over all clients.`,
        ...usual === undefined ? [] : [paint('red', usual)],
        ...unknownClientsText(swept.unknownClients),
        ...withImpact === 0 ? [noImpactText(swept)] : [paint('bold', head!), ...lines, ...more],
        ...worst.flatMap((impact, i) => impactAssumptionText(impact, i + 1) ?? []),
        `${number(withoutImpact)} of ${counted(withImpact + withoutImpact, 'possible failure')} ${withoutImpact === 1 ? 'has' : 'have'} no impact on clients.`,
        ...pairs ? pairLines(pairs, paint) : [],
        ...assumptionsText(sweepAssumptions, swept.assumed)
    ];
}

function pairLines({ worst, withImpact, simulated, skipped }: NonNullable<SweptHierarchy['pairs']>, paint: Paint): readonly string[] {
    const row = (impact: PairImpact, i: number): readonly (string | number)[] =>
        [i + 1, pairText(impact), impact.clients, Math.round(hoursOf(impact)), Math.round(impact.additionalHours)];
    const [head, ...lines] = table(pairColumns, worst.map(row));
    return [
        '', ...worst.length > 0 ? [paint('bold', head!), ...lines] : [],
        `${number(withImpact)} of ${counted(simulated, 'pair')} of failures ${withImpact === 1 ? 'harms' : 'harm'} more than each alone.${skipped > 0 ? ` ${counted(skipped, 'pair')} at smaller sites ${skipped === 1 ? 'was' : 'were'} not simulated.` : ''}`
    ];
}
