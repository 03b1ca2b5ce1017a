import { centralSiteOf, childrenOf, type Hierarchy, loopOf, parentOf, type Site } from '@sup/model';
import { nameless, shownName } from './shown.js';

/** A site of the forest that a picture shows: every site stands in it once, also where the plan makes no tree. */
export interface Place {
    readonly site: Site;
    readonly parent: Site | undefined;
    readonly children: readonly Site[];
    readonly level: number;
}

/** Every site after its parent, with all that is below it before the next. Trees come first, then what hangs on no tree, then loops. */
export function placesIn(hierarchy: Hierarchy): readonly Place[] {
    const places: Place[] = [];
    const seen = new Set<Site>();
    for (const top of topsOf(hierarchy)) {
        // Not by recursion: chains may be as long as plans are.
        const waiting = [{ site: top, parent: undefined as Site | undefined, level: 1 }];
        for (let next = waiting.pop(); next; next = waiting.pop()) {
            if (seen.has(next.site)) {
                continue;
            }
            seen.add(next.site);
            const { site, level } = next;
            const children = inOrder(childrenOf(hierarchy, site)).filter(child => !seen.has(child));
            places.push({ ...next, children });
            [...children].reverse().forEach(child => waiting.push({ site: child, parent: site, level: level + 1 }));
        }
    }
    return places;
}

/** Primary sites first, for they have branches; those of one kind stay in their order, by code. */
function inOrder(sites: readonly Site[]): readonly Site[] {
    return [...sites.filter(site => site.kind !== 'secondary'), ...sites.filter(site => site.kind === 'secondary')];
}

function topsOf(hierarchy: Hierarchy): readonly Site[] {
    const parentless = hierarchy.sites.filter(site => !parentOf(hierarchy, site));
    const central = centralSiteOf(hierarchy);
    const sound = parentless.filter(site => site !== central && apartness(hierarchy, site) === undefined);
    const apart = parentless.filter(site => apartness(hierarchy, site) !== undefined);
    const loops = hierarchy.sites.filter(site => loopOf(hierarchy, site)?.[0] === site);
    return [...central ? [central] : [], ...sound, ...apart, ...loops];
}

/** Sites of a loop that a text names. */
const mostNamed = 5;

/** Why a site is in no tree as it should be, undefined where it is. */
export function apartness(hierarchy: Hierarchy, site: Site): string | undefined {
    const loop = loopOf(hierarchy, site);
    if (loop) {
        const codes = loop.slice(0, mostNamed).map(each => nameOf(each.code));
        return `in a loop: ${codes.join(' → ')} → ${loop.length > mostNamed ? '…' : codes[0]}`;
    }
    const [named] = site.parentCodes;
    if (named !== undefined) {
        return parentOf(hierarchy, site) ? undefined : `reports to ${nameOf(named)}, which is no site`;
    }
    return site.kind === 'secondary' ? 'names no parent site' : undefined;
}

const nameOf = (code: string): string => code === '' ? nameless : shownName(code);
