import { compareTexts, type ModelElement } from '@sup/model';
import type { ClientGroupState, CohortState, SiteState } from './state.js';
import { cohortSizes } from './waves.js';

/**
 * Divides the clients of a site into groups of identical behavior. Clients are assigned only to primary sites; those of a secondary site to
 * its parent. Source: "Site hierarchy terms" (eskonr.com, 2010).
 */
export function clientGroupsOf(located: SiteState): readonly ClientGroupState[] {
    const { site } = located;
    const assigned = site.kind === 'secondary' && located.parent ? located.parent : located;
    const create = (name: string, label: string | undefined, element: ModelElement, count: number, on: 'intranet' | 'internet', groupPolicy: string | undefined): ClientGroupState => ({
        name: `${site.code}/${name}`, label, element, count, on, located, assigned, groupPolicy,
        cannotReach: (element.element === 'clientGroup' ? element.cannotReach : undefined) ?? [],
        heldVersions: [], cohorts: [], waves: undefined, result: undefined, server: undefined, failedAgainst: undefined, scannedVersion: 0, lastSuccess: undefined, attempts: 0, failures: 0, lastEntry: undefined,
        unreported: { clients: 0, cohorts: 0, point: undefined }, isSkipping: false
    });
    const own = [
        create('intranet', undefined, site, site.clients?.intranet ?? 0, 'intranet', site.groupPolicy),
        create('internet', undefined, site, site.clients?.internet ?? 0, 'internet', undefined)
    ];
    const declared = site.clientGroups.map(group => create(group.label ?? 'group', group.label, group, group.count ?? 0, group.on ?? 'intranet',
        group.policy ?? (group.on === 'internet' ? undefined : site.groupPolicy)));
    return withUniqueNames([...own, ...declared].filter(group => group.count > 0).sort((a, b) => compareTexts(sortKey(a), sortKey(b)))).map(withCohorts);
}

/** Sorts by name, and groups of the same name by their properties, so that the order of declarations does not matter. */
function sortKey({ name, element, on, count, groupPolicy }: ClientGroupState): string {
    return [name, element.element === 'site' ? 0 : 1, on, count, groupPolicy].join('\n');
}

/** Numbers groups of the same name, because traces identify groups by name. */
function withUniqueNames(groups: readonly ClientGroupState[]): readonly ClientGroupState[] {
    const taken = new Set<string>();
    return groups.map(group => {
        let { name } = group;
        for (let i = 2; taken.has(name); i++) {
            name = `${group.name} ${i}`;
        }
        taken.add(name);
        return name === group.name ? group : { ...group, name };
    });
}

function withCohorts(group: ClientGroupState): ClientGroupState {
    cohortSizes(group.count).forEach((count, number) => count > 0 && group.cohorts.push({
        group, number, count, wave: 0, isPostponed: false, scans: [], retry: undefined, failed: 0, failedSince: 0, everFailed: 0, isRetryDue: false, failedMinutes: 0,
        result: undefined, server: undefined, failedAgainst: undefined, version: 0, waveVersion: undefined, known: [], catalog: undefined, kept: 0, keptFor: undefined, failedWidth: 0
    }));
    return group;
}

/** The minutes during which scans of a group failed, summed over its clients. */
export function failedMinutesOf({ cohorts }: ClientGroupState, time: number): number {
    return cohorts.reduce((sum, cohort) => sum + cohortFailedMinutes(cohort, time), 0);
}

/** The same for one cohort. */
export function cohortFailedMinutes({ failedMinutes, failed, failedSince }: CohortState, time: number): number {
    return failedMinutes + failed * (time - failedSince);
}
