import {
    activeUpdatePointOf, centralSiteOf, counted, freeSiteCodeFor, type Hierarchy, isPrimarySite, nearestPrimaryAncestor, nearestUpdatePointAbove, type Site, type SiteMode,
    sitesToSwitch, subtreeOf, updatePointsOf
} from '@sup/model';
import { originOf } from '../../analysis/projection/origin.js';
import type { Fix } from '../define-rule.js';
import { type Edit, setHead, setProperty } from './edit.js';
import { dropUnusedSslIn, requireSslIn } from './ssl-edits.js';
import { nameOnInternet } from './suggested-names.js';

/** The maximum number of parents offered in one list of fixes. */
const offered = 5;

/** Makes a site report to one other site only. */
export function reportTo(site: Site, parent: Site): Edit {
    return setHead(site, 'parents', parent.code);
}

/** Attaches a site to one other site only. */
export function attach(site: Site, parent: Site): Fix {
    return { title: `Attach ${site.code} to ${parent.code}`, edits: [reportTo(site, parent)] };
}

/** Changes the code of a site, also in the `reports to` of every site that can mean only this one. */
function renameSite(hierarchy: Hierarchy, site: Site, code: string): readonly Edit[] {
    const referring = (hierarchy.childrenByCode.get(site.code) ?? []).filter(refersTo(hierarchy, site));
    return [
        setHead(site, 'name', code),
        ...referring.map(child => setHead(child, 'parents', child.parentCodes.map(each => each === site.code ? code : each).join(', ')))
    ];
}

/** Changes the code of a site to the most similar free code, if there is one. */
export function giveFreeCode(hierarchy: Hierarchy, site: Site, title = (code: string) => `Change the site code to ${code}`): readonly Fix[] {
    const code = freeSiteCodeFor(hierarchy, site);
    return code === undefined ? [] : [{ title: title(code), edits: renameSite(hierarchy, site, code) }];
}

/** Tests whether a child means `parent` by its code. If several sites have the code, the child can mean neither itself nor a secondary site. */
function refersTo(hierarchy: Hierarchy, parent: Site): (child: Site) => boolean {
    const named = hierarchy.sitesByCode.get(parent.code) ?? [];
    const eligible = named.filter(site => site.kind !== 'secondary');
    return child => {
        const possible = eligible.some(site => site !== child) ? eligible : named;
        const others = possible.length > 2 ? possible : possible.filter(site => site !== child);
        return others.length === 0 ? child === parent : others.length === 1 && others[0] === parent;
    };
}

/** Makes a site a primary site below its nearest primary ancestor, or below the central site if it has no parent. */
export function makePrimary(hierarchy: Hierarchy, site: Site): readonly Edit[] {
    const above = nearestPrimaryAncestor(hierarchy, site) ?? (site.parentCodes.length === 0 ? centralSiteOf(hierarchy) : undefined);
    const isAttached = above === undefined || above === site || (site.parentCodes.length === 1 && site.parentCodes[0] === above.code);
    return [setHead(site, 'kind', 'primary'), ...(isAttached ? [] : [reportTo(site, above)])];
}

/** Switches a site to a mode, together with the sites above or below that have to follow. Native mode also requires SSL, and Internet FQDNs. */
export function switchMode(hierarchy: Hierarchy, site: Site, mode: SiteMode): Fix {
    const sites = sitesToSwitch(hierarchy, site, mode);
    const others = sites.length > 1 ? ` and ${sites.length > 2 ? counted(sites.length - 1, 'site') : sites[1]!.code} ${mode === 'native' ? 'above' : 'below'} it` : '';
    const needed = mode === 'native' ? [...requireSslIn(hierarchy, sites), ...sites.flatMap(nameInternetHosts)] : dropUnusedSslIn(hierarchy, sites);
    return { title: `Set ${site.code}${others} to ${mode} mode`, edits: [...sites.map(each => setProperty(each, 'mode', mode)), ...needed] };
}

/** Gives the servers of a site that accept clients from the Internet the names that these clients need. */
function nameInternetHosts(site: Site): readonly Edit[] {
    const points = updatePointsOf(site).filter(({ state, accepts }) => state === 'internet' || (state === 'active' && accepts?.includes('internet')));
    return [...new Set(points.map(({ host }) => host))].flatMap(host => nameOnInternet(host));
}

/**
 * Sites that a site can be attached to without creating a loop, nearest first; sites of other files come last. If the site has an active software update
 * point, only sites below which it has a source.
 */
export function possibleParents(hierarchy: Hierarchy, site: Site): readonly Site[] {
    const below = new Set(subtreeOf(hierarchy, site));
    const here = originOf(site);
    const distance = (other: Site): number => {
        const there = originOf(other);
        return there.$container === here.$container ? Math.abs(there.$cstNode!.offset - here.$cstNode!.offset) : Infinity;
    };
    return hierarchy.sites
        .filter(other => isPrimarySite(other) && hasUniqueCode(hierarchy, other) && !below.has(other) && canSupply(hierarchy, other, site))
        .map(other => ({ other, distance: distance(other) }))
        .sort((a, b) => a.distance === b.distance ? 0 : a.distance - b.distance)
        .slice(0, offered)
        .map(({ other }) => other);
}

/** Whether the active software update point of a site, if it has one, would not be cut off below another site. */
function canSupply(hierarchy: Hierarchy, parent: Site, site: Site): boolean {
    return !activeUpdatePointOf(site) || activeUpdatePointOf(parent) !== undefined || (site.kind !== 'secondary' && !nearestUpdatePointAbove(hierarchy, parent));
}

function hasUniqueCode(hierarchy: Hierarchy, site: Site): boolean {
    return hierarchy.sitesByCode.get(site.code)?.length === 1;
}
