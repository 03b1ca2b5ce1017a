import { groupBy, toUpperCaseCode } from '@sup/model';
import { plainText } from '../text/plain-text.js';
import { type Facts, isSecondarySite, type SiteFacts, siteCode } from './facts.js';
import type { Decided } from './releases.js';
import { fqdnIn } from './server-names.js';
import { textOf } from './text-values.js';

/** The clients that scan against a server, as their last scans state it. */
interface Scans {
    readonly site: SiteFacts;
    readonly server: string;
    readonly isOnInternet: boolean;
    readonly clients: number;
}

/**
 * The clients of each site. Clients are assigned to primary sites only, but the address of their last scan shows how many use the software
 * update point of a secondary site, and how many an Internet-based one.
 */
export class ClientCounts {
    /** The addresses of scans against other servers, which a Group Policy may have set. */
    readonly elsewhere: readonly { readonly location: string; readonly clients: number }[];
    private readonly assigned = new Map<string, number>();
    private readonly scans: ReadonlyMap<string, readonly Scans[]>;
    /** The secondary sites with scans, by the codes of their parents. */
    private readonly scannedBelow: ReadonlyMap<string, readonly SiteFacts[]>;

    constructor(private readonly facts: Facts) {
        const { clients, scans } = facts.inventory;
        clients.forEach(({ site, count }) => this.assigned.set(siteCode(site), (this.assigned.get(siteCode(site)) ?? 0) + count));
        const hosts = this.hosts();
        const located = scans.filter(scan => scan.clients > 0).map(scan => ({ ...scan, host: hosts.get(hostIn(scan.location)) ?? hosts.get(this.facts.names.resolve(hostIn(scan.location)) ?? '') }));
        this.scans = groupBy(located.flatMap(({ host, clients: count }): readonly Scans[] => host ? [{ ...host, clients: count }] : []), ({ site }) => [site.code]);
        const secondary = [...this.scans.values()].map(([first]) => first!.site).filter(site => isSecondarySite(site) && !this.assigned.has(site.code));
        this.scannedBelow = groupBy(secondary, ({ parent = '' }) => [parent]);
        this.elsewhere = located.flatMap(({ host, location, clients: count }) => host ? [] : [{ location: plainText(location), clients: count }]);
    }

    of(site: SiteFacts, isSecondary: boolean): Decided {
        const own = this.scans.get(site.code) ?? [];
        const assigned = this.assigned.get(site.code);
        if (isSecondary && assigned === undefined) {
            const servers = [...new Set(own.map(({ server }) => server))];
            return own.length > 0 ? { value: clientsText(sum(own), 0), note: `last scanned at ${servers.join(', ')}` } : { value: undefined };
        }
        if (assigned === undefined) {
            return { value: undefined };
        }
        const internet = sum(own.filter(({ isOnInternet }) => isOnInternet));
        const below = (this.scannedBelow.get(site.code) ?? []).map(({ code }) => ({ code, clients: sum(this.scans.get(code)!) }));
        const intranet = Math.max(0, assigned - internet - sum(below));
        const notes = [
            ...internet > 0 ? [`${internet} last scanned at an Internet-based one`] : [],
            ...below.length > 0 ? [`less ${below.map(({ code, clients }) => `${clients} that last scanned at ${code}`).join(' and ')}`] : []
        ];
        return { value: clientsText(intranet, internet), note: notes.length === 0 ? undefined : `${assigned} assigned${below.length > 0 && internet === 0 ? ', ' : '; '}${notes.join('; ')}` };
    }

    /** The servers with a role, by all names under which clients know them. */
    private hosts(): ReadonlyMap<string, Omit<Scans, 'clients'>> {
        const hosts = new Map<string, Omit<Scans, 'clients'>>();
        for (const site of this.facts.sites.values()) {
            for (const { name, siteSystem, spellings, updatePoints } of site.servers.filter(each => each.updatePoints.length > 0)) {
                const isInternetBased = updatePoints.some(({ properties }) => textOf(properties, 'IsINF') === '1');
                const onIntranet = [name, textOf(siteSystem?.properties, 'Server Remote Name') ?? '', ...spellings.map(fqdnIn)];
                const onInternet = textOf(siteSystem?.properties, 'Server Remote Public Name') ?? '';
                onIntranet.forEach(each => each && hosts.set(toUpperCaseCode(each), { site, server: name, isOnInternet: isInternetBased && onInternet === '' }));
                if (onInternet !== '') {
                    hosts.set(toUpperCaseCode(onInternet), { site, server: name, isOnInternet: true });
                }
            }
        }
        return hosts;
    }
}

const sum = (records: readonly { readonly clients: number }[]): number => records.reduce((total, { clients }) => total + clients, 0);

const clientsText = (intranet: number, internet: number): string => `${Math.min(intranet, 10_000_000)} intranet${internet > 0 ? `, ${Math.min(internet, 10_000_000)} internet` : ''}`;

/** The host of an address, in capitals. */
function hostIn(address: string): string {
    return toUpperCaseCode(/^\s*https?:\/\/([^/:?#\s]{1,255})/i.exec(address)?.[1] ?? address.trim().slice(0, 255));
}
