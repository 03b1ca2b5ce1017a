import { quoteString, writtenName } from '@sup/language';
import { plainText } from '../text/plain-text.js';
import { isActiveAt, type RoleStates } from './active-role.js';
import { comment, type DraftBlock, type DraftMember, line, property, silent, unread } from './draft.js';
import type { Facts, ServerFacts, SiteFacts } from './facts.js';
import { wsusVersionOf } from './releases.js';
import { roleBlock } from './role-block.js';
import { fqdnIn } from './server-names.js';
import { textOf } from './text-values.js';
import { unknownWsus, upstreamLine, wsusBlock } from './wsus-block.js';

export interface ServerContext {
    readonly site: SiteFacts;
    readonly states: RoleStates;
    readonly isPrimary: boolean;
    readonly facts: Facts;
}

export function serverBlock(server: ServerFacts, context: ServerContext): DraftBlock {
    const { name, isSiteServer, updatePoints } = server;
    const { site, states, isPrimary, facts } = context;
    const [role, ...more] = updatePoints;
    const wsus = facts.wsusOf(name);
    const os = osText(facts.computerOf(name)?.os);
    return {
        kind: 'block', head: `server ${writtenName(name)}`, members: [
            ...isSiteServer ? [line('site server')] : [],
            ...namesOf(server, context),
            ...os === '' ? unread('os') : [line(`os: ${quoteString(os)}`)],
            ...consoleOf(server, context),
            ...unread('forest', 'trusted', 'other roles', 'cannot reach'),
            ...facts.remarksOn(site.code, name).map(comment),
            ...wsus?.isRead ? [wsusBlock(wsus, upstreamOf(server, context), facts)] : role ? [comment(whyUnread(name, facts)), unknownWsus] : silent(unknownWsus),
            ...more.length > 0 ? [comment('the sources have this role more than once')] : [],
            ...role ? [roleBlock(role, { ...states.stateOf(server), settings: states.settings, wsus: wsus?.isRead ? wsus : undefined, isPrimary })] : []
        ]
    };
}

/** The FQDNs. They are on the site system role; where clients connect, a name that was not read must not count as absent. */
function namesOf(server: ServerFacts, { states }: ServerContext): readonly DraftMember[] {
    const { siteSystem, spellings, updatePoints } = server;
    const fqdn = textOf(siteSystem?.properties, 'Server Remote Name') || spellings.map(fqdnIn).find(Boolean);
    const internetFqdn = textOf(siteSystem?.properties, 'Server Remote Public Name');
    const hasRole = updatePoints.length > 0;
    const isForInternet = hasRole && states.stateOf(server).state === 'internet';
    return [
        ...fqdn ? [line(`fqdn: ${quoteString(plainText(fqdn).toLowerCase())}`)] : siteSystem ? [] : hasRole ? [property('fqdn', undefined)] : unread('fqdn'),
        ...internetFqdn ? [line(`internet fqdn: ${quoteString(plainText(internetFqdn).toLowerCase())}`)] : siteSystem ? [] : isForInternet ? [property('internet fqdn', undefined)] : unread('internet fqdn')
    ];
}

/** The WSUS administration console, which a site server without WSUS needs to configure WSUS elsewhere. */
function consoleOf(server: ServerFacts, { states, facts, site }: ServerContext): readonly DraftMember[] {
    if (!server.isSiteServer || server.updatePoints.length > 0 || facts.wsusOf(server.name)) {
        return unread('wsus console');
    }
    const computer = facts.computerOf(server.name);
    const { value, note } = wsusVersionOf(computer?.wsusConsole);
    const error = facts.errorOf('computer', server.name);
    const isRemote = states.cluster !== undefined || states.lost !== undefined || site.servers.some(({ updatePoints }) => updatePoints.length > 0);
    const isRead = computer?.os !== undefined && error === undefined;
    return value !== undefined || note !== undefined ? [property('wsus console', value, note)] : isRead ? [] : isRemote ? [property('wsus console', undefined, error)] : unread('wsus console');
}

function whyUnread(server: string, facts: Facts): string {
    const { sources } = facts.inventory;
    const error = facts.errorOf('wsus', server);
    return error !== undefined ? `WSUS was not read: ${error}` : sources.every(({ kind }) => kind === 'site control file') ? 'a site control file does not describe WSUS'
        : sources.length === 1 ? 'WSUS is not in the file' : 'WSUS is not in the files';
}

/** The upstream server of WSUS. A new plan states it only if it is not the one that the product sets; for an inactive role, the product sets none. */
function upstreamOf(server: ServerFacts, { site, states, facts }: ServerContext): readonly DraftMember[] {
    const wsus = facts.wsusOf(server.name);
    const upstream = facts.names.resolve(wsus?.upstream ?? '');
    if (upstream === undefined || wsus?.synchronizesFromMicrosoftUpdate === true || server.updatePoints.length === 0) {
        return unread('upstream');
    }
    const { state } = states.stateOf(server);
    const source = state === 'internet' ? site : facts.sites.get(site.parent ?? '');
    const isNode = states.cluster?.nodes.includes(server) === true;
    const isDerived = source !== undefined && isActiveAt(source, upstream);
    return state === 'inactive' || isNode || isDerived ? silent(upstreamLine(upstream)) : [upstreamLine(upstream)];
}

/** The name of an operating system without the marks of its maker, and on one line. */
function osText(caption: string | undefined): string {
    return plainText(caption ?? '').replace(/\((?:R|TM)\)|[®™]/gi, '').replace(/^Microsoft\s+/i, '').replace(/\s+/g, ' ').trim();
}
