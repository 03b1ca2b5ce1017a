import type { Cluster, Hierarchy, Scenario, Server, Site } from '@sup/model';
import type { Change } from '../comparison.js';
import { compareFacts } from './compare-facts.js';
import { costs } from './costs.js';
import { factsOfHost, factsOfSite } from './facts.js';

/** A version of a plan. */
export interface Version {
    readonly hierarchy: Hierarchy;
    readonly scenarios: readonly Scenario[];
}

/**
 * What two versions of a plan mean differently. Sites go by their code, servers by their name, scenarios by their title: never by where
 * they stand in the text. Of several with one name, a mistake that rules report, the first is compared.
 */
export function compareHierarchies(before: Version, after: Version): readonly Change[] {
    const [was, is] = [sitesOf(before.hierarchy), sitesOf(after.hierarchy)];
    const name = before.hierarchy.name === after.hierarchy.name ? [] : [change('changed', 'hierarchy', undefined, undefined, 'The hierarchy has another name.', costs.planOnly, before.hierarchy.name, after.hierarchy.name)];
    const gone = [...was.values()].filter(site => !is.has(site.code));
    const fresh = [...is.values()].filter(site => !was.has(site.code));
    return [
        ...name,
        ...gone.map(site => removedSite(site, fresh.find(other => isTwin(site, other)))),
        ...fresh.map(site => addedSite(site, gone.find(other => isTwin(other, site)))),
        ...[...is.values()].flatMap(site => {
            const former = was.get(site.code);
            return former ? compareSites(before.hierarchy, former, after.hierarchy, site) : [];
        }),
        ...compareHosts(before.hierarchy, after.hierarchy, new Set([...gone, ...fresh].map(({ code }) => code))),
        ...compareGroups(was, is),
        ...compareScenarios(before, after)
    ];
}

function sitesOf({ sites }: Hierarchy): ReadonlyMap<string, Site> {
    return new Map([...sites].reverse().map(site => [site.code, site]));
}

function change(kind: Change['kind'], subject: Change['subject'], site: string | undefined, host: string | undefined, sentence: string, cost: Change['cost'], from?: string, to?: string): Change {
    return { kind, subject, site, host, sentence, cost, from, to };
}

/** Whether two sites of different codes look like one that somebody wants to give another code: same name and kind, or the same servers. */
function isTwin(before: Site, after: Site): boolean {
    const hosts = (site: Site): string => [...site.servers, ...site.clusters].map(host => host.name).sort().join();
    return before.kind === after.kind && (before.title !== undefined && before.title === after.title || hosts(before) !== '' && hosts(before) === hosts(after));
}

function nameOf({ code, title }: Site): string {
    return title === undefined ? code : `${code} (${title})`;
}

function removedSite(site: Site, twin: Site | undefined): Change {
    const sentence = twin ? `Site ${nameOf(site)} goes; ${twin.code} looks like the same site under another code.` : `Site ${nameOf(site)} goes.`;
    return change('removed', 'site', site.code, undefined, sentence, twin ? costs.recodedSite : costs.goneSite);
}

function addedSite(site: Site, twin: Site | undefined): Change {
    const place = site.parentCodes.length > 0 ? ` below ${site.parentCodes.join(', ')}` : '';
    return change('added', 'site', site.code, undefined, `${site.kind ?? 'A'} site ${nameOf(site)} comes${place}.`.replace(/^./, first => first.toUpperCase()), twin ? costs.recodedSite : costs.newSite);
}

function compareSites(before: Hierarchy, former: Site, after: Hierarchy, site: Site): readonly Change[] {
    const [from, to] = [former, site].map(each => [...each.parentCodes].sort().join(', ') || undefined);
    const moved = from === to ? [] : [change('moved', 'site', site.code, undefined,
        to === undefined ? `${site.code} reports to no site any more; it reported to ${from}.` : from === undefined ? `${site.code} now reports to ${to}.` : `${site.code} moves from ${from} to ${to}.`,
        site.kind === 'secondary' ? costs.parentOfSecondary : costs.parentOfPrimary, from, to)];
    return [...moved, ...compareFacts(factsOfSite(before, former), factsOfSite(after, site), { site: site.code, host: undefined, name: site.code })];
}

/** Servers and clusters by name. Those of sites that come or go are part of that. */
function compareHosts(before: Hierarchy, after: Hierarchy, apart: ReadonlySet<string>): readonly Change[] {
    const [was, is] = [hostsOf(before), hostsOf(after)];
    return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap(name => {
        const [former, host] = [was.get(name), is.get(name)];
        if (!former || !host) {
            const only = (host ?? former)!;
            return apart.has(only.site.code) ? [] : [change(host ? 'added' : 'removed', only.element, only.site.code, name,
                host ? `${kindOf(host)} ${name} comes to ${host.site.code}${rolesOf(host)}.` : `${kindOf(only)} ${name} of ${only.site.code} goes.`, costs.server)];
        }
        const moved = former.site.code === host.site.code ? [] : [change('moved', host.element, host.site.code, name, `${name} moves from ${former.site.code} to ${host.site.code}.`, costs.movedServer, former.site.code, host.site.code)];
        return [...moved, ...compareFacts(factsOfHost(former), factsOfHost(host), { site: host.site.code, host: name, name })];
    });
}

function hostsOf({ sites }: Hierarchy): ReadonlyMap<string, Server | Cluster> {
    return new Map(sites.flatMap(site => [...site.servers, ...site.clusters]).reverse().map(host => [host.name, host]));
}

const kindOf = ({ element }: Server | Cluster): string => element === 'server' ? 'Server' : 'Cluster';

function rolesOf({ updatePoints }: Server | Cluster): string {
    const [point] = updatePoints;
    return point ? `, as ${{ active: 'active', internet: 'Internet-based', inactive: 'inactive' }[point.state]} software update point` : '';
}

/** Groups of clients by their name at their site. */
function compareGroups(was: ReadonlyMap<string, Site>, is: ReadonlyMap<string, Site>): readonly Change[] {
    return [...is].flatMap(([code, site]) => {
        const former = was.get(code);
        const [before, after] = [former, site].map(each => new Map(each?.clientGroups.flatMap(group => group.label === undefined ? [] : [[group.label, `${group.count ?? 0} on the ${group.on ?? 'intranet'}${group.policy === undefined ? '' : `, policy ${group.policy}`}`] as const])));
        return !former ? [] : [...new Set([...before!.keys(), ...after!.keys()])].flatMap(label => {
            const [from, to] = [before!.get(label), after!.get(label)];
            const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
            const sentence = { added: `The clients ${label} come to ${code}: ${to}.`, removed: `The clients ${label} of ${code} go.`, changed: `The clients ${label} of ${code} change from ${from} to ${to}.` }[kind];
            return from === to ? [] : [change(kind, 'clients', code, undefined, sentence, costs.outside, from, to)];
        });
    });
}

function compareScenarios(before: Version, after: Version): readonly Change[] {
    const [was, is] = [before, after].map(({ scenarios }) => new Map(scenarios.flatMap(scenario => scenario.title === undefined ? [] : [[scenario.title, JSON.stringify(scenario)] as const])));
    return [...new Set([...was!.keys(), ...is!.keys()])].flatMap(title => {
        const [from, to] = [was!.get(title), is!.get(title)];
        const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
        const sentence = { added: `The scenario “${title}” comes.`, removed: `The scenario “${title}” goes.`, changed: `The scenario “${title}” says something else.` }[kind];
        return from === to ? [] : [change(kind, 'scenario', undefined, undefined, sentence, costs.planOnly)];
    });
}
