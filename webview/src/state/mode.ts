/** The version of two compared plans that is drawn. */
export type Side = 'before' | 'both' | 'after';

/** The view of a page that does not compare two plans: the picture, the picture at a moment of a run, or the sites as a table. */
export type Mode = 'plan' | 'time' | 'list';
