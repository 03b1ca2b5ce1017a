import { type ClientGroup, type Cluster, hostsOf, type ProxyServer, type Server, type Site, type SoftwareUpdatePoint, type Synchronization, type WsusServer } from '../hierarchy.js';

/** A value that the plan states as `unknown`. */
export interface UnknownValue {
    readonly element: Site | Server | Cluster | WsusServer | SoftwareUpdatePoint | ProxyServer | Synchronization | ClientGroup;
    /** The key of the property, or `version` or `state` in a head. */
    readonly key: string;
    /** The value with its owner in the site: `ports of WSUS on OSLSUP01`. */
    readonly text: string;
    /** The server or cluster that it belongs to. */
    readonly host: Server | Cluster | undefined;
}

/** The unknown values of a site and of everything in it. */
export function unknownValuesOf(site: Site): readonly UnknownValue[] {
    return [
        ...valuesIn(site, '', undefined),
        ...site.synchronizations.flatMap(settings => valuesIn(settings, ' of the synchronization', undefined)),
        ...site.clientGroups.flatMap(group => valuesIn(group, group.label === undefined ? ' of a client group' : ` of the clients "${group.label}"`, undefined)),
        ...hostsOf(site).flatMap(host => [
            ...valuesIn(host, ` of ${host.name}`, host),
            ...host.element === 'server' && host.wsus ? valuesIn(host.wsus, ` of WSUS on ${host.name}`, host) : [],
            ...host.updatePoints.flatMap(point => [
                ...valuesIn(point, ` of the software update point on ${host.name}`, host),
                ...point.proxy ? valuesIn(point.proxy, ` of the proxy server of ${host.name}`, host) : []
            ])
        ])
    ];
}

function valuesIn(element: UnknownValue['element'], owner: string, host: Server | Cluster | undefined): readonly UnknownValue[] {
    return [...element.unknown ?? []].map(field => {
        const key = keyOf(field);
        return { element, key, text: key + owner, host };
    });
}

/** The field `wsusConsole` is the key `wsus console`. */
function keyOf(field: string): string {
    return field === 'importPlan' ? 'import' : field.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}
