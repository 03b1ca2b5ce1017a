/** Days of the months of a year that is not a leap year, before each month. */
const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

// Day 0 of a run is Monday, 1 January 2007, so that schedules by weekday and by month have times. Months are counted from there, from 0.

/** The day on which a month begins. */
export function monthStart(month: number): number {
    const years = Math.floor(month / 12);
    const leapDays = Math.floor((years + 2) / 4) + (isLeap(years) && month % 12 > 1 ? 1 : 0);
    return years * 365 + leapDays + daysBefore[month % 12]!;
}

export function daysOfMonth(month: number): number {
    return monthStart(month + 1) - monthStart(month);
}

/** The month of a day. */
export function monthOf(day: number): number {
    let month = Math.floor(day / 31);
    while (monthStart(month + 1) <= day) {
        month++;
    }
    return month;
}

/** Years are counted from 2007. */
function isLeap(year: number): boolean {
    return year % 4 === 1;
}
