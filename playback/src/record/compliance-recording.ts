import type { Site } from '@sup/model';
import { type Bound, complianceBySite, complianceCurve, groupsIn, shareScannedAfter, type SimulationResult, type World } from '@sup/simulation';
import type { ComplianceDeadline, ComplianceRecording, SiteCompliance } from '../recording.js';

/** The number of sites that are recorded: the slowest are those that a planner looks for. */
const maxSites = 100;

const shares: readonly number[] = [0.5, 0.9, 0.99];

/** A deadline, and the names of the client groups that it is about. */
interface Deadline extends ComplianceDeadline {
    readonly groups: ReadonlySet<string>;
}

/** Records when which share of the clients of each site has scanned for an update, and the share at the deadlines of the scenario. */
export function complianceRecording({ bound, scenario }: Pick<SimulationResult, 'bound' | 'scenario'>, world: World | undefined, idOf: (site: Site) => string): ComplianceRecording {
    const deadlines = world ? deadlinesOf(world, scenario.expectations) : [];
    const ids = new Map(world?.sites.map(({ site }) => [site.code, idOf(site)]));
    const groups = Map.groupBy(bound.groups, ({ site }) => site);
    const sites = [...complianceBySite(bound)].map(([code, { clients, by, all = null }]): SiteCompliance => ({
        site: ids.get(code) ?? '', code, clients, by: [...by.filter(({ share }) => shares.includes(share)).map(({ minutes = null }) => minutes), all],
        byDeadline: deadlines.map(deadline => shareBy(deadline, bound, groups.get(code)!))
    }));
    const slowest = sites.sort((a, b) => lastOf(b) - lastOf(a) || b.clients - a.clients).slice(0, maxSites);
    return { curve: complianceCurve(bound), deadlines: deadlines.map(({ share, minutes }) => ({ share, minutes })), sites: slowest, otherSites: sites.length - slowest.length };
}

function deadlinesOf(world: World, expectations: SimulationResult['scenario']['expectations']): readonly Deadline[] {
    return expectations.flatMap(({ claim, when }) => claim.kind === 'compliance' && when.kind === 'within'
        ? [{ share: claim.percent / 100, minutes: when.duration, groups: new Set(groupsIn(world, claim.clients).map(({ name }) => name)) }] : []);
}

function shareBy({ groups, minutes }: Deadline, bound: Bound, ofSite: Bound['groups']): number | null {
    const meant = ofSite.filter(({ clients }) => groups.has(clients));
    return meant.length === 0 ? null : shareScannedAfter(bound, meant, minutes);
}

const lastOf = ({ by }: SiteCompliance): number => by.at(-1) ?? Number.MAX_SAFE_INTEGER;
