import {
    ancestorsOf, counted, type Hierarchy, isOlder, isOlderServicePack, isSms2003, listOf, oldestWsusFor, type Release, releaseText, serversOf, type ServicePack, servicePackOf, type Site,
    siteServerOf, type SoftwareUpdatePoint, updatePointsOf, upstreamChainOf, withServicePack, type WsusVersion
} from '@sup/model';
import { type Edit, setHead, setProperty } from './edit.js';

/** The number of names that a title lists. */
const listed = 3;

/**
 * Raises the versions of sites and WSUS servers together with everything above them that would otherwise be older: parents first, and upstream
 * servers first. The consoles on the site servers get the version of their software update points. Sites and servers that are new enough stay unchanged.
 */
export class Upgrade {
    private readonly wsus = new Map<SoftwareUpdatePoint, WsusVersion>();
    private readonly releases = new Map<Site, Release>();

    constructor(private readonly hierarchy: Hierarchy) {}

    /** The roles with a WSUS server that the upgrade changes, the highest first. */
    get points(): readonly SoftwareUpdatePoint[] {
        return [...this.wsus.keys()];
    }

    get sites(): readonly Site[] {
        return [...this.releases.keys()];
    }

    /** Raises WSUS of some roles and of those that they synchronize from. */
    raiseWsus(points: readonly SoftwareUpdatePoint[], version: WsusVersion): this {
        for (const point of points.flatMap(each => [each, ...upstreamChainOf(this.hierarchy, each)].reverse())) {
            const planned = this.wsus.get(point);
            if (hasOlderWsus(point, version) && (!planned || isOlder(planned, version))) {
                this.wsus.set(point, version);
            }
        }
        return this;
    }

    /** Raises the service pack of some sites and of the sites above them, and WSUS that would be too old for them. */
    raiseSites(sites: readonly Site[], servicePack: ServicePack): this {
        return this.raise(sites, servicePack, () => false);
    }

    /** Like {@link raiseSites}; sites of SMS 2003 become sites of Configuration Manager 2007. */
    replaceSms2003(sites: readonly Site[], servicePack: ServicePack): this {
        return this.raise(sites, servicePack, isSms2003);
    }

    private raise(sites: readonly Site[], servicePack: ServicePack, isReplaced: (site: Site) => boolean): this {
        for (const site of new Set(sites.flatMap(each => [each, ...ancestorsOf(this.hierarchy, each)].reverse()))) {
            const present = servicePackOf(site);
            if (site.release && (present ? isOlderServicePack(present, servicePack) : isReplaced(site))) {
                const release = withServicePack(site.release, servicePack);
                this.releases.set(site, release);
                this.raiseWsus(updatePointsOf(site), oldestWsusFor(release)!);
            }
        }
        return this;
    }

    /** The changes, in words: `SP2 for NRD and FJD, WSUS 3.0 SP2 on NRDSUP01`. */
    get text(): string {
        const sites = [...Map.groupBy(this.releases, ([, { servicePack }]) => servicePack)].map(([servicePack, entries]) => `${servicePack} for ${namesOf(entries.map(([site]) => site.code), 'site')}`);
        const wsus = [...Map.groupBy(this.wsus, ([, version]) => version)].map(([version, entries]) => `WSUS ${version} on ${namesOf([...new Set(entries.map(([point]) => point.host.name))], 'server')}`);
        return [...sites, ...wsus].join(', ');
    }

    get edits(): readonly Edit[] {
        const versions = new Map([...this.wsus].flatMap(([point, version]) => serversOf(point).flatMap(({ wsus }) => wsus?.version && isOlder(wsus.version, version) ? [[wsus, version] as const] : [])));
        const consoles = new Map([...this.wsus].flatMap(([point, version]) => point.state === 'active' ? [[siteServerOf(point.host.site), version] as const] : []));
        return [
            ...[...this.releases].map(([site, release]) => setProperty(site, 'release', releaseText(release))),
            ...[...versions].map(([wsus, version]) => setHead(wsus, 'version', version)),
            ...[...consoles].flatMap(([server, version]) => server?.wsusConsole && server.wsusConsole !== version ? [setProperty(server, 'wsus console', version)] : [])
        ];
    }
}

/** Whether a role has a WSUS server of an older version. */
function hasOlderWsus(point: SoftwareUpdatePoint, version: WsusVersion): boolean {
    return serversOf(point).some(({ wsus }) => wsus?.version && isOlder(wsus.version, version));
}

/** Names for a title; of many, only their number. */
export function namesOf(names: readonly string[], noun: string): string {
    return names.length > listed ? counted(names.length, noun) : listOf(names);
}
