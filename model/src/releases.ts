/**
 * The numbers of the product that differ, or may differ, between its releases, with their sources. The table has a column for each family of
 * releases, so a family with other numbers is another column, and no rule changes. (`limits.ts` has the limits of our own input.)
 */
export interface ReleaseFacts {
    /** The intervals that a synchronization schedule can have, by their unit. Source: "New Site Role Wizard: Synchronization Schedule" (ConfigMgr 2007 library). */
    readonly scheduleIntervals: Readonly<Record<'hour' | 'day' | 'week', Interval>>;
}

/** A range of whole numbers, including both ends. */
export interface Interval {
    readonly least: number;
    readonly most: number;
}

export const releases = {
    '2007': {
        scheduleIntervals: { hour: { least: 1, most: 23 }, day: { least: 1, most: 31 }, week: { least: 1, most: 4 } }
    }
} as const satisfies Record<string, ReleaseFacts>;

/** The facts about the family of releases that plans describe. */
export const releaseFacts: ReleaseFacts = releases['2007'];
