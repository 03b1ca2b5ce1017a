import { portsOf, type SoftwareUpdatePoint, usesSsl, type WsusServer, wsusOf } from '@sup/model';
import type { Fact } from '../fact.js';

export function hasVersion(wsus: WsusServer): Fact {
    return { text: wsus.version === undefined ? `The plan does not state the version of WSUS on ${wsus.server.name}.` : `WSUS on ${wsus.server.name} has version ${wsus.version}.`, at: { of: wsus, part: 'version' } };
}

export function listensOn(wsus: WsusServer): Fact {
    const { ports } = wsus;
    return { text: ports ? `The WSUS web site on ${wsus.server.name} listens on ${ports.http}${ports.https === undefined ? '' : ` and ${ports.https}`}.` : `The plan does not state the ports of WSUS on ${wsus.server.name}.`, at: { of: wsus, part: 'ports' } };
}

/** The ports that the role uses: its own, else those of its WSUS server. */
export function usesPorts(point: SoftwareUpdatePoint): Fact {
    const ports = portsOf(point);
    const origin = point.ports ? { of: point, part: 'ports' } : { of: wsusOf(point) ?? point, part: 'ports' };
    return { text: ports ? `The software update point on ${point.host.name} uses ports ${ports.http}${ports.https === undefined ? '' : ` and ${ports.https}`}.` : `The ports of the software update point on ${point.host.name} are unknown.`, at: origin };
}

/** Whether the role uses SSL, and the property that states it: of the role, else of its WSUS server. */
export function statesSsl(point: SoftwareUpdatePoint): Fact {
    const ssl = usesSsl(point);
    const at = point.ssl === undefined && wsusOf(point)?.ssl !== undefined ? { of: wsusOf(point)!, part: 'ssl' } : { of: point, part: 'ssl' };
    return { text: ssl === undefined ? `The plan does not state whether ${point.host.name} uses SSL.` : `The software update point on ${point.host.name} is planned ${ssl ? 'with' : 'without'} SSL.`, at };
}

const sslTexts = { required: 'with SSL', website: 'with SSL on the whole web site', off: 'without SSL' };

export function statesSslOfWsus(wsus: WsusServer): Fact {
    return { text: wsus.ssl === undefined ? `The plan does not state whether WSUS on ${wsus.server.name} uses SSL.` : `WSUS on ${wsus.server.name} is planned ${sslTexts[wsus.ssl]}.`, at: { of: wsus, part: 'ssl' } };
}
