import { type AssumptionName, assumptionsText, counted, durationText } from '@sup/model';
import type { Bound, BoundPart, BoundPartKind } from './bound.js';
import { unknownClientsText } from './unknown-clients.js';

const texts: Readonly<Record<BoundPartKind, (site: string) => string>> = {
    'schedule': site => `until ${site} synchronizes on schedule`,
    'synchronization': site => `while ${site} synchronizes`,
    'waiting': site => `until ${site} starts its next synchronization`,
    'link-window': site => `until the link of ${site} opens`,
    'notification': site => `while the notification to ${site} is in transit`,
    'import': site => `until updates are imported at ${site}`,
    'pull': site => `while ${site} fetches metadata over its link`,
    'policy': () => 'until clients request policy',
    'scan-interval': () => 'until clients are due to scan again',
    'scan-spread': () => 'over which clients spread their scans',
    'link': () => 'while the link carries the scans of all clients',
    'server': site => `while the software update point of ${site} answers the scans of all clients`,
    'last-scan': () => 'while the last scan crosses the link'
};

/** The assumptions that each part rests on. */
const assumedFor: Readonly<Partial<Record<BoundPartKind, readonly AssumptionName[]>>> = {
    'synchronization': ['fullSynchronization', 'childSynchronization'], 'notification': ['notificationDelay'], 'pull': ['changeSize', 'publishInterval'],
    'policy': ['policyInterval'], 'scan-interval': ['scanInterval', 'newCatalogScans'], 'scan-spread': ['scanSpread'], 'link': ['scanSize'], 'server': ['serverThroughput'], 'last-scan': ['roundTrips', 'scanSize']
};

/** Renders a bound: a headline, then its parts. */
export function boundText(bound: Bound): readonly string[] {
    const { minutes, reason, clients, server, parts, busySites, unknownClients } = bound;
    const missing = reason?.kind === 'no-clients' ? [] : unknownClientsText(unknownClients);
    if (minutes === undefined) {
        const others = bound.groups.filter(group => group.reason && group.clients !== clients).length;
        const more = others > 0 ? ` The time for ${counted(others, 'other group')} of clients has no limit either.` : '';
        return [`Nothing limits the time until a new update has reached the last client. ${reason!.text}${more}`, ...bypassedTexts(bound), ...missing];
    }
    return [
        `Without failures, a new update reaches the last client within ${durationText(minutes)} at most (${clients}, against ${server}), whenever it is published and wherever clients are in their scan cycle:`,
        ...parts.map(partText),
        ...bypassedTexts(bound),
        ...busySites.map(site => `${site} takes longer to synchronize than its schedule allows, so one run follows the other.`),
        ...missing
    ];
}

/** Names the sites whose clients scan at the parent's software update point only because their own never synchronizes, since the bound is that of this detour. */
function bypassedTexts({ groups }: Bound): readonly string[] {
    return [...new Set(groups.flatMap(({ site, server, bypassed }) => bypassed ? [`${bypassed.text} Its clients therefore scan against ${server!}, over the link of ${site}: the figures for ${site} are those of this detour.`] : []))];
}

function partText({ kind, site, minutes }: BoundPart): string {
    return `${durationText(minutes)} ${texts[kind](site)}`;
}

/** Renders the assumptions that a bound rests on, one sentence each. */
export function boundAssumptionsText({ parts, assumed }: Bound): readonly string[] {
    return assumptionsText([...new Set(parts.flatMap(({ kind }) => assumedFor[kind] ?? []))], assumed);
}
