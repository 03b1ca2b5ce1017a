import { type Weekday, weekdays as fromMonday } from '@sup/model';

/** The days of a week as Configuration Manager counts them, from Sunday. */
export const weekdays: readonly Weekday[] = [...fromMonday.slice(-1), ...fromMonday.slice(0, -1)];
