import { isOlder, type Server } from '@sup/model';
import { changeHost, differingProperties, withProperties } from '../facts/draft.js';
import type { HostFacts, Properties, RoleFacts, SiteFacts } from '../facts/plan-facts.js';
import type { Move, Need } from './move.js';
import type { MoveKind } from './move-kinds.js';
import { bareHost, isOpened } from './site-moves.js';

const beforeTheRole: Omit<Need, 'move'> = { why: 'WSUS must be on the server before it becomes a software update point.', source: 'Prerequisites for Software Updates', confidence: 'high' };
const afterTheChoice: Omit<Need, 'move'> = { why: 'While a software update point is selected, its removal interrupts its clients.', source: 'How to Remove a Software Update Point', confidence: 'high' };
const afterTheRole: Omit<Need, 'move'> = { why: 'The role needs WSUS until it is removed.', source: 'How to Remove a Software Update Point', confidence: 'high' };

/** The changes of the servers and clusters of a site, except which software update point is active. `before` is undefined for a site that is installed. */
export function hostMoves(code: string, before: SiteFacts | undefined, after: SiteFacts): readonly Move[] {
    const names = [...new Set([...before?.hosts.keys() ?? [], ...after.hosts.keys()])];
    return names.flatMap(name => {
        const [was, is] = [before?.hosts.get(name), after.hosts.get(name)];
        const maker = new HostMoves(code, after.own.code, name, is ?? was!);
        return !is ? maker.removed(was!) : !was || was.element !== is.element ? [...was ? maker.removed(was) : [], ...maker.added(is, was !== undefined, before === undefined)] : maker.changed(was, is);
    });
}

/** The id of the move that adds the role to a host. */
export const roleId = (code: string, name: string): string => `${code} ${name} role`;

/** The id of the move that selects or deselects the active or the Internet-based software update point of a site. */
export const selectionId = (code: string, state: 'active' | 'internet'): string => `${code} ${state}`;

/** The id of the move that removes a host, or WSUS from it. */
const removedId = (code: string, name: string): string => `${code} ${name} removed`;

/** The id of the move that installs WSUS on a host. */
const wsusId = (code: string, name: string): string => `${code} ${name} WSUS`;

class HostMoves {
    constructor(private readonly code: string, private readonly site: string, private readonly name: string, private readonly host: HostFacts) {}

    private move(id: string, kind: MoveKind, change: (host: HostFacts | undefined) => HostFacts | undefined, needs: readonly Need[] = []): Move {
        return { id, kind, site: this.site, hosts: [this.host.own.name], needs, apply: draft => changeHost(draft, this.code, this.name, change) };
    }

    added(is: HostFacts, isReplaced: boolean, isSiteNew: boolean): readonly Move[] {
        const needs: readonly Need[] = isReplaced ? [{ move: removedId(this.code, this.name), why: 'The name is free only then.', source: undefined, confidence: 'high' }] : [];
        const server = is.element === 'server' && !is.wsus && !isSiteNew ? [this.move(`${this.code} ${this.name} server`, 'add server', () => bareHost(is), needs)] : [];
        return [...server, ...this.addedWsus(undefined, is, needs), ...this.addedRole(undefined, is, needs)];
    }

    private addedWsus(was: HostFacts | undefined, is: HostFacts, needs: readonly Need[] = []): readonly Move[] {
        return is.wsus && !was?.wsus ? [this.move(wsusId(this.code, this.name), 'install WSUS', host => ({ ...host ?? bareHost(is), wsus: is.wsus }), needs)] : [];
    }

    /** The role is inactive until it is chosen. */
    private addedRole(was: HostFacts | undefined, is: HostFacts, needs: readonly Need[] = []): readonly Move[] {
        const { role } = is;
        return role && !was?.role ? [this.move(roleId(this.code, this.name), 'add role', host => ({ ...host ?? bareHost(is), role: inactive(role) }), [...needs, { move: wsusId(this.code, this.name), ...beforeTheRole }])] : [];
    }

    removed(was: HostFacts): readonly Move[] {
        // A cluster is nothing but the selection of its nodes, so it goes with its role.
        return was.element === 'cluster' ? [this.move(removedId(this.code, this.name), 'remove role', () => undefined, this.afterDeselection(was))]
            : [...this.removedRole(was), this.move(removedId(this.code, this.name), 'remove server', () => undefined, [this.afterRole])];
    }

    private removedRole(was: HostFacts): readonly Move[] {
        return was.role ? [this.move(this.afterRole.move, 'remove role', host => host && { ...host, role: undefined }, this.afterDeselection(was))] : [];
    }

    private get afterRole(): Need {
        return { move: `${this.code} ${this.name} role removed`, ...afterTheRole };
    }

    /** A role that is not selected serves no clients. */
    private afterDeselection({ role }: HostFacts): readonly Need[] {
        return role?.state === 'active' || role?.state === 'internet' ? [{ move: selectionId(this.code, role.state), ...afterTheChoice }] : [];
    }

    changed(was: HostFacts, is: HostFacts): readonly Move[] {
        return [
            ...this.ownChanges(was, is),
            ...this.addedWsus(was, is),
            ...this.addedRole(was, is),
            ...was.wsus && is.wsus ? this.wsusChanges(was, is) : [],
            ...was.role && is.role ? this.roleChanges(was.role, is.role) : [],
            ...this.sslAndPorts(was, is),
            ...is.role ? [] : this.removedRole(was),
            ...was.wsus && !is.wsus ? [this.move(removedId(this.code, this.name), 'remove WSUS', host => host && { ...host, wsus: undefined }, [this.afterRole])] : []
        ];
    }

    private ownChanges(was: HostFacts, is: HostFacts): readonly Move[] {
        const differing = differingProperties(was.own, is.own);
        const some = (id: string, kind: MoveKind, isChanged: (key: string) => boolean): readonly Move[] => {
            const keys = [...differing].filter(isChanged);
            return keys.length === 0 ? [] : [this.move(`${this.code} ${this.name} ${id}`, kind, host => host && { ...host, own: withProperties(host.own, is.own, keys) })];
        };
        const [reachBefore, reachAfter] = [was, is].map(({ own }) => (own as Partial<Properties<Server>>).cannotReach);
        return [
            ...some('console', consoleOf(is) === undefined ? 'remove console' : 'install console', key => key === 'wsusConsole'),
            ...some('nodes', 'change nodes', key => key === 'nodes'),
            ...some('reach', isOpened(reachBefore, reachAfter) ? 'open network' : 'close network', key => key === 'cannotReach'),
            ...some('settings', 'change server', key => !['wsusConsole', 'nodes', 'cannotReach'].includes(key))
        ];
    }

    private wsusChanges(was: HostFacts, is: HostFacts): readonly Move[] {
        const differing = differingProperties(was.wsus!, is.wsus!);
        const some = (id: string, kind: MoveKind, keys: readonly string[]): readonly Move[] => keys.length === 0 ? [] : [this.move(`${this.code} ${this.name} ${id}`, kind, host => host?.wsus ? { ...host, wsus: withProperties(host.wsus, is.wsus!, keys) } : host)];
        const of = (keys: readonly string[]): readonly string[] => keys.filter(key => differing.has(key));
        return [
            ...some('version', isDowngrade(was, is) ? 'downgrade WSUS' : 'upgrade WSUS', of(['version'])),
            ...some('data', 'move WSUS data', of(dataKeys)),
            ...some('WSUS settings', 'change WSUS', [...differing].filter(key => ![...sslKeys, ...portKeys, ...dataKeys, 'version'].includes(key)))
        ];
    }

    private roleChanges(was: RoleFacts, is: RoleFacts): readonly Move[] {
        const differing = differingProperties(was, is);
        const some = (id: string, kind: MoveKind, keys: readonly string[]): readonly Move[] => keys.length === 0 ? [] : [this.move(`${this.code} ${this.name} ${id}`, kind, host => host?.role ? { ...host, role: withProperties(host.role, is, keys) } : host)];
        return [
            ...some('accepts', 'accept clients', differing.has('accepts') ? ['accepts'] : []),
            ...some('role settings', 'change role', [...differing].filter(key => !['accepts', 'state', 'ssl', 'ports'].includes(key)))
        ];
    }

    /** SSL and ports are set in IIS and for the role: between the two, the site server cannot connect, so each is one move. */
    private sslAndPorts(was: HostFacts, is: HostFacts): readonly Move[] {
        const wsus = was.wsus && is.wsus ? differingProperties(was.wsus, is.wsus) : new Set<string>();
        const role = was.role && is.role ? differingProperties(was.role, is.role) : new Set<string>();
        const both = (id: string, kind: MoveKind, ofWsus: readonly string[], ofRole: readonly string[]): readonly Move[] =>
            ofWsus.some(key => wsus.has(key)) || ofRole.some(key => role.has(key)) ? [this.move(`${this.code} ${this.name} ${id}`, kind, host => host && {
                ...host,
                wsus: host.wsus && is.wsus ? withProperties(host.wsus, is.wsus, ofWsus) : host.wsus,
                role: host.role && is.role ? withProperties(host.role, is.role, ofRole) : host.role
            })] : [];
        return [...both('SSL', 'change SSL', sslKeys, ['ssl']), ...both('ports', 'change ports', portKeys, ['ports'])];
    }
}

const consoleOf = ({ own }: HostFacts): Server['wsusConsole'] => (own as Partial<Properties<Server>>).wsusConsole;

function isDowngrade({ wsus: was }: HostFacts, { wsus: is }: HostFacts): boolean {
    return was?.version !== undefined && is?.version !== undefined && isOlder(is.version, was.version);
}

/** A role that is installed but not in use. It accepts no clients yet. */
function inactive(role: RoleFacts): RoleFacts {
    return { ...role, state: 'inactive' };
}

const sslKeys = ['ssl', 'virtualDirectories', 'certificateNames', 'clientCertificates'];
const portKeys = ['ports', 'webSite'];
const dataKeys = ['database', 'contentFolder', 'contentShare'];
