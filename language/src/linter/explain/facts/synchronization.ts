import { activeUpdatePointOf, type Hierarchy, type Site, type SoftwareUpdatePoint, type Synchronization, type WsusServer } from '@sup/model';
import type { Fact } from '../fact.js';
import { hasNoActiveRole, hasRole } from './roles.js';
import { hasNoParent, maxListed, reportsUpTo } from './sites.js';

/** The source of a secondary site's WSUS server, by the product. */
export function replicatesParent(site: Site, parent: Site | undefined): Fact {
    const where = parent ? `, here ${parent.code}` : '';
    return { text: `WSUS of ${site.code} is a replica of the active software update point of its parent site${where}.`, source: 'About the Software Update Point on a Secondary Site' };
}

/** The source of a software update point below another one, by the product. */
export function synchronizesFromParent(site: Site, parent: Site): Fact {
    return { text: `The active software update point of ${site.code} synchronizes from the one of its parent site, here ${parent.code}.`, source: 'Software Update Point Component Properties: Sync Settings Tab' };
}

const topUsesMicrosoftUpdate: Fact = { text: 'The topmost active software update point synchronizes from Microsoft Update.', source: 'About Software Updates Synchronization' };

/** Why synchronization starts below a central site: it has no role, and these sites are the highest that have one. */
export function synchronizationStartsBelow(hierarchy: Hierarchy, central: Site, roots: readonly Site[]): readonly Fact[] {
    return [
        hasNoParent(central),
        hasNoActiveRole(central),
        ...roots.slice(0, maxListed).flatMap(root => [...reportsUpTo(hierarchy, root, central), hasRole(activeUpdatePointOf(root)!)]),
        topUsesMicrosoftUpdate
    ];
}

/** Why a site synchronizes from Microsoft Update. */
export function isFirstWithRole(site: Site, point: SoftwareUpdatePoint | undefined): readonly Fact[] {
    return [
        ...point ? [hasRole(point)] : [],
        { text: `No site above ${site.code} has an active software update point.`, at: { of: site } },
        topUsesMicrosoftUpdate
    ];
}

const sources = { 'microsoft-update': 'Microsoft Update', 'parent-site': 'the parent site', none: 'no source, by export and import' };

export function statesSource(site: Site, settings: Synchronization): Fact {
    const { source } = settings;
    const from = source?.kind === 'server' ? source.server : source && sources[source.kind];
    return { text: from === undefined ? `The plan of ${site.code} states no source.` : `The plan of ${site.code} states the source: ${from}.`, at: { of: settings, part: 'source' } };
}

export function statesUpstream(wsus: WsusServer): Fact {
    return { text: `WSUS on ${wsus.server.name} is planned to synchronize from ${wsus.upstream ?? 'another server'}.`, at: { of: wsus, part: 'upstream' } };
}

export function statesReplica(wsus: WsusServer): Fact {
    return { text: `WSUS on ${wsus.server.name} is planned as ${wsus.replica ? 'a replica' : 'an autonomous server'}.`, at: { of: wsus, part: 'replica' } };
}
