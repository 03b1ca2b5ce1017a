import { type Hierarchy, type Site, toUpperCaseCode } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { factsOfSite } from '../facts/site-facts.js';
import { changeAt, displayName } from './change.js';
import { compareFacts } from './compare-facts.js';

/**
 * Pairs removed with added sites that look like the same site with a new code: they are of the same kind and have the same name, or the
 * same servers. The map holds each pair in both directions.
 */
export function findRecodedSites(removed: readonly Site[], added: readonly Site[]): ReadonlyMap<Site, Site> {
    const removedByKey = new Map<string, Site>();
    removed.forEach(site => identityKeysOf(site).forEach(key => removedByKey.set(key, site)));
    const recoded = new Map<Site, Site>();
    for (const site of added) {
        const twin = identityKeysOf(site).map(key => removedByKey.get(key)).find(each => each && !recoded.has(each));
        if (twin) {
            recoded.set(twin, site).set(site, twin);
        }
    }
    return recoded;
}

function identityKeysOf({ kind, title, servers, clusters }: Site): readonly string[] {
    const hosts = [...servers, ...clusters].map(host => toUpperCaseCode(host.name)).sort();
    return [...title === undefined ? [] : [JSON.stringify(['name', kind, title])], ...hosts.length === 0 ? [] : [JSON.stringify(['hosts', kind, hosts])]];
}

export function siteRemoved(site: Site, twin: Site | undefined): Change {
    const sentence = twin ? `Site ${fullName(site)} is removed; ${displayName(twin.code)} looks like the same site with another code.` : `Site ${fullName(site)} is removed.`;
    return changeAt({ site: site.code }, { kind: 'removed', subject: 'site', sentence, cost: twin ? costs.recodedSite : costs.removedSite });
}

export function siteAdded(site: Site, twin: Site | undefined): Change {
    const location = site.parentCodes.length > 0 ? ` below ${codesText(site.parentCodes)}` : '';
    const previous = twin ? `; it looks like ${displayName(twin.code)} with another code` : '';
    const kind = site.kind === undefined ? 'Site' : `${site.kind[0]!.toUpperCase()}${site.kind.slice(1)} site`;
    return changeAt({ site: site.code }, { kind: 'added', subject: 'site', sentence: `${kind} ${fullName(site)} is added${location}${previous}.`, cost: twin ? costs.recodedSite : costs.newSite });
}

/** Compares a site that both versions have. */
export function compareSites(before: Hierarchy, previous: Site, after: Hierarchy, site: Site): readonly Change[] {
    return [...compareParents(previous, site), ...compareTitles(previous, site), ...compareFacts(factsOfSite(before, previous), factsOfSite(after, site), displayName(site.code), { site: site.code })];
}

function compareParents({ parentCodes: from }: Site, { kind, code, parentCodes: to }: Site): readonly Change[] {
    return keyOf(from) === keyOf(to) ? [] : [changeAt({ site: code }, {
        kind: 'moved', subject: 'site', from: codesText(from), to: codesText(to), cost: kind === 'secondary' ? costs.parentOfSecondary : costs.parentOfPrimary,
        sentence: to.length === 0 ? `${displayName(code)} no longer reports to a site; it reported to ${codesText(from)}.`
            : from.length === 0 ? `${displayName(code)} now reports to ${codesText(to)}.` : `${displayName(code)} moves from ${codesText(from)} to ${codesText(to)}.`
    })];
}

/** Compares names of sites exactly, case included: a site keeps the name that it was installed with. */
function compareTitles({ title: from }: Site, { code, title: to }: Site): readonly Change[] {
    return from === to ? [] : [changeAt({ site: code }, {
        kind: 'changed', subject: 'site', from: from && displayName(from), to: to && displayName(to), cost: from === undefined || to === undefined ? costs.planOnly : costs.name,
        sentence: to === undefined ? `${displayName(code)} no longer has a name in the plan; it was ${displayName(from!)}.` : from === undefined ? `${displayName(code)} now has a name in the plan: ${displayName(to)}.` : `${displayName(code)} is called ${displayName(to)} instead of ${displayName(from)}.`
    })];
}

const keyOf = (codes: readonly string[]): string => JSON.stringify(codes.map(toUpperCaseCode).sort());

/** Parent codes that a sentence lists. Rules report a site that has more than one. */
const maxNamedCodes = 3;

function codesText(codes: readonly string[]): string | undefined {
    return codes.length === 0 ? undefined : [...codes.slice(0, maxNamedCodes).map(displayName), ...codes.length > maxNamedCodes ? ['…'] : []].join(', ');
}

function fullName({ code, title }: Site): string {
    return title === undefined ? displayName(code) : `${displayName(code)} (${displayName(title)})`;
}
