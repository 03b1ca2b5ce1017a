import { activeUpdatePointOf, isPrimarySite, withoutLogCommands } from '@sup/model';
import { type Bound, complianceHeadings, complianceRows, durationText, lastClientText, megabytesText, momentText, type SimulationResult, type Summary, type TraceEntry } from '@sup/simulation';
import { logText } from '../log-text.js';
import { planErrorLines } from '../plan-errors.js';
import type { Paint } from '../paint.js';
import type { Column } from '@sup/report';
import { table } from '../table.js';
import { visible } from '../visible.js';
import type { PlannedRun, RunFormat } from './run-format.js';

/** Runs for people: the answers, the load and the state at the end; before them the log, if requested. */
export class PrettyRuns implements RunFormat {
    private runs = 0;

    constructor(private readonly paint: Paint, private readonly hasLog: boolean) {}

    runHeader({ label, scenario, planErrors }: PlannedRun): string {
        const title = scenario.title ?? 'the plan as it is';
        return withoutLogCommands(`${this.runs++ === 0 ? '' : '\n'}${this.paint('underline', visible(`${label}: ${title}, for ${durationText(scenario.duration ?? 0)}`))}\n${planErrorLines(planErrors).map(line => `${this.paint('red', visible(line))}\n`).join('')}`);
    }

    entry(entry: TraceEntry): string | undefined {
        return this.hasLog ? withoutLogCommands(`${logText(entry, this.paint)}\n`) : undefined;
    }

    runFooter(_run: PlannedRun, result: SimulationResult): string {
        const { summary, bound } = result;
        const [headline, ...parts] = lastClientText(result).map(visible);
        const tables = [complianceTable(bound), siteTable(summary), pointTable(summary), clientTable(summary, bound), linkTable(summary)].filter(lines => lines.length > 1);
        return withoutLogCommands([['', this.paint('bold', headline!), ...parts.map(part => `  ${part}`), ''], ...tables.map(([head, ...rows]) => ['', this.paint('bold', head!), ...rows, ''])].map(lines => lines.join('\n')).join(''));
    }
}

const name = (heading: string): Column => [heading, 'left'];
const number = (heading: string): Column => [heading, 'right'];

function complianceTable(bound: Bound): readonly string[] {
    return table(complianceHeadings.map((heading, i) => [heading, i === 0 ? 'left' : 'right']), complianceRows(bound));
}

function siteTable({ sites }: Summary): readonly string[] {
    return table([name('Site'), number('Synchronized'), number('Failed'), number('Last success'), number('Oldest catalog'), number('Catalog version'), number('Console version')],
        sites.map(siteRow));
}

/** A site without an active software update point does not synchronize; a console shows the updates of its site all the same. */
function siteRow({ site, synchronizations, failures, lastSuccess, oldestCatalog, contentVersion, consoleVersion }: Summary['sites'][number]): readonly (string | number)[] {
    const ofConsole = isPrimarySite(site) ? String(consoleVersion) : '';
    return activeUpdatePointOf(site)
        ? [site.code, synchronizations, failures, lastSuccess === undefined ? 'never' : momentText(lastSuccess), oldestCatalog === undefined ? '' : durationText(oldestCatalog), String(contentVersion), ofConsole]
        : [site.code, '', '', '', '', 'none', ofConsole];
}

function pointTable({ points }: Summary): readonly string[] {
    return table([name('Software update point'), name('Site'), number('Clients'), number('Peak clients'), number('Scans'), number('Peak scans an hour'), number('Refused')],
        points.map(({ point, clients, mostClients, scans, peakScansPerHour, refusedScans }) => [point.host.name, point.host.site.code, clients, mostClients, scans, peakScansPerHour, refusedScans]));
}

function clientTable({ groups }: Summary, { unknownClients }: Bound): readonly string[] {
    return table([name('Clients'), number('Count'), name('Last scan'), name('Server'), number('Failing for, on average')], [
        ...groups.map(({ name: group, count, result, server, failedMinutes }) => [group, count, result ?? 'never', server ?? '', durationText(failedMinutes)]),
        ...unknownClients.map(site => [site, 'unknown', 'not simulated', '', ''])
    ]);
}

function linkTable({ sites }: Summary): readonly string[] {
    return table([name('Link of site'), number('Metadata'), number('Scans'), number('Link filled for')],
        sites.filter(({ site }) => site.parentCodes.length > 0).map(({ site, link }) => [site.code, megabytesText(link.metadataMegabytes), megabytesText(link.scanMegabytes), link.fullMinutes === undefined ? 'unknown' : durationText(Math.ceil(link.fullMinutes))]));
}
