import type { Cluster, Server } from '@sup/model';
import { costs } from './costs.js';
import type { Fact } from './fact.js';
import { said } from './fact-makers.js';

/** What is to be known of a server or cluster. Its WSUS and its role are compared apart. */
export function factsOfHost(host: Server | Cluster): readonly Fact[] {
    return [
        said(host.element, 'the fully qualified domain name', host.fqdn, costs.fqdn),
        said(host.element, 'the fully qualified domain name on the Internet', host.internetFqdn, costs.fqdn),
        ...host.element === 'cluster' ? [said('cluster', 'the nodes', host.nodes, costs.nodes)] : [
            said('server', 'the operating system', host.os, costs.operatingSystem),
            said('server', 'the WSUS administration console', host.wsusConsole, costs.wsusConsole)
        ]
    ];
}
