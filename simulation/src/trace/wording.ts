import { actionText } from './actions.js';
import type { TraceEntry, EntryDetails } from './entry.js';
import { obstacleText } from './obstacles.js';
import { scanResultText } from './scan-results.js';
import { durationText, momentText } from './time.js';

const causes = { schedule: 'on schedule', console: 'started in the console', parent: 'on notification of the parent site', retry: 'retry' } as const;

/** What happened, as a sentence. The words are our own: the product's status messages say it in others. */
export function entryText(what: EntryDetails): string {
    switch (what.kind) {
        case 'event': return `${actionText(what.action)}.`;
        case 'event-refused': return `Not possible: ${actionText(what.action)}, but ${obstacleText(what.obstacle)}.`;
        case 'sync-queued': return `Synchronization requested (${causes[what.by]}); it waits ${what.isWaitingForServer ? 'for the site server' : 'for its turn'}.`;
        case 'sync-started': return `Synchronization started: ${what.mode}, ${causes[what.by]}.`;
        case 'wsus-phase': return `WSUS synchronizes from ${what.upstream}.`;
        case 'settling': return `WSUS has synchronized; settling for ${durationText(what.minutes)}.`;
        case 'database-phase': return 'Copying updates from the WSUS database to the site database.';
        case 'internet-phase': return `The Internet-based software update point ${what.server} synchronizes.`;
        case 'sync-done': return `Synchronization succeeded: content version ${what.version}${what.changed ? '' : ', nothing new'}.`;
        case 'sync-failed': return `Synchronization failed: ${obstacleText(what.obstacle)}. Next attempt at ${momentText(what.retryAt)}.`;
        case 'sync-lost': return `Synchronization was cut off: ${obstacleText(what.obstacle)}.`;
        case 'content-behind': return `WSUS is behind its upstream server: content version ${what.version} of ${what.wanted}.`;
        case 'notification-sent': return `Sending synchronization notification to ${what.to}${what.waits > 0 ? `; it waits ${durationText(what.waits)} for the link to open` : ''}.`;
        case 'notification-arrived': return `The parent site has synchronized: content version ${what.version}.`;
        case 'objects-arrived': return `The console shows the updates of content version ${what.version}.`;
        case 'configured': return 'WSUS is configured; the subscription succeeded.';
        case 'configuration-failed': return `WSUS could not be configured: ${obstacleText(what.obstacle)}.`;
        case 'settings-restored': return `Settings of WSUS that had been changed were set back: ${what.settings.join(', ')}.`;
        case 'settings-left': return `A changed setting is left as it is, because Configuration Manager 2007 does not set it back at the top site: ${what.settings.join(', ')}.`;
        case 'unhealthy': return `WSUS on ${what.server} is not healthy: ${obstacleText(what.obstacle)}.`;
        case 'healthy': return `WSUS on ${what.server} is healthy again.`;
        case 'policy': return `The clients of ${what.group} learn of software updates; content version ${what.version}.`;
        case 'scanned': return `The clients of ${what.group} scanned against ${what.server}, content version ${what.version}.`;
        case 'scan-failed': return `The scan of ${what.group}${what.server === undefined ? '' : ` against ${what.server}`} ${scanResultText(what.result)}.`;
        case 'stopped': return `The simulation was given up after ${what.events} events: something in it happens too often for so long a run.`;
    }
}

/** One line, in the manner of the product's own logs: time, site, component, status message id, text. */
export function logLine(entry: TraceEntry): string {
    const severity = { information: ' ', warning: '!', error: 'X' }[entry.severity];
    return `${momentText(entry.time).padStart(9)}  ${(entry.site ?? '').padEnd(3)}  ${entry.component.padEnd(30)}  ${String(entry.status ?? '').padEnd(4)}  ${severity} ${entryText(entry.details)}`;
}
