import { serversOf, siteServerOf, type SoftwareUpdatePoint, type WsusVersion } from '@sup/model';
import { type Edit, setHead, setProperty } from './edit.js';

/** Plans a WSUS version for software update points, and for the consoles that the plan names on their site servers. */
export function planWsus(points: readonly SoftwareUpdatePoint[], version: WsusVersion): readonly Edit[] {
    const servers = new Set(points.flatMap(serversOf));
    const consoles = new Set(points.filter(point => point.state === 'active').map(point => siteServerOf(point.host.site)));
    return [
        ...[...servers].flatMap(({ wsus }) => wsus && wsus.version !== version ? [setHead(wsus, 'version', version)] : []),
        ...[...consoles].flatMap(server => server?.wsusConsole && server.wsusConsole !== version ? [setProperty(server, 'wsus console', version)] : [])
    ];
}
