import { bandwidthText, clientsOf, type Hierarchy, isPrimarySite, isUnknown, type Link, modeOf, nearestPrimaryAncestor, type Release, releaseText, type Site, timeOfDayText, usedOnInternet, usedOnIntranet } from '@sup/model';
import type { Cost } from '../comparison.js';
import { costs } from './costs.js';
import type { Fact, Value } from './fact.js';
import { derivedFact, effectiveFact, stated, unknownValue, writtenFact } from './fact-makers.js';
import { synchronizationFacts } from './synchronization-facts.js';

/** The facts of a site, without its code, its parent, its servers and its client groups, which are compared separately. */
export function factsOfSite(hierarchy: Hierarchy, site: Site): readonly Fact[] {
    const { kind, mode, release, clients, groupPolicy, link } = site;
    const located = clientsOf(site);
    return [
        // A central site is a primary site without a parent, and parents are compared separately.
        writtenFact('site', 'kind', 'the kind of site', isPrimarySite(site) ? 'primary' : kind, costs.kind),
        writtenFact('site', 'release', 'the release', stated(site, 'release', release && releaseText(release)), releaseCost),
        effectiveFact('site', 'mode', 'the mode', stated(modeSourceOf(hierarchy, site), 'mode', modeOf(hierarchy, site)), kind === 'secondary' ? undefined : stated(site, 'mode', mode), modeCost),
        writtenFact('clients', 'clients', 'the number of clients on the intranet', stated(site, 'clients', countText(clients?.intranet)), costs.clients),
        writtenFact('clients', 'clients', 'the number of clients on the Internet', stated(site, 'clients', countText(clients?.internet)), costs.clients),
        writtenFact('clients', 'group policy', 'the update service that a Group Policy gives its clients', stated(site, 'groupPolicy', groupPolicy), costs.groupPolicy),
        writtenFact('clients', 'client installation', 'the server of software update point client installation', stated(site, 'clientInstallation', site.clientInstallation), costs.clientInstallation),
        writtenFact('site', 'cannot reach', 'the servers that its computers cannot reach', stated(site, 'cannotReach', site.cannotReach), costs.network),
        ...isUnknown(site, 'link') ? [writtenFact('link', 'link', 'the link', unknownValue, costs.network)] : linkFacts(link),
        ...synchronizationFacts(hierarchy, site),
        derivedFact('clients', 'the software update point of its clients on the intranet', located.intranet > 0 ? usedOnIntranet(hierarchy, site)?.host.name : undefined),
        derivedFact('clients', 'the software update point of its clients on the Internet', located.internet > 0 ? usedOnInternet(site)?.host.name : undefined)
    ];
}

/** The site that sets the mode of a site. */
const modeSourceOf = (hierarchy: Hierarchy, site: Site): Site | undefined => site.kind === 'secondary' ? nearestPrimaryAncestor(hierarchy, site) : site;

const countText = (count: number | undefined): string => String(count ?? 0);

function modeCost(_: Value, to: Value): Cost {
    return to === 'native' ? costs.toNative : costs.toMixed;
}

/** From the earliest to the latest: each service pack without an add-on, then with each of the add-ons for it. */
const releases: readonly string[] = (['RTM', 'SP1', 'SP2'] as const).flatMap(servicePack => ([undefined, 'R2', 'R3'] as const)
    .map((addOn): Release => ({ product: 'ConfigMgr 2007', servicePack, addOn })).map(releaseText));

/** Releases of the predecessor are not in the list, and so rank below all others. */
function releaseCost(from: Value, to: Value): Cost {
    const rank = (release: Value): number => typeof release === 'string' ? releases.indexOf(release) : -1;
    return from !== undefined && to !== undefined && rank(to) < rank(from) ? costs.olderRelease : costs.upgrade;
}

function linkFacts(link: Link | undefined): readonly Fact[] {
    return [
        writtenFact('link', 'link', 'the bandwidth of the link', link?.bandwidth === undefined ? undefined : bandwidthText(link.bandwidth), costs.network),
        writtenFact('link', 'link', 'the latency of the link', link?.latency === undefined ? undefined : `${link.latency} ms`, costs.network),
        writtenFact('link', 'link', 'the time of day at which the link is open', link?.open && `${timeOfDayText(link.open.from)} to ${timeOfDayText(link.open.to)}`, costs.addressHours)
    ];
}
