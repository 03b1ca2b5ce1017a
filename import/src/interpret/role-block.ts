import type { Properties, RoleRecord, WsusRecord } from '../inventory.js';
import type { PlannedState } from './active-role.js';
import { type DraftBlock, type DraftMember, line, property, silent, unread } from './draft.js';
import { flagOf, numberOf, portsText, quoted, textOf, yesOrNo } from './text-values.js';

export interface RoleContext {
    readonly state: PlannedState;
    readonly note?: string | undefined;
    /** The settings of the site, which apply where the role has none. */
    readonly settings: Properties | undefined;
    readonly wsus: WsusRecord | undefined;
    /** Whether the site can have clients on the Internet. */
    readonly isPrimary: boolean;
}

/** The role of a server. The settings of the site stand for those of the active role. */
export function roleBlock(role: RoleRecord, { state, note, settings, wsus, isPrimary }: RoleContext): DraftBlock {
    const { properties, isHandwritten = false } = role;
    const isActive = state === 'active';
    const ports = portsOf(properties, isActive ? settings : undefined);
    const ofWsus = wsus && portsText(wsus.http, wsus.https);
    const isRead = properties !== undefined && !isHandwritten;
    return {
        kind: 'block', head: `software update point${state === 'inactive' ? '' : ` ${state}`}`, note, isOneLine: properties === undefined && !isActive, members: [
            // The role uses the ports of WSUS unless it has its own, and a table has one column for both.
            ...ofWsus !== undefined && (ports === ofWsus || isHandwritten) ? [] : [property('ports', ports)],
            property('ssl', yesOrNo(flagOf(properties, 'SSLWSUS') ?? (isActive ? flagOf(settings, 'SSLDefaultWSUS') : undefined))),
            ...isActive && (isRead || isPrimary) ? [property('accepts', isRead ? acceptedBy(properties) : undefined)] : unread('accepts'),
            ...state === 'internet' ? unread('source') : [], ...unread('import'),
            ...isRead || properties?.has('WSUSAccessAccount') ? accountOf(properties) : unread('account'),
            ...isRead || properties?.has('UseProxy') ? proxyOf(properties) : silent(unknownProxy)
        ]
    };
}

/** The role of a cluster has the settings of the site, and what the roles of its nodes share. */
export function clusterRoleBlock(nodes: readonly RoleRecord[], settings: Properties | undefined): DraftBlock {
    const all = nodes.map(({ properties }) => properties);
    const [first] = all;
    const isShared = (name: string): boolean => new Set(all.map(properties => textOf(properties, name))).size === 1;
    return {
        kind: 'block', head: 'software update point active', members: [
            property('ports', portsOf(first, settings)),
            property('ssl', yesOrNo(flagOf(settings, 'SSLDefaultWSUS') ?? flagOf(first, 'SSLWSUS'))),
            property('accepts', first === undefined ? undefined : acceptedBy(first)),
            ...first === undefined || !isShared('WSUSAccessAccount') ? [property('account', undefined)] : accountOf(first),
            ...unread('import'), ...first !== undefined && isShared('ProxyName') ? proxyOf(first) : silent(unknownProxy)
        ]
    };
}

const unknownProxy: DraftBlock = { kind: 'block', head: 'proxy', isOneLine: true, members: ['host', 'port', 'authentication', 'account'].map(key => property(key, undefined)) };

const acceptedBy = (properties: Properties): string => flagOf(properties, 'IsINF') ? 'intranet, internet' : 'intranet';

/** The settings of the site have the ports of the active role under other names. */
function portsOf(properties: Properties | undefined, settings: Properties | undefined): string | undefined {
    return portsText(numberOf(properties, 'WSUSIISPort'), numberOf(properties, 'WSUSIISSSLPort')) ?? portsText(numberOf(settings, 'DefaultWSUSIISPort'), numberOf(settings, 'DefaultWSUSIISSSLPort'));
}

function accountOf(properties: Properties | undefined): readonly DraftMember[] {
    const account = quoted(textOf(properties, 'WSUSAccessAccount'));
    return account === undefined ? [] : [line(`account: ${account}`)];
}

function proxyOf(properties: Properties | undefined): readonly DraftMember[] {
    if (!flagOf(properties, 'UseProxy')) {
        return [];
    }
    const isAnonymous = flagOf(properties, 'AnonymousProxyAccess');
    const account = isAnonymous ? undefined : quoted(textOf(properties, 'UserName'));
    const port = portsText(numberOf(properties, 'ProxyServerPort'), undefined);
    return [{
        kind: 'block', head: 'proxy', members: [
            property('host', quoted(textOf(properties, 'ProxyName'))),
            property('port', port),
            ...isAnonymous ? [line('authentication: no')] : account === undefined ? [property('authentication', undefined), ...unread('account')] : [line(`account: ${account}`)]
        ]
    }];
}
