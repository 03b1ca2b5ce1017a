import { type Hierarchy, type Site, toUpperCaseCode } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { factsOfSite } from '../facts/site-facts.js';
import { changeAt, name } from './change.js';
import { compareFacts } from './compare-facts.js';

/**
 * The sites that look like one whose code somebody wants to change: as one of the other version, which it has not any more, they are of
 * the same kind and have the same name, or the same servers. Both ways: from the former to the new one, and back.
 */
export function twinsIn(gone: readonly Site[], fresh: readonly Site[]): ReadonlyMap<Site, Site> {
    const known = new Map<string, Site>();
    gone.forEach(site => likenessesOf(site).forEach(likeness => known.set(likeness, site)));
    const twins = new Map<Site, Site>();
    for (const site of fresh) {
        const twin = likenessesOf(site).map(likeness => known.get(likeness)).find(each => each && !twins.has(each));
        if (twin) {
            twins.set(twin, site).set(site, twin);
        }
    }
    return twins;
}

function likenessesOf({ kind, title, servers, clusters }: Site): readonly string[] {
    const hosts = [...servers, ...clusters].map(host => toUpperCaseCode(host.name)).sort();
    return [...title === undefined ? [] : [JSON.stringify(['name', kind, title])], ...hosts.length === 0 ? [] : [JSON.stringify(['hosts', kind, hosts])]];
}

export function siteGoes(site: Site, twin: Site | undefined): Change {
    const sentence = twin ? `Site ${fullName(site)} goes; ${name(twin.code)} looks like the same site under another code.` : `Site ${fullName(site)} goes.`;
    return changeAt({ site: site.code }, { kind: 'removed', subject: 'site', sentence, cost: twin ? costs.recodedSite : costs.goneSite });
}

export function siteComes(site: Site, twin: Site | undefined): Change {
    const place = site.parentCodes.length > 0 ? ` below ${codesText(site.parentCodes)}` : '';
    const former = twin ? `; it looks like ${name(twin.code)} under another code` : '';
    const kind = site.kind === undefined ? 'Site' : `${site.kind[0]!.toUpperCase()}${site.kind.slice(1)} site`;
    return changeAt({ site: site.code }, { kind: 'added', subject: 'site', sentence: `${kind} ${fullName(site)} comes${place}${former}.`, cost: twin ? costs.recodedSite : costs.newSite });
}

/** What a site that both versions have means differently. */
export function compareSites(before: Hierarchy, former: Site, after: Hierarchy, site: Site): readonly Change[] {
    return [...compareParents(former, site), ...compareTitles(former, site), ...compareFacts(factsOfSite(before, former), factsOfSite(after, site), name(site.code), { site: site.code })];
}

function compareParents({ parentCodes: from }: Site, { kind, code, parentCodes: to }: Site): readonly Change[] {
    return keyOf(from) === keyOf(to) ? [] : [changeAt({ site: code }, {
        kind: 'moved', subject: 'site', from: codesText(from), to: codesText(to), cost: kind === 'secondary' ? costs.parentOfSecondary : costs.parentOfPrimary,
        sentence: to.length === 0 ? `${name(code)} reports to no site any more; it reported to ${codesText(from)}.`
            : from.length === 0 ? `${name(code)} now reports to ${codesText(to)}.` : `${name(code)} moves from ${codesText(from)} to ${codesText(to)}.`
    })];
}

/** The name of a site is compared to the letter: it stays as it was installed. */
function compareTitles({ title: from }: Site, { code, title: to }: Site): readonly Change[] {
    return from === to ? [] : [changeAt({ site: code }, {
        kind: 'changed', subject: 'site', from: from && name(from), to: to && name(to), cost: from === undefined || to === undefined ? costs.planOnly : costs.name,
        sentence: to === undefined ? `${name(code)} has no name in the plan any more; it was ${name(from!)}.` : from === undefined ? `${name(code)} has a name in the plan now: ${name(to)}.` : `${name(code)} is called ${name(to)} instead of ${name(from)}.`
    })];
}

const keyOf = (codes: readonly string[]): string => JSON.stringify(codes.map(toUpperCaseCode).sort());

/** Codes that are named; more than one is a mistake already. */
const mostNamed = 3;

function codesText(codes: readonly string[]): string | undefined {
    return codes.length === 0 ? undefined : [...codes.slice(0, mostNamed).map(name), ...codes.length > mostNamed ? ['…'] : []].join(', ');
}

function fullName({ code, title }: Site): string {
    return title === undefined ? name(code) : `${name(code)} (${name(title)})`;
}
