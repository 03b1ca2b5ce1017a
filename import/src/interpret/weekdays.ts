import type { Weekday } from '@sup/model';

/** The days of a week as Configuration Manager counts them. */
export const weekdays: readonly Weekday[] = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
