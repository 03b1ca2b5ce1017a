import type { ModelElement } from '@sup/model';
import type { TraceEntry } from '@sup/simulation';

/** Renders a trace as text. Plan elements are rendered by name, because they refer to each other, and differ by identity between plans. */
export function traceText(entries: readonly TraceEntry[]): string {
    return entries.map(entry => JSON.stringify(entry, (key, value: unknown) => key === 'elements' ? (value as readonly ModelElement[]).map(nameOf) : value)).join('\n');
}

function nameOf(element: ModelElement): string {
    switch (element.element) {
        case 'site': return `site ${element.code}`;
        case 'server':
        case 'cluster': return `${element.element} ${element.name}`;
        case 'wsus': return `WSUS of ${element.server.name}`;
        case 'updatePoint': return `software update point of ${element.host.name}`;
        case 'synchronization': return `synchronization of ${element.site.code}`;
        case 'clientGroup': return `clients of ${element.site.code}, ${element.label} on the ${element.on ?? 'intranet'}, ${element.count}`;
        default: return element.element;
    }
}
