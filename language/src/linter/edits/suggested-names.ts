import { ancestorsOf, type Cluster, type Hierarchy, hostsOf, type Server, type Site, updatePointsOf } from '@sup/model';
import { quoteString } from '../../syntax/parser/value-converter.js';
import { type Edit, setProperty } from './edit.js';

/** A domain that is reserved for examples. */
const exampleDomain = 'example.com';

/** The DNS domain of the computers of a site, as far as the plan states it. */
export function domainOf(site: Site): string | undefined {
    return hostsOf(site).flatMap(({ fqdn }) => /^[^.]+\.([^.].*[a-z].*)$/i.exec(fqdn ?? '')?.[1] ?? [])[0];
}

/** The DNS domain that the first of some sites states; an example if none does. */
export function domainNear(sites: readonly Site[]): string {
    for (const site of sites) {
        const domain = domainOf(site);
        if (domain !== undefined) {
            return domain;
        }
    }
    return exampleDomain;
}

/** A name in the domain of a site, such as `proxy.nordlys.example`; without a domain, the first label alone. */
export function nameInDomain(site: Site, label: string): string {
    const domain = domainOf(site);
    return domain === undefined ? label : `${label}.${domain}`;
}

/** Accounts for the connection to WSUS: those of other roles of the site, or else one in the domain of the site. */
export function suggestedAccounts(site: Site): readonly string[] {
    return plannedOr(updatePointsOf(site).flatMap(({ account }) => account ?? []), site, 'svc-sup');
}

/** An account of the forest of a server, for the connection to its WSUS. */
export function accountInForest({ forest, fqdn, site }: Server): string {
    const domain = forest ?? fqdn?.split('.').slice(1).join('.');
    return domain ? `${domain.split('.', 1)[0]!.toUpperCase()}\\svc-sup` : suggestedAccounts(site)[0]!;
}

/** Accounts for the proxy server, found in the same way. */
export function suggestedProxyAccounts(site: Site): readonly string[] {
    return plannedOr(updatePointsOf(site).flatMap(({ proxy }) => proxy?.account ?? []), site, 'svc-proxy');
}

function plannedOr(planned: readonly string[], site: Site, name: string): readonly string[] {
    const domain = domainOf(site)?.split('.', 1)[0]!.toUpperCase() ?? 'DOMAIN';
    return planned.length > 0 ? [...new Set(planned)] : [`${domain}\\${name}`];
}

/** Proxy servers that roles of the site, or else of the sites above it, use. */
export function plannedProxies(hierarchy: Hierarchy, site: Site): readonly string[] {
    const used = [site, ...ancestorsOf(hierarchy, site)].map(each => updatePointsOf(each).flatMap(({ proxy }) => proxy?.host?.trim() ? [proxy.host] : []));
    return [...new Set(used.find(hosts => hosts.length > 0))];
}

/** A name for clients on the Internet. */
export function suggestedInternetFqdn(site: Site): string {
    const name = nameInDomain(site, 'updates');
    return name.includes('.') ? name : `${name}.${exampleDomain}`;
}

/** Gives a server or cluster that is to accept clients from the Internet an Internet FQDN, unless it has one. */
export function nameOnInternet(host: Server | Cluster, name = suggestedInternetFqdn(host.site)): readonly Edit[] {
    return host.internetFqdn === undefined ? [setProperty(host, 'internet fqdn', quoteString(name))] : [];
}
