import {
    activeUpdatePointOf, type Cluster, type Hierarchy, noEffectReasonOf, isSynchronizationRoot, modeOf, parentOf, type Server, serversOf, type Site, sourceOf, usedUpdatePointOn, type Scenario, upstreamOf, wsusOf
} from '@sup/model';
import type { LangiumParser } from 'langium';
import { quoteString } from '../../syntax/parser/value-converter.js';
import { isWord } from '../../syntax/tree/names.js';
import { readEvent } from './read-event.js';

/** An event that can happen to an element of a hierarchy, in the words of a scenario. */
export interface PossibleEvent {
    /** Title in a list of choices: `Stop OSLSUP01`. */
    readonly label: string;
    readonly event: string;
    /** The text before the value, for an event that ends in a value the user may change. */
    readonly prefix: string | undefined;
    /** Whether it restores something that failed before. */
    readonly isRepair: boolean;
    readonly documentation: string;
}

/** An element to which an event can happen; undefined is Microsoft Update. */
export type EventSubject = Site | Server | Cluster | undefined;

interface EventTemplate {
    readonly label: string;
    readonly event: string;
    readonly value?: string;
}

/** The events that can happen to an element and have an effect in this hierarchy. Each repair follows its failure. */
export function possibleEventsOf(hierarchy: Hierarchy, part: EventSubject, parser: Pick<LangiumParser, 'parse'>): readonly PossibleEvent[] {
    const candidates = part === undefined ? ofMicrosoftUpdate(hierarchy) : part.element === 'site' ? ofSite(hierarchy, part) : ofHost(hierarchy, part);
    return candidates.flatMap(({ label, event: start, value }) => {
        const event = value === undefined ? start : `${start} ${value}`;
        const read = readEvent(parser, event, 0);
        // Some names cannot be written in an event, and some events have no effect here.
        return 'event' in read && hasEffect(hierarchy, read.event) ? [{ label, event, prefix: value === undefined ? undefined : `${start} `, documentation: read.documentation, isRepair: read.event.action.kind === 'restore' }] : [];
    });
}

/** Whether an event has an effect. A failure that the event repairs, or a publication that it needs, may happen earlier in the run. */
function hasEffect(hierarchy: Hierarchy, event: Scenario['events'][number]): boolean {
    const scenario: Scenario = { element: 'scenario', title: undefined, duration: undefined, seed: undefined, assumptions: {}, events: [event], expectations: [] };
    const reason = noEffectReasonOf(hierarchy, scenario, event);
    return reason === undefined || reason === 'not-failed' || reason === 'not-published';
}

function ofMicrosoftUpdate(hierarchy: Hierarchy): readonly EventTemplate[] {
    const tops = hierarchy.sites.filter(site => isSynchronizationRoot(hierarchy, site));
    const products = new Set(tops.flatMap(site => site.synchronizations.flatMap(({ products: all }) => all ?? [])));
    return [
        { label: 'Cut off Microsoft Update', event: 'fail Microsoft Update' },
        { label: 'Restore Microsoft Update', event: 'restore Microsoft Update' },
        { label: 'Publish an update', event: 'publish update', value: '"New update"' },
        ...[...products].slice(0, 5).map(product => ({ label: `Withdraw ${product}`, event: `withdraw product ${quoteString(product)}` }))
    ];
}

function ofSite(hierarchy: Hierarchy, site: Site): readonly EventTemplate[] {
    const { code } = site;
    const parent = parentOf(hierarchy, site);
    const link: readonly EventTemplate[] = parent ? [
        { label: `Cut the link to ${parent.code}`, event: `fail link of ${code}` },
        { label: `Restore the link to ${parent.code}`, event: `restore link of ${code}` }
    ] : [];
    const servers = [...site.clusters, ...site.servers].filter(host => usedUpdatePointOn(host) ?? (host.element === 'server' && host.isSiteServer));
    return [
        ...servers.slice(0, 8).flatMap(host => stopAndStart(host.name)),
        ...link,
        { label: `Run synchronization at ${code}`, event: `synchronize ${code} now` },
        { label: 'Set a Group Policy for its clients', event: `set group policy of clients of ${code} to`, value: '"http://old-wsus"' }
    ];
}

function stopAndStart(name: string): readonly EventTemplate[] {
    const written = nameInEvent(name);
    return [{ label: `Stop ${name}`, event: `stop ${written}` }, { label: `Start ${name}`, event: `start ${written}` }];
}

function ofHost(hierarchy: Hierarchy, host: Server | Cluster): readonly EventTemplate[] {
    const name = nameInEvent(host.name);
    const point = usedUpdatePointOn(host);
    const wsus = point ? wsusOf(point) : host.element === 'server' ? host.wsus : undefined;
    const failAndRestore = (what: string, subject: string): readonly EventTemplate[] => [
        { label: `Fail ${what}`, event: `fail ${subject} of ${name}` }, { label: `Restore ${what}`, event: `restore ${subject} of ${name}` }
    ];
    const isTop = isSynchronizationRoot(hierarchy, host.site);
    const usesSsl = wsus?.ssl !== undefined || point?.ssl !== undefined || modeOf(hierarchy, host.site) === 'native';
    const planned = serversOf(point ?? { host } as NonNullable<typeof point>)[0]?.wsus?.ports?.http ?? 80;
    const upstream = point?.state === 'internet' ? activeUpdatePointOf(host.site) : point && upstreamOf(hierarchy, host.site);
    return [
        ...stopAndStart(host.name),
        ...wsus ? failAndRestore('WSUS', 'WSUS') : [],
        ...upstream ? [
            { label: `Block the connection to ${upstream.host.name}`, event: `block ${name} from ${nameInEvent(upstream.host.name)}` },
            { label: `Unblock the connection to ${upstream.host.name}`, event: `unblock ${name} from ${nameInEvent(upstream.host.name)}` }
        ] : [],
        ...wsus && usesSsl ? failAndRestore('its certificate', 'certificate') : [],
        ...failAndRestore('its proxy server', 'proxy'),
        ...host.element === 'cluster' ? failAndRestore('the content share', 'content share') : [],
        ...wsus ? [
            { label: 'Change the ports', event: `set ${name} ports to`, value: planned === 8530 ? '80, 443' : '8530, 8531' },
            { label: 'Change the SSL requirement', event: `set ${name} ssl to`, value: wsus.ssl === 'required' ? 'off' : 'required' },
            { label: wsus.replica === true ? 'Make WSUS autonomous' : 'Make WSUS a replica', event: `set ${name} replica to ${wsus.replica === true ? 'no' : 'yes'}` },
            { label: 'Change the products', event: `set ${name} products to`, value: '"Windows 2000"' },
            { label: 'Change the classifications', event: `set ${name} classifications to`, value: '"Service Packs"' },
            { label: 'Change the proxy server', event: `set ${name} proxy to`, value: point?.proxy ? 'off' : '"proxy:8080"' },
            ...isTop && sourceOf(hierarchy, host.site)?.kind === 'microsoft-update' ? [] : [{ label: 'Synchronize WSUS from Microsoft Update', event: `set ${name} source to Microsoft Update` }],
            { label: 'Import updates', event: `import ${name}` }
        ] : []
    ];
}

/** Words with another meaning in the places where a server's name can be. */
const reserved = new Set(['clients', 'for', 'from', 'group', 'link', 'Microsoft', 'site', 'to']);

function nameInEvent(name: string): string {
    return isWord(name) && !reserved.has(name) ? name : quoteString(name);
}
