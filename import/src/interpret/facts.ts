import { compareTexts, groupBy, toUpperCaseCode } from '@sup/model';
import { isWord } from '@sup/language';
import type { AddressRecord, ComputerRecord, Inventory, LinkRecord, Properties, RemarkRecord, RoleRecord, SiteRecord, WsusRecord } from '../inventory.js';
import { plainText } from '../text/plain-text.js';
import { type PlannedHost, ServerNames } from './server-names.js';
import { sitesWithUnreadRoles } from './unread-roles.js';

const roleNames = { siteServer: 'SMS Site Server', siteSystem: 'SMS Site System', updatePoint: 'SMS Software Update Point' } as const;
export const componentNames = { siteManager: 'SMS_SITE_COMPONENT_MANAGER', configuration: 'SMS_WSUS_CONFIGURATION_MANAGER', synchronization: 'SMS_WSUS_SYNC_MANAGER' } as const;

/** The roles of a server that plans describe. */
export interface ServerFacts {
    readonly name: string;
    /** All spellings in the sources. */
    readonly spellings: readonly string[];
    readonly isSiteServer: boolean;
    readonly siteSystem: RoleRecord | undefined;
    /** Several if the sources have the role more than once. */
    readonly updatePoints: readonly RoleRecord[];
}

export interface SiteFacts {
    readonly facts: Facts;
    readonly code: string;
    readonly record: SiteRecord;
    /** Empty for a top site; undefined if no source has it. */
    readonly parent: string | undefined;
    /** The site server first, then by name. */
    readonly servers: readonly ServerFacts[];
    /** The properties of components by their names; undefined properties are lost. */
    readonly components: ReadonlyMap<string, Properties | undefined>;
}

/** Whether the sources state that a site is a secondary site. */
export const isSecondarySite = ({ record: { type } }: SiteFacts): boolean => ['1', 'secondary'].includes(type?.trim().toLowerCase() ?? '');

/** A site code in capitals, in a form that plans can write: without blanks and punctuation. */
export function siteCode(text: string): string {
    const code = toUpperCaseCode(plainText(text));
    return code === '' || (isWord(code) && !code.includes('%')) ? code : code.replace(/[^A-Z0-9]/g, '_').replace(/^_*$/, 'X');
}

/** The records of an inventory by what they are about: sites by code, servers by name. */
export class Facts {
    readonly names: ServerNames;
    readonly sites: ReadonlyMap<string, SiteFacts>;
    /** The codes of the sites whose roles were not all read. */
    readonly unreadRoles: ReadonlySet<string>;
    private readonly wsus = new Map<string, WsusRecord>();
    private readonly computers = new Map<string, ComputerRecord>();
    private readonly errors = new Map<string, string>();
    private readonly remarks: ReadonlyMap<string, readonly RemarkRecord[]>;
    private readonly links: ReadonlyMap<string, LinkRecord>;
    private readonly addresses: ReadonlyMap<string, readonly AddressRecord[]>;
    private readonly planned: ReadonlySet<string>;

    /** `sites` are those of the inventory that the plan describes; `planned` are the servers and clusters of a plan, whose names take precedence. */
    constructor(readonly inventory: Inventory, sites: readonly SiteRecord[], planned: readonly PlannedHost[]) {
        this.names = new ServerNames(planned);
        const { roles, wsus, computers, errors } = inventory;
        [...roles, ...wsus, ...errors].forEach(({ server }) => this.names.add(server));
        sites.forEach(({ server }) => this.names.add(server ?? ''));
        computers.forEach(({ name }) => this.names.add(name));
        firstOfEach(wsus, ({ server }) => this.names.resolve(server)).forEach((record, name) => this.wsus.set(name, record));
        firstOfEach(computers, ({ name }) => this.names.resolve(name)).forEach((record, name) => this.computers.set(name, record));
        errors.forEach(({ what, server, text }) => this.errors.set(`${what} ${this.names.resolve(server) ?? ''}`, text));
        this.links = firstOfEach(inventory.links, ({ site }) => siteCode(site));
        this.addresses = groupBy(inventory.addresses, ({ to }) => [siteCode(to)]);
        this.sites = this.siteFacts(sites);
        this.planned = new Set([...this.sites.values()].flatMap(site => site.servers.map(({ name }) => name)));
        const sitesByServer = groupBy(roles, ({ server }) => [this.names.resolve(server) ?? '']);
        this.unreadRoles = sitesWithUnreadRoles(inventory, siteCode, server => (sitesByServer.get(this.names.resolve(server) ?? '') ?? []).map(({ site }) => siteCode(site)));
        this.remarks = groupBy(inventory.remarks, ({ site, server }) => [this.placeOf(siteCode(site), this.names.resolve(server ?? ''))]);
    }

    wsusOf(server: string): WsusRecord | undefined {
        return this.wsus.get(server);
    }

    computerOf(server: string): ComputerRecord | undefined {
        return this.computers.get(server);
    }

    /** The bandwidth of the connection of a site to its parent, in kilobits per second. */
    bandwidthOf(site: string): number | undefined {
        return this.links.get(site)?.bandwidth;
    }

    /** The addresses from one site to another. */
    addressesBetween(from: string, to: string): readonly AddressRecord[] {
        return (this.addresses.get(to) ?? []).filter(address => siteCode(address.from) === from);
    }

    /** Whether a server is in the plan. */
    isPlanned(server: string): boolean {
        return this.planned.has(server);
    }

    /** The cells of unknown columns about a site, or about one of its servers. */
    remarksOn(site: string, server?: string): readonly string[] {
        return (this.remarks.get(this.placeOf(site, server)) ?? []).map(({ text }) => text);
    }

    /** The remarks about servers that are not in the plan are about the site. */
    private placeOf(site: string, server: string | undefined): string {
        return JSON.stringify([site, server !== undefined && this.planned.has(server) ? server : null]);
    }

    /** Why the script could not read something on a server. */
    errorOf(what: string, server: string): string | undefined {
        return this.errors.get(`${what} ${server}`);
    }

    private siteFacts(sites: readonly SiteRecord[]): ReadonlyMap<string, SiteFacts> {
        const { roles, components } = this.inventory;
        const records = mergedSites(sites);
        const described = new Set(this.inventory.sites.map(({ code }) => siteCode(code)));
        // A source may have the roles of a site that no source describes.
        roles.map(({ site }) => site).filter(site => siteCode(site) !== '' && !described.has(siteCode(site))).forEach(site => records.set(siteCode(site), { ...emptySite, code: site }));
        const rolesOf = groupBy(roles, ({ site }) => [siteCode(site)]);
        const componentsOf = groupBy(components, ({ site }) => [siteCode(site)]);
        return new Map([...records].map(([code, record]): readonly [string, SiteFacts] => [code, {
            facts: this, code, record,
            parent: record.parent === undefined ? undefined : siteCode(record.parent),
            servers: this.serversOf(record, rolesOf.get(code) ?? []),
            components: new Map([...firstOfEach(componentsOf.get(code) ?? [], ({ component }) => component)].map(([name, { properties }]) => [name, properties]))
        }]));
    }

    private serversOf({ server = '' }: SiteRecord, roles: readonly RoleRecord[]): readonly ServerFacts[] {
        const siteServer = this.names.resolve(server);
        const byName = groupBy(roles, role => [this.names.resolve(role.server) ?? '']);
        const facts = [...new Set([...siteServer === undefined ? [] : [siteServer], ...byName.keys()])].map((name): ServerFacts => {
            const own = byName.get(name) ?? [];
            const named = (role: string): readonly RoleRecord[] => own.filter(each => each.role === role);
            return {
                name,
                spellings: [...own.map(each => each.server), ...name === siteServer ? [server] : []],
                isSiteServer: name === siteServer || named(roleNames.siteServer).length > 0,
                siteSystem: named(roleNames.siteSystem).find(({ properties }) => properties !== undefined),
                updatePoints: named(roleNames.updatePoint)
            };
        });
        // Site systems with other roles, of which a hierarchy can have thousands, have no part in a plan.
        return facts.filter(({ name, isSiteServer, updatePoints }) => isSiteServer || updatePoints.length > 0 || this.wsus.has(name)).sort(bySiteServerAndName);
    }
}

const emptySite: SiteRecord = { code: '', name: undefined, type: undefined, parent: undefined, server: undefined, version: undefined, fileVersion: undefined, status: undefined, definition: undefined };

/** Sites by code. If several sources have a site, the first that has a value decides it. */
function mergedSites(sites: readonly SiteRecord[]): Map<string, SiteRecord> {
    const merged = new Map<string, SiteRecord>();
    for (const site of sites.filter(({ code }) => siteCode(code) !== '')) {
        const code = siteCode(site.code);
        const known = Object.fromEntries(Object.entries(merged.get(code) ?? {}).filter(([, value]) => value !== undefined));
        merged.set(code, { ...site, ...known });
    }
    return merged;
}

/** The first of the records with each key. */
function firstOfEach<T>(records: readonly T[], keyOf: (record: T) => string | undefined): ReadonlyMap<string, T> {
    const first = new Map<string, T>();
    for (const record of records) {
        const key = keyOf(record);
        if (key !== undefined && !first.has(key)) {
            first.set(key, record);
        }
    }
    return first;
}

function bySiteServerAndName(a: ServerFacts, b: ServerFacts): number {
    return Number(b.isSiteServer) - Number(a.isSiteServer) || compareTexts(a.name, b.name);
}
