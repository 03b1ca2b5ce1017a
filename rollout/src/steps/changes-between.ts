import { type Change, compareHierarchies } from '@sup/comparison';
import type { Hierarchy } from '@sup/model';

/** The changes between two hierarchies, without their consequences. */
export function changesBetween(before: Hierarchy, after: Hierarchy): readonly Change[] {
    return compareHierarchies({ hierarchy: before, scenarios: [] }, { hierarchy: after, scenarios: [] }).filter(({ kind }) => kind !== 'consequence');
}
