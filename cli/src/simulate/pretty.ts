import { durationText, megabytesText, momentText, propagationText, type SimulationResult, type Summary, type TraceEntry } from '@sup/simulation';
import { logText } from '../log-text.js';
import type { Paint } from '../paint.js';
import type { Column } from '@sup/report';
import { table } from '../table.js';
import { visible } from '../visible.js';
import type { PlannedRun, RunFormat } from './run-format.js';

/** Runs for people: the log, then the state at the end. */
export class PrettyRuns implements RunFormat {
    private runs = 0;

    constructor(private readonly paint: Paint) {}

    runHeader({ label, scenario }: PlannedRun): string {
        const title = scenario.title ?? 'the plan as it is';
        return `${this.runs++ === 0 ? '' : '\n'}${this.paint('underline', visible(`${label}: ${title}, for ${durationText(scenario.duration ?? 0)}`))}\n`;
    }

    entry(entry: TraceEntry): string {
        return `${logText(entry, this.paint)}\n`;
    }

    runFooter(_run: PlannedRun, { summary, propagation }: SimulationResult): string {
        const [headline, ...parts] = propagationText(propagation).map(visible);
        const tables = [siteTable(summary), pointTable(summary), clientTable(summary), linkTable(summary)].filter(lines => lines.length > 1);
        return [...tables.map(([head, ...rows]) => ['', this.paint('bold', head!), ...rows, '']), ['', headline, ...parts.map(part => `  ${part}`), '']].map(lines => lines.join('\n')).join('');
    }
}

const name = (heading: string): Column => [heading, 'left'];
const number = (heading: string): Column => [heading, 'right'];

function siteTable({ sites }: Summary): readonly string[] {
    return table([name('Site'), number('Synchronized'), number('Failed'), number('Last success'), number('Catalog version'), number('Console version')],
        sites.map(each => [each.site.code, each.synchronizations, each.failures, each.lastSuccess === undefined ? 'never' : momentText(each.lastSuccess), String(each.contentVersion), String(each.consoleVersion)]));
}

function pointTable({ points }: Summary): readonly string[] {
    return table([name('Software update point'), name('Site'), number('Clients'), number('Peak clients'), number('Scans')],
        points.map(({ point, clients, mostClients, scans }) => [point.host.name, point.host.site.code, clients, mostClients, scans]));
}

function clientTable({ groups }: Summary): readonly string[] {
    return table([name('Clients'), number('Count'), name('Last scan'), name('Server'), number('Failing for')],
        groups.map(({ name: group, count, result, server, failedMinutes }) => [group, count, result ?? 'never', server ?? '', durationText(failedMinutes)]));
}

function linkTable({ sites }: Summary): readonly string[] {
    return table([name('Link of site'), number('Metadata'), number('Scans')],
        sites.filter(({ site }) => site.parentCodes.length > 0).map(({ site, link }) => [site.code, megabytesText(link.metadataMegabytes), megabytesText(link.scanMegabytes)]));
}
