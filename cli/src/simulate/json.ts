import { complianceBySite, complianceOf, defaultSeed, type SimulationResult, type Summary, type TraceEntry } from '@sup/simulation';
import type { ReportLocations } from '@sup/report';
import { planErrorJson } from '../plan-errors.js';
import { boundJson, complianceJson, propagationJson, stepJson } from '../run-json.js';
import { stringify } from '../stringify.js';
import type { PlannedRun, RunFormat } from './run-format.js';

/** Runs as one JSON document, with one trace entry per line. Lines and characters count from 0, as in the Language Server Protocol. */
export class JsonRuns implements RunFormat {
    private runs = 0;
    private entries = 0;

    constructor(private readonly places: ReportLocations) {}

    header(): string {
        return '{\n"runs": [';
    }

    footer(): string {
        return '\n]\n}\n';
    }

    runHeader({ label, scenario, options, planErrors }: PlannedRun): string {
        this.entries = 0;
        const head = `"hierarchy": ${line(label)},\n"scenario": ${line(scenario.title ?? null)},\n"minutes": ${scenario.duration},\n"seed": ${scenario.seed ?? options.seed ?? defaultSeed},\n"planErrors": ${line(planErrors.map(planErrorJson))}`;
        return `${this.runs++ === 0 ? '' : ','}\n{\n${head},\n"trace": [`;
    }

    entry(entry: TraceEntry): string {
        return `${this.entries++ === 0 ? '' : ','}\n${line(stepJson(entry, this.places))}`;
    }

    runFooter(_run: PlannedRun, { isExhausted, events, summary, bound, propagation }: SimulationResult): string {
        const sites = [...complianceBySite(bound)].map(([site, compliance]) => ({ site, ...complianceJson(compliance) }));
        const end = {
            events, isComplete: !isExhausted, ...summaryJson(summary), ...boundJson(bound),
            compliance: { ...complianceJson(complianceOf(bound)), sites }, propagation: propagationJson(propagation)
        };
        return `\n],\n${Object.entries(end).map(([key, value]) => `${line(key)}: ${line(value)}`).join(',\n')}\n}`;
    }
}

function line(value: unknown): string {
    return stringify(value, 0);
}

/** Times are minutes since the start of the run, or null for events that never happened. */
function summaryJson({ sites, points, groups }: Summary): object {
    return {
        sites: sites.map(({ site, link, lastSuccess, catalogAge, oldestCatalog, ...rest }) => ({ site: site.code, ...rest, lastSuccess: lastSuccess ?? null, catalogAge: catalogAge ?? null, oldestCatalog: oldestCatalog ?? null, link: { ...link, fullMinutes: link.fullMinutes ?? null } })),
        updatePoints: points.map(({ point, ...rest }) => ({ server: point.host.name, site: point.host.site.code, state: point.state, ...rest })),
        clients: groups.map(({ name, site, count, result, server, lastSuccess, failedMinutes }) =>
            ({ name, site: site.code, count, result: result ?? null, server: server ?? null, lastSuccess: lastSuccess ?? null, failedMinutes }))
    };
}
