import { type Fact, factsOfHost, factsOfWsus, type Host, type HostPair, roleOf } from '@sup/comparison';
import { copyInto, insertStatement, moveStatement, setHead } from '@sup/language';
import { type Cluster, type Server, toUpperCaseCode, type WsusServer } from '@sup/model';
import type { DriftCollector } from './drift-collector.js';
import { compareRoles, roleText } from './roles.js';
import { compareValues, partName, takeOverTitle, type ValueComparison } from './values.js';

/** Compares the servers and clusters of both sides, which are paired by their names. */
export function compareHosts(collector: DriftCollector, pairs: readonly HostPair[]): void {
    const [single, both] = [pairs.filter(({ from, to }) => !from || !to), pairs.filter(({ from, to }) => from && to)];
    const renamed = clustersWithEqualNodes(single);
    for (const { from, to } of [...both, ...renamed]) {
        compareHost(from!, to!, collector);
    }
    const paired = new Set(renamed.flatMap(({ from, to }) => [from, to]));
    for (const { from, to } of single.filter(pair => !paired.has(pair.from ?? pair.to))) {
        if (from) {
            addMissing(from, collector);
        } else {
            addUnplanned(to!, collector);
        }
    }
}

/** Clusters with different names at one site are the same if they have the same nodes: an address of a cluster can be any name. */
function clustersWithEqualNodes(pairs: readonly HostPair[]): readonly HostPair[] {
    const clusters = (hosts: readonly (Host | undefined)[]): readonly Cluster[] => hosts.filter(host => host?.element === 'cluster');
    const keyOf = ({ site, nodes }: Cluster): string => JSON.stringify([site.code, ...[...nodes].sort()]).toUpperCase();
    const found = clusters(pairs.map(({ to }) => to));
    return clusters(pairs.map(({ from }) => from)).flatMap(from => {
        const to = found.find(cluster => keyOf(cluster) === keyOf(from));
        return to ? [{ from, to }] : [];
    });
}

function addUnplanned(host: Host, collector: DriftCollector): void {
    const site = collector.plannedSite(host.site.code);
    if (!site) {
        return; // It is part of a site that is not in the plan.
    }
    const point = roleOf(host);
    const role = point && ` with ${roleText(point)}`;
    const roles = host.element === 'server' && host.isSiteServer ? `, the site server${role ?? ''},` : role ?? '';
    collector.add({
        kind: 'notPlanned', at: { of: site, part: 'name' }, unplanned: host, subject: `${host.element === 'server' ? 'Server' : 'Cluster'} ${partName(host.name)}${roles}`,
        takeOver: { title: `Add ${partName(host.name)} from reality`, edits: () => [copyInto(site, collector.importedHost(host))] }
    });
}

/** Reports a host that was not found. Exports leave out servers without a part in software updates, and site servers are not planned ahead. */
function addMissing(host: Host, collector: DriftCollector): void {
    const site = collector.real.sites.find(({ code }) => toUpperCaseCode(code) === toUpperCaseCode(host.site.code));
    const isSiteServer = host.element === 'server' && host.isSiteServer;
    const isExported = host.updatePoints.length > 0 || (isSiteServer && site?.servers.some(server => server.isSiteServer));
    if (!site || !isExported) {
        return;
    }
    const subject = `${host.element === 'server' ? 'Server' : 'Cluster'} ${partName(host.name)} of site ${partName(host.site.code)}`;
    if (collector.coverageOf(site).roles) {
        collector.add({ kind: isSiteServer ? 'notFound' : 'notYetFound', at: { of: host, part: 'name' }, subject });
    } else {
        collector.skip(host, subject);
    }
}

function compareHost(host: Host, real: Host, collector: DriftCollector): void {
    const name = partName(host.name);
    if (toUpperCaseCode(host.site.code) !== toUpperCaseCode(real.site.code)) {
        const target = collector.plannedSite(real.site.code);
        collector.add({
            kind: 'moved', at: { of: host, part: 'name' }, subject: name, planned: partName(host.site.code), found: partName(real.site.code),
            takeOver: target && { title: `Move ${name} to ${partName(real.site.code)}`, edits: () => [moveStatement(host, target)] }
        });
    }
    if (host.element === 'server' && real.element === 'server') {
        compareSiteServer(host, real, collector);
        compareWsus(host, real, collector);
    } else if (host.name !== real.name && toUpperCaseCode(host.name) !== toUpperCaseCode(real.name)) {
        collector.add({ kind: 'differs', at: { of: host, part: 'name' }, subject: `${name}, the name of the cluster`, planned: name, found: partName(real.name) });
    }
    compareValues({ name, planned: host, real, facts: factsOfHost(host), realFacts: factsOfHost(real) }, comparisonForHost, collector);
    compareRoles(host, real, collector);
}

/** A plan may name an operating system without its edition. */
const comparisonForHost = ({ property }: Fact): ValueComparison => property === 'os' ? { isSame: (planned, found) => startsWithWords(found, planned) || startsWithWords(planned, found) } : {};

const startsWithWords = (text: string, words: string): boolean => text.toLowerCase().startsWith(words.toLowerCase()) && !/^\w/.test(text.slice(words.length));

function compareSiteServer(host: Server, real: Server, collector: DriftCollector): void {
    if (host.isSiteServer === real.isSiteServer) {
        return;
    }
    const subject = `${partName(host.name)}, the role of site server`;
    if (!real.site.servers.some(({ isSiteServer }) => isSiteServer)) {
        collector.skip(host, subject);
        return;
    }
    collector.add({
        kind: 'differs', at: { of: host, part: 'name' }, subject, planned: host.isSiteServer ? 'yes' : 'no', found: real.isSiteServer ? 'yes' : 'no',
        takeOver: real.isSiteServer ? { title: `Make ${partName(host.name)} the site server`, edits: () => [insertStatement(host, 'site server')] } : undefined
    });
}

function compareWsus(host: Server, real: Server, collector: DriftCollector): void {
    const [planned, found] = [host.wsus, real.wsus];
    const name = partName(host.name);
    if (planned && found) {
        compareValues({ name, planned, real: found, facts: factsOfWsus(planned), realFacts: factsOfWsus(found) }, fact => comparisonForWsus(fact, found), collector);
    } else if (planned) {
        collector.skip(planned, `WSUS on ${name}`); // An export has WSUS only for servers with the role.
    } else if (found && isRead(found)) {
        collector.add({
            kind: 'notPlanned', at: { of: host, part: 'name' }, subject: `WSUS on ${name}`,
            takeOver: { title: `Add WSUS on ${name} from reality`, edits: () => [copyInto(host, (collector.importedHost(real) as Server).wsus!)] }
        });
    }
}

/** Whether anything about WSUS was read. */
const isRead = (wsus: WsusServer): boolean => factsOfWsus(wsus).some(({ written }) => written !== undefined && written !== 'unknown');

function comparisonForWsus({ property }: Fact, real: WsusServer): ValueComparison {
    switch (property) {
        case 'version': return { takeOver: planned => ({ title: takeOverTitle(real.version), edits: () => [setHead(planned, 'version', real.version)] }) };
        case 'ssl': return { isOmissionStatement: true, isSame: (planned, found) => planned === '' && found === 'off' };
        case 'database': return { isSame: (planned, found) => withoutDomain(planned) === withoutDomain(found) };
        default: return {};
    }
}

/** A database with the first label of its server, in capitals. */
const withoutDomain = (database: string): string => database.replace(/^([^\\.]+)\.[^\\]*/, '$1').toUpperCase();
