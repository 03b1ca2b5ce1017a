import { type Hierarchy, isOlderServicePack, releaseText, type ServicePack, servicePackOf, type Site, subtreeOf, withServicePack } from '@sup/model';
import type { Fix } from '../define-rule.js';
import { setProperty } from './edit.js';
import { namesOf } from './upgrade.js';

/** Plans an older service pack for some sites, and for the sites below that would be newer. */
export function lowerSites(hierarchy: Hierarchy, sites: readonly Site[], servicePack: ServicePack): Fix {
    const newer = [...new Set(sites.flatMap(site => subtreeOf(hierarchy, site)))].filter(site => isNewerThan(site, servicePack));
    return {
        title: `Plan ${servicePack} for ${namesOf(newer.map(({ code }) => code), 'site')}`,
        edits: newer.map(site => setProperty(site, 'release', releaseText(withServicePack(site.release!, servicePack))))
    };
}

function isNewerThan(site: Site, servicePack: ServicePack): boolean {
    const present = servicePackOf(site);
    return present !== undefined && isOlderServicePack(servicePack, present);
}
