import { releaseFacts, type Schedule } from '@sup/model';

/** A schedule with a simple interval, such as `every 7 days`. */
export type IntervalSchedule = Extract<Schedule, { kind: 'every' }>;

const hoursOf = { hour: 1, day: 24, week: 7 * 24 } as const;
type Unit = keyof typeof hoursOf;
const units = Object.keys(hoursOf) as Unit[];

/** Whether the product accepts the interval of a schedule. Other kinds of schedules have none. */
export function isIntervalAllowed(schedule: Schedule): boolean {
    return schedule.kind !== 'every' || isInRange(schedule.count, schedule.unit);
}

function isInRange(count: number, unit: Unit): boolean {
    const { least, most } = releaseFacts.scheduleIntervals[unit];
    return count >= least && count <= most;
}

/**
 * The allowed schedules nearest to one that is not: the same interval in another unit if possible, otherwise the next shorter and longer ones, and the
 * longest ones. A schedule for a weekday stays in weeks.
 */
export function nearestAllowed(schedule: IntervalSchedule): readonly IntervalSchedule[] {
    const hours = schedule.count * hoursOf[schedule.unit];
    const isPlain = Object.keys(schedule).every(key => ['kind', 'count', 'unit', 'at'].includes(key) || schedule[key as keyof IntervalSchedule] === undefined);
    const inUnit = (unit: Unit): readonly IntervalSchedule[] => {
        const exact = hours / hoursOf[unit];
        const { most } = releaseFacts.scheduleIntervals[unit];
        return [...new Set([Math.floor(exact), Math.ceil(exact), most])]
            .filter(count => isInRange(count, unit))
            .map(count => ({ ...schedule, count, unit }));
    };
    const distance = ({ count, unit }: IntervalSchedule): number => Math.abs(count * hoursOf[unit] - hours);
    const { most } = releaseFacts.scheduleIntervals[schedule.unit];
    const near = (isPlain ? units : [schedule.unit]).flatMap(inUnit).filter(each => distance(each) <= hours / 2 || (each.unit === schedule.unit && each.count === most));
    return near.sort((a, b) => distance(a) - distance(b)).slice(0, 3);
}

/** Whether more than a day passes between two synchronizations of a schedule. */
export function isRarerThanDaily(schedule: Schedule): boolean {
    return schedule.kind !== 'manual' && !(schedule.kind === 'every' && schedule.count * hoursOf[schedule.unit] <= 24);
}
