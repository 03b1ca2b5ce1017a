import { pairHosts } from '@sup/comparison';
import type { Difference } from '@sup/language';
import { type Hierarchy, hostsOf, toUpperCaseCode } from '@sup/model';
import { ImportError } from '../import-error.js';
import type { ImportSource } from '../import-plan.js';
import type { PlannedHost } from '../interpret/server-names.js';
import { type Reality, readReality } from '../reality.js';
import { DriftCollector, type UncomparedValue } from './drift-collector.js';
import { compareHosts } from './hosts.js';
import { compareSites } from './sites.js';

/** The differences between a plan and exports of the real hierarchy. */
export interface Drift {
    readonly differences: readonly Difference[];
    /** The values in the plan that could not be compared, because one of the two sides does not state them. */
    readonly uncompared: readonly UncomparedValue[];
    /** When the oldest of the exports was made, as it states it: `2026-11-23T08:15:00Z`. */
    readonly collectedAt: string | undefined;
    /** The parts that could not be read, as the exports state. */
    readonly failures: readonly string[];
    readonly messages: readonly string[];
}

/** Compares a plan with exports of the real hierarchy. `parse` reads the text of a plan. Throws if the two have no site in common. */
export function compareWithReality(plan: Hierarchy, sources: readonly ImportSource[], parse: (text: string) => Hierarchy): Drift {
    return driftFrom(plan, readReality(sources, plannedHostsOf(plan)), parse);
}

/** The servers and clusters of a plan. Exports are read with their names. */
export function plannedHostsOf({ sites }: Hierarchy): readonly PlannedHost[] {
    return sites.flatMap(site => hostsOf(site).map(({ name, fqdn }) => ({ name, fqdn })));
}

/** Compares a plan with a real hierarchy that was read before. Throws like {@link compareWithReality}. */
export function driftFrom(plan: Hierarchy, reality: Reality, parse: (text: string) => Hierarchy): Drift {
    const real = parse(reality.complete);
    const planned = new Set(plan.sites.map(({ code }) => toUpperCaseCode(code)));
    if (!real.sites.some(({ code }) => planned.has(toUpperCaseCode(code)))) {
        throw new ImportError(`the files describe another hierarchy: the plan has none of their sites, which are ${listed(real.sites.map(({ code }) => code))}`);
    }
    const when = reality.collectedAt === undefined ? 'in the export' : `on ${reality.collectedAt.slice(0, 10)}`;
    const collector = new DriftCollector(plan, real, parse(reality.plan), reality, when);
    compareSites(collector);
    compareHosts(collector, pairHosts(plan.sites, real.sites));
    const { collectedAt, failures, messages } = reality;
    return { differences: collector.differences, uncompared: collector.uncompared, collectedAt, failures, messages };
}

/** The number of names that a message lists. */
const listedNames = 10;

const listed = (names: readonly string[]): string => [...names.slice(0, listedNames), ...names.length > listedNames ? [`${names.length - listedNames} more`] : []].join(', ');
