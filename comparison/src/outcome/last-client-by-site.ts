import { counted } from '@sup/model';
import { type Bound, durationText } from '@sup/simulation';
import { displayName } from '../changes/change.js';
import type { Figure } from '../comparison.js';

/** The number of lines. */
const maxLines = 5;

/** The number of sites that a line names. */
const maxNamed = 5;

/** Parts of a bound are whole minutes, so a difference of one may come from rounding. */
export const rounding = 1;

/** The bound of a site; without minutes if nothing limits the time there. */
interface SiteBound {
    readonly minutes: number | undefined;
    /** Where its clients scan, if that is at the parent only because the software update point of the site never synchronizes. */
    readonly detour: string | undefined;
}

/** The bound of a site in both versions. */
interface BoundChange {
    readonly site: string;
    readonly before: number | undefined;
    readonly after: number | undefined;
    readonly detours: readonly [before: string | undefined, after: string | undefined];
}

/**
 * Compares the bounds of the sites that have clients in both versions. The bound of a plan is that of its last client, so a site that is not the last can become
 * much later without an effect on that bound. Sites with the same values share a line; a change that the whole plan shares is not repeated.
 */
export function compareLastClientBySite(before: Bound, after: Bound): readonly Figure[] {
    const [was, is] = [boundsOf(before), boundsOf(after)];
    const changes = [...was].flatMap(([site, { minutes, detour }]): readonly BoundChange[] => is.has(site) ? [{ site, before: minutes, after: is.get(site)!.minutes, detours: [detour, is.get(site)!.detour] }] : []);
    const total = changeOf(before.minutes, after.minutes);
    const own = changes.filter(change => isNotable(change) && (changeOf(change.before, change.after) !== total || isDetour(change)));
    const lines = [...Map.groupBy(own, change => [beforeText(change), afterText(change)].join()).values()].sort((a, b) => sizeOf(b[0]!) - sizeOf(a[0]!));
    const others = lines.slice(maxLines).flat();
    return [
        ...lines.slice(0, maxLines).map(line => ({ what: `Time until the last client of ${namesOf(line)} has scanned, at most`, before: beforeText(line[0]!), after: afterText(line[0]!), isBetter: isDetour(line[0]!) ? undefined : isBetter(line[0]!) })),
        ...others.length === 0 ? [] : [{ what: `The same time at ${counted(others.length, 'other site')}`, before: 'different', after: othersText(others), isBetter: undefined }]
    ];
}

/** The bound of each site with clients, by its code. */
function boundsOf({ groups }: Bound): ReadonlyMap<string, SiteBound> {
    return new Map([...Map.groupBy(groups, ({ site }) => site)].map(([site, own]) =>
        [site, { minutes: own.some(({ minutes }) => minutes === undefined) ? undefined : Math.max(...own.map(({ minutes }) => minutes!)), detour: own.find(({ bypassed }) => bypassed)?.server }]));
}

const changeOf = (before: number | undefined, after: number | undefined): number => (after ?? Infinity) - (before ?? Infinity);
const sizeOf = ({ before, after }: BoundChange): number => Math.abs(changeOf(before, after));

/** Both without a limit is no change: their difference is not a number. */
const isNotable = (change: BoundChange): boolean => sizeOf(change) > rounding;
const isBetter = ({ before, after }: BoundChange): boolean => changeOf(before, after) < 0;
const text = (minutes: number | undefined): string => minutes === undefined ? 'no limit' : durationText(minutes);

/** A shorter time on a detour is not an improvement: the software update point that the site should have does not work. */
export const hasDetours = ({ groups }: Bound): boolean => groups.some(({ bypassed }) => bypassed);
const isDetour = ({ detours: [before, after] }: BoundChange): boolean => before !== undefined || after !== undefined;
const timeText = (minutes: number | undefined, detour: string | undefined): string => text(minutes) + (detour === undefined ? '' : ` against ${detour}, because the software update point of the site never synchronizes`);
const beforeText = ({ before, detours: [detour] }: BoundChange): string => timeText(before, detour);
const afterText = ({ after, detours: [, detour] }: BoundChange): string => timeText(after, detour);

function namesOf(line: readonly BoundChange[]): string {
    const names = line.slice(0, maxNamed).map(({ site }) => displayName(site));
    return line.length > names.length ? `${names.join(', ')} and ${counted(line.length - names.length, 'other site')}` : names.join(', ');
}

function othersText(others: readonly BoundChange[]): string {
    const better = others.filter(isBetter).length;
    return [better > 0 ? `${better} better` : '', better < others.length ? `${others.length - better} worse` : ''].filter(Boolean).join(', ');
}
