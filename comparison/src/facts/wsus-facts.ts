import { activeUpdatePointOf, defaultWebSitePorts, isOlder, type Ports, serversOf, type WsusServer, type WsusVersion, wsusVersions } from '@sup/model';
import type { Cost } from '../comparison.js';
import { costs } from './costs.js';
import type { Fact, Value } from './fact.js';
import { effectiveFact, writtenFact, yesNo } from './fact-makers.js';

/** The facts of the WSUS on a server. */
export function factsOfWsus(wsus: WsusServer): readonly Fact[] {
    return [
        writtenFact('wsus', 'the version of WSUS', wsus.version, versionCost),
        effectiveFact('wsus', 'the pair of ports of the WSUS web site', portsText(wsus.ports ?? defaultWebSitePorts), portsText(wsus.ports), costs.webSite),
        writtenFact('wsus', 'the SSL setting of the WSUS web site', wsus.ssl, costs.webSiteSsl),
        writtenFact('wsus', 'the virtual directories that require SSL', wsus.virtualDirectories, costs.webSiteSsl),
        effectiveFact('wsus', 'the replica setting of WSUS', yesNo(wsus.replica ?? isMadeReplica(wsus)), yesNo(wsus.replica), costs.madeByProduct),
        writtenFact('wsus', 'the upstream server of WSUS', wsus.upstream, costs.madeByProduct),
        writtenFact('wsus', 'the database of WSUS', wsus.database, costs.wsusData),
        writtenFact('wsus', 'the content folder of WSUS', wsus.contentFolder, costs.wsusData)
    ];
}

export const portsText = (ports: Ports | undefined): string | undefined => ports && [ports.http, ports.https].filter(port => port !== undefined).join(', ');

/** The product makes the WSUS of a secondary site's software update point a replica. Source: "About the Software Update Point on a Secondary Site" (ConfigMgr 2007 library). */
function isMadeReplica({ server }: WsusServer): boolean {
    const active = server.site.kind === 'secondary' ? activeUpdatePointOf(server.site) : undefined;
    return active !== undefined && serversOf(active).includes(server);
}

function versionCost(from: Value, to: Value): Cost {
    return isVersion(from) && isVersion(to) && isOlder(to, from) ? costs.olderRelease : costs.wsusUpgrade;
}

const isVersion = (value: Value): value is WsusVersion => (wsusVersions as readonly Value[]).includes(value);
