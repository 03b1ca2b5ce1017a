import type { Scene, SceneSite, SiteMark } from './scene.js';

/** The earlier scene with a stand-in at the former place of each site that `markOf` marks as moved. Its id differs from that of the site. */
export function withFormerPlaces(before: Scene, after: Scene, markOf: (id: string) => SiteMark | undefined): Scene {
    const now = new Map(after.sites.map(site => [site.id, site]));
    const places = new Map(before.sites.flatMap(site => {
        const current = now.get(site.id);
        return current && site.parent !== undefined && site.parent !== current.parent && markOf(site.id)?.kind === 'moved' ? [[site.id, formerPlace(site, now.get(current.parent ?? ''))] as const] : [];
    }));
    if (places.size === 0) {
        return before;
    }
    return { ...before, sites: before.sites.flatMap(site => [{ ...site, children: site.children.map(id => places.get(id)?.id ?? id) }, ...places.has(site.id) ? [places.get(site.id)!] : []]) };
}

/** Has nothing that would be counted or found twice: no clients, servers or problems, and no branch. */
function formerPlace(site: SceneSite, parent: SceneSite | undefined): SceneSite {
    const summary = parent ? `to ${parent.code}` : 'to no parent';
    const sentence = `${site.code} has moved from here${parent ? ` to ${parent.code}` : ': it has no parent'}`;
    return {
        ...site, id: `former-place:${site.id}`, formerPlaceOf: site.id, clients: { intranet: 0, internet: 0 }, children: [], servers: [], updatePoints: [], internet: undefined,
        problems: [], unknowns: [], sentence, mark: { kind: 'former', lines: [`${sentence}.`], summary }
    };
}
