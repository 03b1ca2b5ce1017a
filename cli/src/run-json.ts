import { assumptionNames, assumptions, assumptionValueText } from '@sup/model';
import { type Bound, type Compliance, entryText, momentText, type Propagation, type TraceEntry } from '@sup/simulation';
import { placeJson } from './place-json.js';
import type { ReportLocations } from '@sup/report';

/** The JSON form of a trace entry. Minutes count from the start of the run. */
export function stepJson(entry: TraceEntry, places: ReportLocations): object {
    const { id, time, site, component, status, severity, details, cause, because } = entry;
    return {
        id,
        minute: time,
        time: momentText(time),
        site: site ?? null,
        component,
        status: status ?? null,
        severity,
        kind: details.kind,
        text: entryText(details),
        cause: cause ?? null,
        because: because ?? null,
        places: entry.elements.map(element => placeJson(places.of(element)))
    };
}

/** The JSON form of a bound: `bound` is in minutes, or null with the reason. */
export function boundJson({ minutes, reason, clients, server, parts, busySites, unknownClients, assumed }: Bound): object {
    return {
        bound: minutes ?? null, boundReason: reason ?? null, boundClients: clients ?? null, boundServer: server ?? null, boundParts: parts, busySites, unknownClients,
        assumed: Object.fromEntries(assumptionNames.map(name => [name, assumptions[name].unit === 'choice' ? assumptionValueText(name, assumed[name]) : assumed[name]]))
    };
}

/** The JSON form of when which share of clients has scanned for an update, in minutes since its publication at the worst moment. */
export function complianceJson({ clients, by, all }: Compliance): object {
    return { clients, by: by.map(({ share, minutes }) => ({ share, minutes: minutes ?? null })), all: all ?? null };
}

/** The JSON form of the slowest propagation of an update to the last client. */
export function propagationJson(propagation: Propagation | undefined): object | null {
    return propagation ? { minutes: propagation.minutes, clients: propagation.clients, server: propagation.server, parts: propagation.parts } : null;
}
