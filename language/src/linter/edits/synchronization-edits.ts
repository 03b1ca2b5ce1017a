import type { ImportPlan, Site, Synchronization } from '@sup/model';
import { originOf } from '../../analysis/projection/origin.js';
import { propertyOf } from '../../syntax/tree/blocks.js';
import { isWritten } from '../../analysis/unreadable.js';
import { type Edit, insertStatement } from './edit.js';
import { importText } from './import-edits.js';
import { setProperties } from './property-edits.js';
import { linesOf } from './text-edits.js';

/** The synchronization criteria that must be chosen, with starter values that work with every release and every WSUS version. */
export const starterCriteria = {
    products: '"Windows XP", "Windows Server 2003"',
    classifications: '"Critical Updates", "Security Updates"',
    languages: 'en'
} as const;

export type Criterion = keyof typeof starterCriteria;

/**
 * Starter schedules: the default of the product, and a daily one for sites that deploy definition updates. They avoid the full
 * hour, when monitoring may report the component as hung during a long run. Source: SCOM Alert WSUS (a case with Microsoft support, 2011).
 */
export const starterSchedules = ['every 7 days at 02:07', 'every 1 day at 02:07'] as const;

/** The criteria that are not chosen. For the languages, either of the two lists is enough. */
export function missingCriteria(settings: Synchronization): readonly Criterion[] {
    const keys: Record<Criterion, readonly string[]> = { products: ['products'], classifications: ['classifications'], languages: ['languages', 'summary languages'] };
    return (Object.keys(keys) as Criterion[]).filter(key => !keys[key].some(each => isWritten(settings, each)));
}

export function addCriteria(settings: Synchronization, criteria: readonly Criterion[]): Edit {
    return insertStatement(settings, ...linesFor(criteria));
}

/** Adds the whole `synchronization` block to a site at the top of synchronization. */
export function addSettings(site: Site): Edit {
    const lines = ['source: Microsoft Update', `schedule: ${starterSchedules[0]}`, ...linesFor(Object.keys(starterCriteria) as Criterion[])];
    return insertStatement(site, 'synchronization {', ...lines.map(line => `  ${line}`), '}');
}

function linesFor(criteria: readonly Criterion[]): readonly string[] {
    return criteria.map(key => `${key}: ${starterCriteria[key]}`);
}

/** Makes a site get its updates by export and import. */
export function disconnect(site: Site, plan: ImportPlan): readonly Edit[] {
    const [settings] = site.synchronizations;
    return settings
        ? setProperties(settings, { source: 'none', import: importText(plan) })
        : [insertStatement(site, 'synchronization {', '  source: none', `  import: ${importText(plan)}`, '}')];
}

/** The lines of a `synchronization` block for the top of synchronization, with the settings of a site that was the top before. */
export function moveSettings(settings: Synchronization): readonly string[] {
    const block = originOf(settings);
    const lines = ['schedule', 'products', 'classifications', 'languages', 'summary languages'].flatMap(key => {
        const property = propertyOf(block, key);
        return property ? linesOf(property) : [];
    });
    return ['synchronization {', ...['source: Microsoft Update', ...lines].map(line => `  ${line}`), '}'];
}
