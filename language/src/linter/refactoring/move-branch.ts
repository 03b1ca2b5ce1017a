import { ancestorsOf, childrenOf, type Hierarchy, isPrimarySite, parentOf, type Site, subtreeOf } from '@sup/model';
import { possibleParents, reportTo } from '../edits/site-edits.js';
import type { Refactoring } from './refactoring.js';

/** Moves a site, with the sites below it, under another parent. */
export function moveBranch(hierarchy: Hierarchy, site: Site, parent: Site): Refactoring {
    const what = childrenOf(hierarchy, site).length > 0 ? `${site.code} and its branch` : site.code;
    return { id: `move:${parent.code}`, kind: 'refactor.move', title: `Move ${what} under ${parent.code}`, edits: () => [reportTo(site, parent)] };
}

/** The sites under which a site can move: all primary sites that are not below it. */
export function moveTargetsOf(hierarchy: Hierarchy, site: Site): readonly Site[] {
    const below = new Set(subtreeOf(hierarchy, site));
    const present = parentOf(hierarchy, site);
    return site.kind === 'central' ? [] : hierarchy.sites.filter(other => isPrimarySite(other) && !below.has(other) && other !== present);
}

/** The moves to the nearest of the possible parents. */
export function movesOf(hierarchy: Hierarchy, site: Site): readonly Refactoring[] {
    const present = parentOf(hierarchy, site);
    return site.kind === 'central' || !present ? [] : possibleParents(hierarchy, site).filter(parent => parent !== present).map(parent => moveBranch(hierarchy, site, parent));
}

/** Why a site cannot move under another one, for reasons that no rule reports afterwards; undefined if it can. */
export function objectionToMove(hierarchy: Hierarchy, site: Site, parent: Site): string | undefined {
    return site === parent ? `${site.code} cannot report to itself.`
        : subtreeOf(hierarchy, site).includes(parent) || ancestorsOf(hierarchy, parent).includes(site) ? `${parent.code} is below ${site.code}, so ${site.code} cannot report to it.`
        : site.kind === 'central' ? `${site.code} is the central site, which has no parent.`
        : !isPrimarySite(parent) ? `${parent.code} is a secondary site, to which no site can report.`
        : parentOf(hierarchy, site) === parent ? `${site.code} already reports to ${parent.code}.`
        : undefined;
}
