import type { Site, Synchronization } from '@sup/model';
import { type Edit, insertStatement } from './edit.js';

/** The criteria that have to be chosen, each with a choice that works with every release and every WSUS version. */
export const starterCriteria = {
    products: '"Windows XP", "Windows Server 2003"',
    classifications: '"Critical Updates", "Security Updates"',
    languages: 'en'
} as const;

export type Criterion = keyof typeof starterCriteria;

/**
 * Schedules to begin with: the product's default, and one for those who deploy definition updates. Not on the hour, when a long
 * run may make monitoring take the component for hung. Source: SCOM Alert WSUS (a case with Microsoft support, 2011).
 */
export const starterSchedules = ['every 7 days at 02:07', 'every 1 day at 02:07'] as const;

export function addCriteria(settings: Synchronization, criteria: readonly Criterion[]): Edit {
    return insertStatement(settings, ...linesFor(criteria));
}

/** The whole block, for a site at the top of synchronization. */
export function addSettings(site: Site): Edit {
    const lines = ['source: Microsoft Update', `schedule: ${starterSchedules[0]}`, ...linesFor(Object.keys(starterCriteria) as Criterion[])];
    return insertStatement(site, 'synchronization {', ...lines.map(line => `  ${line}`), '}');
}

function linesFor(criteria: readonly Criterion[]): readonly string[] {
    return criteria.map(key => `${key}: ${starterCriteria[key]}`);
}
