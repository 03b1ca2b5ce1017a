import { isOlderServicePack, type SoftwareUpdatePoint, toUpperCaseCode } from '@sup/model';
import type { HostFacts, PlanFacts, SiteFacts } from '../../rollout/src/facts/plan-facts.js';
import { type Move, sitesOf } from '../../rollout/src/moves/move.js';

/** A move that is made before the one that it has to wait for: the plan before it and the plan after it. */
interface TooEarly {
    readonly move: Move;
    readonly before: PlanFacts;
    readonly after: PlanFacts;
}

const sitesOfMove = ({ move }: TooEarly, plan: PlanFacts): readonly SiteFacts[] => sitesOf(move).flatMap(code => plan.sites.get(toUpperCaseCode(code)) ?? []);
const hostsOfMove = (early: TooEarly, plan: PlanFacts): readonly HostFacts[] => sitesOfMove(early, plan).flatMap(({ hosts }) => early.move.hosts.flatMap(name => hosts.get(toUpperCaseCode(name)) ?? []));
const parentsOf = ({ own: { parentCodes } }: SiteFacts, plan: PlanFacts): readonly (SiteFacts | undefined)[] => parentCodes.map(code => plan.sites.get(toUpperCaseCode(code)));
const isSelected = (state: SoftwareUpdatePoint['state'] | undefined): boolean => state === 'active' || state === 'internet';

function isNewerThanParent(site: SiteFacts, plan: PlanFacts): boolean {
    return parentsOf(site, plan).some(parent => parent?.own.release && site.own.release && isOlderServicePack(parent.own.release.servicePack, site.own.release.servicePack));
}

const isMovedSiteNewer = (early: TooEarly): boolean => sitesOfMove(early, early.after).some(site => isNewerThanParent(site, early.after));

/** Whether a move that is made too early contradicts the document, by the reason that names it. Stated from the documents, not from the code. */
export const contradictions: Readonly<Record<string, (early: TooEarly) => boolean>> = {
    'Sites are upgraded from the top down: the parent first.': isMovedSiteNewer,
    'A site must not have a later release than its parent.': isMovedSiteNewer,
    'A site must not have a later release than its parent: the child sites first.': ({ after }) => [...after.sites.values()].some(site => isNewerThanParent(site, after)),
    'A site is installed below a parent that exists.': early => sitesOfMove(early, early.after).some(site => parentsOf(site, early.after).includes(undefined)),
    'The site is installed first.': early => sitesOfMove(early, early.before).length === 0,
    'WSUS must be on the server before it becomes a software update point.': early => hostsOfMove(early, early.after).some(({ element, wsus, role }) => element === 'server' && role && !wsus),
    'Only a site system with the role can be selected.': early => hostsOfMove(early, early.before).length < early.move.hosts.length || hostsOfMove(early, early.before).some(({ role }) => !role),
    'While a software update point is selected, its removal interrupts its clients.': early => hostsOfMove(early, early.before).some(({ role }) => isSelected(role?.state)),
    'The role needs WSUS until it is removed.': early => hostsOfMove(early, early.before).some(({ role }) => role),
    'The new address can be set once the old one is removed.': early => sitesOfMove(early, early.before).some(({ own, groups }) => own.groupPolicy !== undefined || [...groups.values()].some(({ policy }) => policy !== undefined)),
    'The parent is the source of synchronization as soon as the site joins.': early => sitesOfMove(early, early.after).some(site => parentsOf(site, early.after).some(parent => parent && ![...parent.hosts.values()].some(({ role }) => role?.state === 'active')))
};
