import { counted, durationText, number } from '@sup/model';
import { actionText, targetText } from './actions.js';
import type { TraceEntry, EntryDetails } from './entry.js';
import { obstacleText } from './obstacles.js';
import { scanResultText } from './scan-results.js';
import { momentText } from './time.js';

const causes = { schedule: 'on schedule', console: 'started in the console', parent: 'after a notification from the parent site', retry: 'retry' } as const;

/** Describes an entry as a sentence. The wording differs from the product's status messages. */
export function entryText(details: EntryDetails): string {
    switch (details.kind) {
        case 'event': return `${actionText(details.action)}.`;
        case 'event-refused': return `Not possible: ${actionText(details.action)}, but ${obstacleText(details.obstacle)}.`;
        case 'sync-queued': return `Synchronization requested (${causes[details.by]}); it waits ${details.isWaitingForServer ? 'for the site server' : 'for its turn'}.`;
        case 'sync-started': return `Synchronization started: ${details.mode}, ${causes[details.by]}.`;
        case 'wsus-phase': return `WSUS synchronizes from ${details.upstream}.`;
        case 'settling': return `WSUS has synchronized; settling for ${durationText(details.minutes)}.`;
        case 'database-phase': return 'Copying updates from the WSUS database to the site database.';
        case 'internet-phase': return `The Internet-based software update point ${details.server} synchronizes.`;
        case 'sync-done': return `Synchronization succeeded: content version ${details.version}${details.changed ? '' : ', nothing new'}.${details.hasLicenses ? '' : ' License terms of updates are still missing, because the content share cannot be reached: clients cannot install these updates.'}`;
        case 'sync-failed': return `Synchronization failed: ${obstacleText(details.obstacle)}. Next attempt at ${momentText(details.retryAt)}.${attemptsText(details)}${internetText(details)}`;
        case 'sync-lost': return `Synchronization was interrupted: ${obstacleText(details.obstacle)}.`;
        case 'content-behind': return `WSUS is behind its upstream server: content version ${details.version} of ${details.wanted}.`;
        case 'notification-sent': return `Sending synchronization notification to ${details.to}${details.waits > 0 ? `; it waits ${durationText(details.waits)} for the link to open` : ''}.`;
        case 'notification-arrived': return `The parent site has synchronized: content version ${details.version}.`;
        case 'objects-arrived': return `The console shows the updates of content version ${details.version}.`;
        case 'imported': return `Updates were imported on ${details.server}, as planned.`;
        case 'import-failed': return `The planned import on ${details.server} is not possible: ${obstacleText(details.obstacle)}.`;
        case 'configured': return 'WSUS is configured; the subscription succeeded.';
        case 'configuration-failed': return `WSUS could not be configured: ${obstacleText(details.obstacle)}.`;
        case 'settings-restored': return `Changed WSUS settings were restored: ${details.settings.join(', ')}.`;
        case 'settings-left': return `A changed WSUS setting was not restored, because Configuration Manager 2007 does not restore it at the top site: ${details.settings.join(', ')}.`;
        case 'unhealthy': return `WSUS on ${details.server} is not healthy: ${obstacleText(details.obstacle)}.`;
        case 'healthy': return `WSUS on ${details.server} is healthy again.`;
        case 'policy': return `The clients of ${details.group} receive their first policy for software updates at their next poll: content version ${details.version}.`;
        case 'scanned': return `${clientsText(details)} of ${details.group} scanned against ${details.server}, content version ${details.version}.`;
        case 'scan-failed': return `The scan of ${details.group}${details.server === undefined ? '' : ` against ${details.server}`} ${scanResultText(details.result)} (first for ${number(details.clients)} of ${counted(details.of, 'client')}).`;
        case 'scan-skipped': return `Clients of ${details.group} still wait for the data of their last scan, so they skip the one that is due. The server or the link cannot carry what they request: compare both with the number of clients.`;
        case 'link-overloaded': return `The link cannot carry the scans of its ${counted(details.clients, 'client')}: each round of scans takes ${durationText(details.needed)} of the link, and the next one is due after ${durationText(details.interval)}. The link never catches up: give the site its own software update point or more bandwidth.`;
        case 'outage-unnoticed': return `No client noticed that ${lowerCase(targetText(details.target))} did not work: none of the ${counted(details.clients, 'client')} was due to scan in these ${durationText(details.minutes)}. At another time, or with a shorter scan interval, scans can fail.`;
        case 'stopped': return `The simulation was stopped after ${number(details.events)} events: something in it happens too often for a run of this length.`;
    }
}

function attemptsText({ attempts }: { readonly attempts?: number }): string {
    return attempts === undefined ? '' : ` ${number(attempts)} attempts failed for this reason, the last of them below.`;
}

function internetText({ holdsChildren }: { readonly holdsChildren?: boolean }): string {
    return holdsChildren === undefined ? '' : ` Only the Internet-based software update point failed. Assumed: internet failure ${holdsChildren ? 'holds children, so the children of the site are not notified' : 'spares children, so they are notified nevertheless'} (no document says which).`;
}

function lowerCase(text: string): string {
    return text.replace(/^The /, 'the ');
}

function clientsText({ clients, of }: { readonly clients: number; readonly of: number }): string {
    return clients >= of ? `All ${counted(clients, 'client')}` : `${number(clients)} of ${counted(of, 'client')}`;
}

/** Formats an entry as a line like those of the product's logs: time, site, component, status message id, text. */
export function logLine(entry: TraceEntry): string {
    const severity = { information: ' ', warning: '!', error: 'X' }[entry.severity];
    return `${momentText(entry.time).padStart(9)}  ${(entry.site ?? '').padEnd(3)}  ${entry.component.padEnd(30)}  ${String(entry.status ?? '').padEnd(4)}  ${severity} ${entryText(entry.details)}`;
}
