import type { Cluster, Server, Site } from '@sup/model';
import type { Edit } from './edits/edit.js';
import type { Place } from '../syntax/place.js';

/**
 * A difference between a plan and an export of the real hierarchy. `differs`: a value. `moved`: a server is at another site. `notPlanned`: only the
 * real hierarchy has it. `notFound`: only the plan has it. `notYetFound`: the same, but it may be planned ahead.
 */
export interface Difference {
    readonly kind: 'differs' | 'moved' | 'notPlanned' | 'notFound' | 'notYetFound';
    /** The place in the plan. */
    readonly at: Place;
    /** The site, server or cluster, and its property: `NV2SUP01, the version of WSUS`. */
    readonly subject: string;
    /** For `differs` and `moved`: the planned and the found value or site. */
    readonly planned?: string;
    readonly found?: string;
    /** For `notPlanned`: the site, server or cluster of the real hierarchy, if it is one. */
    readonly unplanned?: Site | Server | Cluster;
    /** The day of the export: `on 2026-11-23`; without one, `in the export`. */
    readonly when: string;
    /** The change of the plan that makes it describe the real hierarchy. */
    readonly takeOver?: { readonly title: string; edits(this: void): readonly Edit[] } | undefined;
}
