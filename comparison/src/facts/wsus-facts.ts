import { activeUpdatePointOf, defaultWebSitePorts, isOlder, type Ports, serversOf, type WsusServer, type WsusVersion, wsusVersions } from '@sup/model';
import type { Cost } from '../comparison.js';
import { costs } from './costs.js';
import type { Fact, Value } from './fact.js';
import { effectiveFact, stated, writtenFact, yesNo } from './fact-makers.js';

/** The facts of the WSUS on a server. */
export function factsOfWsus(wsus: WsusServer): readonly Fact[] {
    const text = (property: string, label: string, field: 'upstream' | 'database' | 'contentFolder' | 'contentShare' | 'webSite' | 'clientCertificates' | 'ssl', cost: Cost): Fact => writtenFact('wsus', property, label, stated(wsus, field, wsus[field]), cost);
    const list = (property: string, label: string, field: 'virtualDirectories' | 'certificateNames' | 'previousProducts' | 'previousClassifications', cost: Cost): Fact => writtenFact('wsus', property, label, stated(wsus, field, wsus[field]), cost);
    return [
        writtenFact('wsus', 'version', 'the version of WSUS', stated(wsus, 'version', wsus.version), versionCost),
        effectiveFact('wsus', 'ports', 'the pair of ports of the WSUS web site', stated(wsus, 'ports', portsText(wsus.ports ?? defaultWebSitePorts)), stated(wsus, 'ports', portsText(wsus.ports)), costs.webSite),
        text('web site', 'the WSUS web site', 'webSite', costs.webSite),
        text('ssl', 'the SSL setting of the WSUS web site', 'ssl', costs.webSiteSsl),
        list('virtual directories', 'the virtual directories that require SSL', 'virtualDirectories', costs.webSiteSsl),
        list('certificate names', 'the names in its certificate', 'certificateNames', costs.certificate),
        text('client certificates', 'the setting for client certificates', 'clientCertificates', costs.webSiteSsl),
        effectiveFact('wsus', 'replica', 'the replica setting of WSUS', stated(wsus, 'replica', yesNo(wsus.replica ?? isMadeReplica(wsus))), stated(wsus, 'replica', yesNo(wsus.replica)), costs.madeByProduct),
        text('upstream', 'the upstream server of WSUS', 'upstream', costs.madeByProduct),
        text('database', 'the database of WSUS', 'database', costs.wsusData),
        text('content folder', 'the content folder of WSUS', 'contentFolder', costs.wsusData),
        text('content share', 'the content share of WSUS', 'contentShare', costs.wsusData),
        writtenFact('wsus', 'express files', 'the download of express installation files', stated(wsus, 'expressFiles', yesNo(wsus.expressFiles)), costs.wsusSetting),
        list('previous products', 'the products that it synchronized before', 'previousProducts', costs.planOnly),
        list('previous classifications', 'the update classifications that it synchronized before', 'previousClassifications', costs.planOnly),
        writtenFact('wsus', 'other clients', 'the use by clients that Configuration Manager does not manage', stated(wsus, 'otherClients', yesNo(wsus.otherClients)), costs.clients)
    ];
}

export const portsText = (ports: Ports | undefined): string | undefined => ports && [ports.http, ports.https].filter(port => port !== undefined).join(', ');

/** The product makes the WSUS of a secondary site's software update point a replica. Source: "About the Software Update Point on a Secondary Site" (ConfigMgr 2007 library). */
function isMadeReplica({ server }: WsusServer): boolean {
    const active = server.site.kind === 'secondary' ? activeUpdatePointOf(server.site) : undefined;
    return active !== undefined && serversOf(active).includes(server);
}

/** The cost of another version of WSUS or of its console. */
export function versionCost(from: Value, to: Value): Cost {
    return isVersion(from) && isVersion(to) && isOlder(to, from) ? costs.olderRelease : costs.wsusUpgrade;
}

const isVersion = (value: Value): value is WsusVersion => (wsusVersions as readonly Value[]).includes(value);
