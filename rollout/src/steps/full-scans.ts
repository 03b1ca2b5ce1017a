import { assume, type Assumptions, type Hierarchy, isOwnDatabase, isSamePath, serversOf, type SoftwareUpdatePoint, toUpperCaseCode, transmissionMinutes } from '@sup/model';
import type { FullScans } from '../rollout.js';
import { servedClients, type ServedClients, totalClients } from './clients.js';

/**
 * The clients that a step gives another WSUS database: their next scan transfers the whole catalog. Source: "About Software Updates Compliance Assessment"
 * (ConfigMgr 2007 library). Undefined if there are none.
 */
export function fullScansAfter(before: Hierarchy, after: Hierarchy, assumptions: Partial<Assumptions> | undefined): FullScans | undefined {
    const former = new Map([...servedClients(before)].map(clients => [keyOf(clients), clients.point]));
    const moved = [...servedClients(after)].filter(clients => clients.point && !isSameDatabase(former.get(keyOf(clients)), clients.point));
    if (moved.length === 0) {
        return undefined;
    }
    const { firstScanSize, scanInterval } = assume(assumptions ?? {});
    const links = moved.flatMap(({ site, count, on, point }) => {
        const bandwidth = after.sitesByCode.get(site)?.[0]?.link?.bandwidth;
        const isOverLink = on === 'intranet' && toUpperCaseCode(point!.host.site.code) !== toUpperCaseCode(site);
        return isOverLink && bandwidth ? [{ site, clients: count, minutes: Math.round(transmissionMinutes(count * firstScanSize, bandwidth)) }] : [];
    });
    const clients = totalClients(moved);
    const first = totalClients(moved.filter(each => !former.get(keyOf(each))));
    return { clients, first, megabytes: clients * firstScanSize, megabytesEach: firstScanSize, within: scanInterval, links: links.sort((a, b) => b.minutes - a.minutes) };
}

const keyOf = ({ site, on }: ServedClients): string => `${toUpperCaseCode(site)} ${on}`;

/** Whether a software update point uses the catalog of a former one: its own, also when the database moves to another server, or one that both share. */
function isSameDatabase(former: SoftwareUpdatePoint | undefined, point: SoftwareUpdatePoint): boolean {
    const [was, is] = [former, point].map(each => each && serversOf(each)[0]?.wsus?.database);
    return former !== undefined && (toUpperCaseCode(former.host.name) === toUpperCaseCode(point.host.name)
        || (was !== undefined && is !== undefined && !isOwnDatabase(was) && isSamePath(was, is)));
}
