import { activeUpdatePointOf, isSynchronizationRoot, soundParentOf } from '@sup/model';
import type { PlanPlace } from './plan-place.js';

/** The settings of synchronization: where it begins all of them; below, where a site sets only its languages, those. */
export function synchronization({ hierarchy, site }: PlanPlace): string | undefined {
    if (!site || !soundParentOf(hierarchy, site) || isSynchronizationRoot(hierarchy, site)) {
        return synchronizationLines(1).join('\n');
    }
    return activeUpdatePointOf(site) ? 'synchronization {\n\tlanguages: ${1:en}\n}' : undefined;
}

/** The settings at the top; their placeholders are numbered from `first` on. */
export function synchronizationLines(first: number): readonly string[] {
    return [
        'synchronization {',
        '\tsource: Microsoft Update',
        `\tschedule: every \${${first}:1} day at \${${first + 1}:02:07}`,
        `\tproducts: \${${first + 2}:"Windows Server 2008"}`,
        `\tclassifications: \${${first + 3}:"Critical Updates", "Security Updates"}`,
        `\tlanguages: \${${first + 4}:en}`,
        '}'
    ];
}
