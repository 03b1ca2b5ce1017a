import type { Cluster, Server } from '@sup/model';
import type { Cost } from '../comparison.js';
import { costs } from './costs.js';
import type { Fact, Value } from './fact.js';
import { stated, writtenFact, yesNo } from './fact-makers.js';
import { versionCost } from './wsus-facts.js';

/** The facts of a server or cluster, without its WSUS and its role, which are compared separately. */
export function factsOfHost(host: Server | Cluster): readonly Fact[] {
    return [
        writtenFact(host.element, 'fqdn', 'the fully qualified domain name', stated(host, 'fqdn', host.fqdn), costs.fqdn),
        writtenFact(host.element, 'internet fqdn', 'the fully qualified domain name on the Internet', stated(host, 'internetFqdn', host.internetFqdn), costs.fqdn),
        ...host.element === 'cluster' ? [writtenFact('cluster', 'nodes', 'the nodes', stated(host, 'nodes', host.nodes), costs.nodes)] : factsOfServer(host)
    ];
}

function factsOfServer(server: Server): readonly Fact[] {
    return [
        writtenFact('server', 'os', 'the operating system', stated(server, 'os', server.os), costs.operatingSystem),
        writtenFact('server', 'wsus console', 'the WSUS administration console', stated(server, 'wsusConsole', server.wsusConsole), consoleCost),
        writtenFact('server', 'forest', 'the forest', stated(server, 'forest', server.forest), costs.forest),
        writtenFact('server', 'trusted', 'the trust in its forest', stated(server, 'trusted', yesNo(server.trusted)), costs.forest),
        writtenFact('server', 'other roles', 'the other roles', stated(server, 'otherRoles', server.otherRoles), costs.otherRoles),
        writtenFact('server', 'cannot reach', 'the servers that it cannot reach', stated(server, 'cannotReach', server.cannotReach), costs.network)
    ];
}

function consoleCost(from: Value, to: Value): Cost {
    if (to === undefined) {
        return costs.removedWsusConsole;
    }
    // An older console is installed like the first one: it has no data.
    return from !== undefined && versionCost(from, to) === costs.wsusUpgrade ? costs.wsusUpgrade : costs.wsusConsole;
}
