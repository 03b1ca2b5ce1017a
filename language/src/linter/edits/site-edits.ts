import { type Hierarchy, centralSiteOf, freeSiteCodeFor, nearestPrimaryAncestor, type Site, type SiteMode, sitesToSwitch, subtreeOf } from '@sup/model';
import { originOf } from '../../analysis/projection/origin.js';
import type { Fix } from '../define-rule.js';
import { type Edit, setHead, setProperty } from './edit.js';
import { requireSslIn } from './role-edits.js';

/** Parents that are offered at once. */
const offered = 5;

/** Lets a site report to another, and to that one only. */
export function reportTo(site: Site, parent: Site): Edit {
    return setHead(site, 'parents', parent.code);
}

/** Gives a site another code, also in the `reports to` of every site that can mean only this one. */
function renameSite(hierarchy: Hierarchy, site: Site, code: string): readonly Edit[] {
    const referring = (hierarchy.childrenByCode.get(site.code) ?? []).filter(meaning(hierarchy, site));
    return [
        setHead(site, 'name', code),
        ...referring.map(child => setHead(child, 'parents', child.parentCodes.map(each => each === site.code ? code : each).join(', ')))
    ];
}

/** Gives a site the code that is free and most like its own, where there is one. */
export function giveFreeCode(hierarchy: Hierarchy, site: Site, title = (code: string) => `Change the site code to ${code}`): readonly Fix[] {
    const code = freeSiteCodeFor(hierarchy, site);
    return code === undefined ? [] : [{ title: title(code), edits: renameSite(hierarchy, site, code) }];
}

/** Whether a site that names another's code means it: of several with that code, it can mean neither itself nor a secondary site. */
function meaning(hierarchy: Hierarchy, parent: Site): (child: Site) => boolean {
    const named = hierarchy.sitesByCode.get(parent.code) ?? [];
    const able = named.filter(site => site.kind !== 'secondary');
    return child => {
        const possible = able.some(site => site !== child) ? able : named;
        const others = possible.length > 2 ? possible : possible.filter(site => site !== child);
        return others.length === 0 ? child === parent : others.length === 1 && others[0] === parent;
    };
}

/** Makes a site a primary one, below the nearest primary site above it; one without a parent goes below the central site. */
export function makePrimary(hierarchy: Hierarchy, site: Site): readonly Edit[] {
    const above = nearestPrimaryAncestor(hierarchy, site) ?? (site.parentCodes.length === 0 ? centralSiteOf(hierarchy) : undefined);
    const isAttached = above === undefined || above === site || (site.parentCodes.length === 1 && site.parentCodes[0] === above.code);
    return [setHead(site, 'kind', 'primary'), ...(isAttached ? [] : [reportTo(site, above)])];
}

/** Switches a site to a mode, and with it the sites above or below that have to follow; native mode brings SSL along. */
export function switchMode(hierarchy: Hierarchy, site: Site, mode: SiteMode): Fix {
    const sites = sitesToSwitch(hierarchy, site, mode);
    const others = sites.length > 1 ? ` and ${sites.length > 2 ? `${sites.length - 1} sites` : sites[1]!.code} ${mode === 'native' ? 'above' : 'below'} it` : '';
    return { title: `Set ${site.code}${others} to ${mode} mode`, edits: [...sites.map(each => setProperty(each, 'mode', mode)), ...(mode === 'native' ? requireSslIn(hierarchy, sites) : [])] };
}

/** Sites that a site may be attached to without a loop: those of its own file first, the nearest above all. */
export function possibleParents(hierarchy: Hierarchy, site: Site): readonly Site[] {
    const below = new Set(subtreeOf(hierarchy, site));
    const here = originOf(site);
    const distance = (other: Site): number => {
        const there = originOf(other);
        return there.$container === here.$container ? Math.abs(there.$cstNode!.offset - here.$cstNode!.offset) : Infinity;
    };
    return hierarchy.sites
        .filter(other => (other.kind === 'central' || other.kind === 'primary') && isOnly(hierarchy, other) && !below.has(other))
        .map(other => ({ other, distance: distance(other) }))
        .sort((a, b) => a.distance === b.distance ? 0 : a.distance - b.distance)
        .slice(0, offered)
        .map(({ other }) => other);
}

function isOnly(hierarchy: Hierarchy, site: Site): boolean {
    return hierarchy.sitesByCode.get(site.code)?.length === 1;
}
