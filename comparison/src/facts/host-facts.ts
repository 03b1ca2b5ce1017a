import type { Cluster, Server } from '@sup/model';
import { costs } from './costs.js';
import type { Fact } from './fact.js';
import { writtenFact } from './fact-makers.js';

/** The facts of a server or cluster, without its WSUS and its role, which are compared separately. */
export function factsOfHost(host: Server | Cluster): readonly Fact[] {
    return [
        writtenFact(host.element, 'the fully qualified domain name', host.fqdn, costs.fqdn),
        writtenFact(host.element, 'the fully qualified domain name on the Internet', host.internetFqdn, costs.fqdn),
        ...host.element === 'cluster' ? [writtenFact('cluster', 'the nodes', host.nodes, costs.nodes)] : [
            writtenFact('server', 'the operating system', host.os, costs.operatingSystem),
            writtenFact('server', 'the WSUS administration console', host.wsusConsole, costs.wsusConsole)
        ]
    ];
}
