import {
    type Cluster, clientsOf, type Hierarchy, type Link, modeOf, type Ports, releaseText, type Schedule, type Server, type Site, type SoftwareUpdatePoint, sourceOf, type Synchronization,
    type SynchronizationSource, upstreamOf, usedOnInternet, usedOnIntranet, type WsusServer, wsusOf
} from '@sup/model';
import type { Change, Cost } from '../comparison.js';
import { costs } from './costs.js';

/** Something that a plan says of a part, or that follows from what it says. */
export interface Fact {
    /** What it is called in sentences: `the mode`. */
    readonly what: string;
    /** As the plan writes it; undefined where it says nothing. */
    readonly value: string | undefined;
    readonly subject: Change['subject'];
    readonly cost: Cost | ((from: string | undefined, to: string | undefined) => Cost);
    /** Whether it follows from what is said elsewhere. */
    readonly isDerived: boolean;
}

const said = (subject: Change['subject'], what: string, value: string | undefined, cost: Fact['cost']): Fact => ({ subject, what, value, cost, isDerived: false });
const derived = (subject: Change['subject'], what: string, value: string | undefined): Fact => ({ subject, what, value, cost: costs.none, isDerived: true });

const listOf = (values: readonly string[] | undefined): string | undefined => values && [...values].sort().join(', ');
const yesNo = (value: boolean | undefined): string | undefined => value === undefined ? undefined : value ? 'yes' : 'no';
const portsText = (ports: Ports | undefined): string | undefined => ports && [ports.http, ports.https].filter(port => port !== undefined).join(', ');

/** What is to be known of a site; of its servers apart. */
export function factsOfSite(hierarchy: Hierarchy, site: Site): readonly Fact[] {
    const clients = clientsOf(site);
    return [
        said('site', 'the kind', site.kind, costs.kind),
        said('site', 'the name', site.title, costs.name),
        said('site', 'the release', site.release && releaseText(site.release), (from, to) => isEarlier(to, from) ? costs.downgrade : costs.upgrade),
        ...site.kind === 'secondary' ? [derived('site', 'the mode', modeOf(hierarchy, site))] : [said('site', 'the mode', site.mode, costs.mode)],
        said('clients', 'the number of clients on the intranet', clients.intranet === 0 ? undefined : String(clients.intranet), costs.outside),
        said('clients', 'the number of clients on the Internet', clients.internet === 0 ? undefined : String(clients.internet), costs.outside),
        said('clients', 'the update service that a Group Policy names', site.groupPolicy, costs.outside),
        ...linkFacts(site.link),
        ...site.synchronizations.slice(0, 1).flatMap(synchronizationFacts),
        derived('synchronization', 'what its software update point synchronises from', upstreamText(hierarchy, site)),
        derived('clients', 'the software update point of its clients on the intranet', usedOnIntranet(hierarchy, site)?.host.name),
        derived('clients', 'the software update point of its clients on the Internet', usedOnInternet(site)?.host.name)
    ];
}

/** Later releases come later in the alphabet: RTM, SP1, SP2. */
function isEarlier(a: string | undefined, b: string | undefined): boolean {
    const rank = (text: string | undefined): string => text === undefined || text === 'SMS 2003' ? '' : text.replace('RTM', 'SP0');
    return rank(a) < rank(b);
}

function linkFacts(link: Link | undefined): readonly Fact[] {
    const open = link?.open && `${timeText(link.open.from)} to ${timeText(link.open.to)}`;
    return [
        said('link', 'the bandwidth of the link', link?.bandwidth === undefined ? undefined : `${link.bandwidth} kbps`, costs.outside),
        said('link', 'the latency of the link', link?.latency === undefined ? undefined : `${link.latency} ms`, costs.outside),
        said('link', 'the hours in which the address sends', open, costs.inUse)
    ];
}

function synchronizationFacts(settings: Synchronization): readonly Fact[] {
    const of = (what: string, value: string | undefined): Fact => said('synchronization', what, value, costs.component);
    return [
        of('the synchronization source', settings.source && sourceText(settings.source)),
        of('the synchronization schedule', settings.schedule && scheduleText(settings.schedule)),
        of('the products', listOf(settings.products)),
        of('the update classifications', listOf(settings.classifications)),
        of('the update file languages', listOf(settings.languages)),
        of('the languages of summary details', listOf(settings.summaryLanguages)),
        of('the reporting events', settings.reportingEvents)
    ];
}

/** What is to be known of a server or cluster, with its WSUS and its roles. */
export function factsOfHost(host: Server | Cluster): readonly Fact[] {
    const names: readonly Fact[] = [
        said(host.element, 'the fully qualified domain name', host.fqdn, costs.inUse),
        said(host.element, 'the Internet fully qualified domain name', host.internetFqdn, costs.inUse)
    ];
    const own: readonly Fact[] = host.element === 'cluster' ? [said('cluster', 'the nodes', listOf(host.nodes), costs.component)] : [
        said('server', 'the role of site server', yesNo(host.isSiteServer || undefined), costs.kind),
        said('server', 'the operating system', host.os, costs.outside),
        said('server', 'the WSUS console', host.wsusConsole, costs.wsusInstalled),
        ...host.wsus ? wsusFacts(host.wsus) : []
    ];
    return [...names, ...own, ...host.updatePoints.flatMap(pointFacts)];
}

function wsusFacts(wsus: WsusServer): readonly Fact[] {
    const of = (what: string, value: string | undefined, cost: Fact['cost'] = costs.wsusConsole): Fact => said('wsus', what, value, cost);
    return [
        of('WSUS', 'installed', costs.wsusInstalled),
        of('the version of WSUS', wsus.version, (from, to) => (to ?? '') < (from ?? '') ? costs.downgrade : costs.upgrade),
        of('the ports of the WSUS web site', portsText(wsus.ports)),
        of('where the WSUS web site requires SSL', wsus.ssl),
        of('the virtual directories that require SSL', listOf(wsus.virtualDirectories)),
        of('the replica setting of WSUS', yesNo(wsus.replica), costs.component),
        of('the upstream server of WSUS', wsus.upstream, costs.component),
        of('the database of WSUS', wsus.database, costs.wsusInstalled),
        of('the content folder of WSUS', wsus.contentFolder)
    ];
}

function pointFacts(point: SoftwareUpdatePoint): readonly Fact[] {
    const role = { active: 'the active software update point', internet: 'the Internet-based software update point', inactive: 'a software update point that is not active' }[point.state];
    const of = (what: string, value: string | undefined, cost: Cost = costs.component): Fact => said('update-point', what, value, cost);
    return [
        of(role, 'there', costs.role),
        of('the ports of the role', portsText(point.ports)),
        of('the SSL setting of the role', yesNo(point.ssl)),
        of('which clients it accepts', listOf(point.accepts)),
        of('the connection account', point.account),
        of('the proxy server', point.proxy && [point.proxy.host, point.proxy.port].filter(part => part !== undefined).join(':')),
        of('the account for the proxy server', point.proxy?.account),
        of('how the Internet-based one gets its updates', point.source)
    ];
}

function upstreamText(hierarchy: Hierarchy, site: Site): string | undefined {
    const upstream = upstreamOf(hierarchy, site);
    return upstream ? `${upstream.host.name}${replicates(hierarchy, site) ? ', as a replica' : ''}` : undefined;
}

function replicates(hierarchy: Hierarchy, site: Site): boolean {
    const [point] = [usedOnIntranet(hierarchy, site)].filter(each => each?.host.site === site);
    return site.kind === 'secondary' || (point !== undefined && wsusOf(point)?.replica === true) && sourceOf(hierarchy, site).kind !== 'none';
}

function sourceText(source: SynchronizationSource): string {
    switch (source.kind) {
        case 'microsoft-update': return 'Microsoft Update';
        case 'parent-site': return 'parent site';
        case 'none': return 'none';
        case 'server': return `server ${source.server}`;
    }
}

function scheduleText(schedule: Schedule): string {
    return schedule.kind === 'manual' ? 'manual' : `every ${schedule.count} ${schedule.unit}${schedule.count === 1 ? '' : 's'}${schedule.at === undefined ? '' : ` at ${timeText(schedule.at)}`}`;
}

function timeText(minutes: number): string {
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
