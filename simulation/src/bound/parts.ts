import type { Assumptions } from '@sup/model';
import type { BoundPart, BoundPartKind, Supply } from './bound.js';
import { arrivalOfRun, type Cascade } from './cascade.js';
import { dueMinutes, type ScanMinutes } from './scan-minutes.js';

/**
 * The parts of the longest path of an update to the clients of a software update point. Parts that overlap (a run that a later notification would have
 * started too) count once, so that they add up.
 */
export function partsOf({ cascade, missed, minutes, imported }: Supply, scan: ScanMinutes, assumed: Assumptions): readonly BoundPart[] {
    const published = cascade.runs.starts[missed]!;
    const path = new Path(published, published + minutes - imported);
    for (const each of pathOf(cascade)) {
        addSite(path, each, missed + 1, assumed);
    }
    const { site: { code } } = cascade.site;
    const last: readonly (readonly [BoundPartKind, number])[] = [
        ['import', imported], ['policy', assumed.policyInterval], ['scan-interval', dueMinutes(assumed)], [scan.kind, scan.minutes], ['last-scan', scan.lastScan]
    ];
    return [...path.parts, ...last.filter(([, length]) => length > 0).map(([kind, length]) => ({ kind, site: code, minutes: length }))];
}

function addSite(path: Path, cascade: Cascade, run: number, assumed: Assumptions): void {
    const { site: { site: { code } } } = cascade;
    const { notice, started, imported, resumed, pulled, available, done } = arrivalOfRun(cascade, run)!;
    if (notice) {
        path.until(notice.sent, 'waiting', code);
        path.until(notice.sent + notice.waited, 'link-window', code);
        path.until(notice.arrived, 'notification', code);
    }
    path.until(started, notice ? 'waiting' : 'schedule', code);
    path.until(started + imported, 'import', code);
    path.until(started + imported + resumed, 'waiting', code);
    // The usual time of WSUS is part of the synchronization; a longer one is that of the link.
    path.until(started + imported + resumed + pulled, notice && pulled > assumed.childSynchronization ? 'pull' : 'synchronization', code);
    path.until(Math.max(available, done), 'synchronization', code);
}

/** Collects consecutive parts, up to an end. */
class Path {
    readonly parts: BoundPart[] = [];

    constructor(private reached: number, private readonly end: number) {}

    until(time: number, kind: BoundPartKind, site: string): void {
        const to = Math.min(Math.max(this.reached, time), this.end);
        const before = this.parts.at(-1);
        const length = to - this.reached;
        if (length > 0 && before?.kind === kind && before.site === site) {
            this.parts[this.parts.length - 1] = { kind, site, minutes: before.minutes + length };
        } else if (length > 0) {
            this.parts.push({ kind, site, minutes: length });
        }
        this.reached = to;
    }
}

/** The cascades from the top site down to the given one. */
function pathOf(last: Cascade): readonly Cascade[] {
    const path: Cascade[] = [];
    for (let cascade: Cascade | undefined = last; cascade; cascade = cascade.parent) {
        path.unshift(cascade);
    }
    return path;
}
