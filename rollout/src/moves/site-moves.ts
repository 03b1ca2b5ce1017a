import { isOlderServicePack } from '@sup/model';
import { changeSite, differingProperties, withProperties } from '../facts/draft.js';
import type { HostFacts, SiteFacts } from '../facts/plan-facts.js';
import { groupMoves } from './group-moves.js';
import type { Move } from './move.js';
import type { MoveKind } from './move-kinds.js';
import { parentKeyOf } from './versions-of-site.js';

/** The id of the move that installs a site. */
export const siteId = (code: string): string => `${code} site`;

/** The site with its servers and clients. WSUS, software update points, clusters and Group Policies follow in moves of their own. */
export function addedSite(code: string, after: SiteFacts): Move {
    const { unknown, ...own } = after.own;
    const bare: SiteFacts = {
        own: { ...own, ...unknown && { unknown }, groupPolicy: undefined },
        hosts: new Map([...after.hosts].filter(([, host]) => host.element === 'server').map(([name, host]) => [name, bareHost(host)])),
        synchronization: undefined,
        groups: new Map([...after.groups].map(([label, group]) => [label, { ...group, policy: undefined }]))
    };
    return { id: siteId(code), kind: 'install site', site: after.own.code, hosts: [], needs: [], apply: draft => draft.set(code, bare) };
}

/** A server without WSUS and without the role. */
export const bareHost = (host: HostFacts): HostFacts => ({ ...host, wsus: undefined, role: undefined });

export function removedSite(code: string, before: SiteFacts): Move {
    return { id: `${code} removed`, kind: 'remove site', site: before.own.code, hosts: [], needs: [], apply: draft => draft.delete(code) };
}

/** A secondary site that is installed again below another parent, or a site of another kind: with all its roles, because it starts from nothing. */
export function recreatedSite(code: string, before: SiteFacts, after: SiteFacts): readonly Move[] {
    const isKindSame = before.own.kind === after.own.kind;
    return [{ id: siteId(code), kind: isKindSame ? 'reinstall site' : 'install site', site: after.own.code, hosts: [], needs: [], apply: draft => draft.set(code, after) }];
}

/** The changes of a site that stays. */
export function siteMoves(code: string, before: SiteFacts, after: SiteFacts): readonly Move[] {
    const differing = differingProperties(before.own, after.own);
    const isAttached = parentKeyOf(before) !== parentKeyOf(after);
    const move = (kind: MoveKind, keys: readonly string[]): readonly Move[] => keys.some(key => differing.has(key)) ? [{
        id: `${code} ${kind}`, kind, site: after.own.code, hosts: [], needs: [],
        apply: draft => changeSite(draft, code, site => ({ ...site, own: withProperties(site.own, after.own, keys) }))
    }] : [];
    return [
        ...move('open network', ['clients', 'link']),
        ...move(isOpened(before.own.cannotReach, after.own.cannotReach) ? 'open network' : 'close network', ['cannotReach']).map(each => ({ ...each, id: `${code} reach` })),
        ...move(isDowngrade(before, after) ? 'downgrade release' : 'upgrade release', ['release']),
        ...move(after.own.mode === 'native' ? 'to native' : 'to mixed', ['mode']),
        ...isAttached ? attached(code, before, after) : move('change site', ['parentCodes']),
        // The kind changes with the parent, so it would leave a step that changes nothing.
        ...move('change site', ['code', 'title', 'clientInstallation', ...isAttached ? [] : ['kind']]).map(each => ({ ...each, id: `${code} settings` })),
        ...groupMoves(code, before, after)
    ];
}

/** Whether a list of ends that cannot be reached gains no entry. */
export const isOpened = (before: readonly string[] | undefined, after: readonly string[] | undefined): boolean => (after ?? []).every(end => before?.includes(end));

function isDowngrade({ own: { release: was } }: SiteFacts, { own: { release: is } }: SiteFacts): boolean {
    const addOns = [undefined, 'R2', 'R3'];
    return was !== undefined && is !== undefined && (isOlderServicePack(is.servicePack, was.servicePack)
        || (is.servicePack === was.servicePack && addOns.indexOf(is.addOn) < addOns.indexOf(was.addOn)));
}

/** A primary site gets another parent, or a central site gets one and stops being the top: its own source, schedule and criteria lapse in the same step. */
function attached(code: string, before: SiteFacts, after: SiteFacts): readonly Move[] {
    const isSourceLost = before.synchronization?.source?.kind !== after.synchronization?.source?.kind;
    return [{
        id: `${code} parent`, kind: 'attach site', site: after.own.code, hosts: [], needs: [],
        apply: draft => changeSite(draft, code, site => ({
            ...site, own: withProperties(site.own, after.own, ['parentCodes', 'kind']), synchronization: isSourceLost ? after.synchronization : site.synchronization
        }))
    }];
}
