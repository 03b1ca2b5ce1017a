import { bandwidthText, clientsOf, type Hierarchy, isPrimarySite, type Link, modeOf, type Release, releaseText, type Site, timeOfDayText, usedOnInternet, usedOnIntranet } from '@sup/model';
import type { Cost } from '../comparison.js';
import { costs } from './costs.js';
import type { Fact, Value } from './fact.js';
import { derived, effective, said } from './fact-makers.js';
import { synchronizationFacts } from './synchronization-facts.js';

/** What is to be known of a site. Its code, its parent, its servers and its groups of clients are compared apart. */
export function factsOfSite(hierarchy: Hierarchy, site: Site): readonly Fact[] {
    const { kind, mode, release, clients, groupPolicy, link } = site;
    const located = clientsOf(site);
    return [
        // A central site is a primary one at the top: where a site stands is told by its parent.
        said('site', 'the kind of site', isPrimarySite(site) ? 'primary' : kind, costs.kind),
        said('site', 'the release', release && releaseText(release), releaseCost),
        effective('site', 'the mode', modeOf(hierarchy, site), kind === 'secondary' ? undefined : mode, modeCost),
        said('clients', 'the number of clients on the intranet', countText(clients?.intranet), costs.clients),
        said('clients', 'the number of clients on the Internet', countText(clients?.internet), costs.clients),
        said('clients', 'the update service that a Group Policy gives its clients', groupPolicy, costs.groupPolicy),
        ...linkFacts(link),
        ...synchronizationFacts(hierarchy, site),
        derived('clients', 'the software update point of its clients on the intranet', located.intranet > 0 ? usedOnIntranet(hierarchy, site)?.host.name : undefined),
        derived('clients', 'the software update point of its clients on the Internet', located.internet > 0 ? usedOnInternet(site)?.host.name : undefined)
    ];
}

const countText = (count: number | undefined): string => String(count ?? 0);

function modeCost(_: Value, to: Value): Cost {
    return to === 'native' ? costs.toNative : costs.toMixed;
}

/** From the earliest on. An add-on goes on top of a service pack. */
const releases: readonly string[] = (['RTM', 'SP1', 'SP2'] as const).flatMap(servicePack => ([undefined, 'R2', 'R3'] as const)
    .map((addOn): Release => ({ product: 'ConfigMgr 2007', servicePack, addOn })).map(releaseText));

/** Anything is later than the predecessor, which is not in the list. */
function releaseCost(from: Value, to: Value): Cost {
    const rank = (release: Value): number => typeof release === 'string' ? releases.indexOf(release) : -1;
    return from !== undefined && to !== undefined && rank(to) < rank(from) ? costs.olderRelease : costs.upgrade;
}

function linkFacts(link: Link | undefined): readonly Fact[] {
    return [
        said('link', 'the bandwidth of the link', link?.bandwidth === undefined ? undefined : bandwidthText(link.bandwidth), costs.network),
        said('link', 'the latency of the link', link?.latency === undefined ? undefined : `${link.latency} ms`, costs.network),
        said('link', 'the time of day at which the link is open', link?.open && `${timeOfDayText(link.open.from)} to ${timeOfDayText(link.open.to)}`, costs.addressHours)
    ];
}
