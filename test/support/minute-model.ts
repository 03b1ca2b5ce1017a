// A second model of synchronization and scans, written from the documentation and not from the simulator: it visits every minute in turn,
// has no queue of events, and knows only small hierarchies in which every site server works and links have no limit.

const dayMinutes = 24 * 60;

export interface SmallSite {
    readonly code: string;
    /** The index of the parent, which is before it; undefined for the top site. */
    readonly parent: number | undefined;
    readonly isSecondary: boolean;
    readonly hasPoint: boolean;
    readonly clients: number;
}

export interface Outage {
    /** The site whose WSUS or link fails; undefined for Microsoft Update. */
    readonly site: number | undefined;
    readonly part: 'wsus' | 'link' | 'microsoft-update';
    readonly from: number;
    readonly to: number;
}

export interface SmallWorld {
    readonly sites: readonly SmallSite[];
    readonly outages: readonly Outage[];
    /** The top site synchronizes every `every` days at a minute of the day. */
    readonly every: number;
    readonly at: number;
    readonly days: number;
}

interface State {
    configured: 'pending' | 'yes' | 'no';
    run: { readonly started: number; readonly end: number; readonly wsusEnd: number; readonly version: number } | undefined;
    isQueued: boolean;
    retryAt: number | undefined;
    noticeAt: number | undefined;
    isNoticeWaiting: boolean;
    hasSynchronized: boolean;
    version: number;
    policyAt: number | undefined;
    scanFailedAt: number | undefined;
}

/** The lines `MINUTE CODE WHAT` of a run: starts, ends and failures of synchronization, the first failed scans, and the scans before them. */
export function linesOf({ sites, outages, every, at, days }: SmallWorld): readonly string[] {
    const lines: string[] = [];
    const states = sites.map((): State => ({ configured: 'pending', run: undefined, isQueued: false, retryAt: undefined, noticeAt: undefined, isNoticeWaiting: false, hasSynchronized: false, version: 0, policyAt: undefined, scanFailedAt: undefined }));
    const isDown = (time: number, part: Outage['part'], site?: number): boolean => outages.some(each => each.part === part && each.site === site && each.from <= time && time < each.to);
    const wsusWorks = (i: number, time: number): boolean => !isDown(time, 'wsus', i);
    const sourceWorks = (i: number, time: number): boolean => {
        const { parent } = sites[i]!;
        return parent === undefined ? !isDown(time, 'microsoft-update') : !isDown(time, 'link', i) && wsusWorks(parent, time);
    };
    let revision = 0;

    const fail = (i: number, time: number): void => {
        lines.push(`${time} ${sites[i]!.code} failed`);
        states[i]!.run = undefined;
        states[i]!.retryAt = time + 60;
        if (states[i]!.isQueued) {
            states[i]!.isQueued = false;
            request(i, time);
        }
    };
    const request = (i: number, time: number): void => {
        const state = states[i]!;
        if (state.run || state.configured === 'pending') {
            state.isQueued = true;
            return;
        }
        lines.push(`${time} ${sites[i]!.code} started`);
        state.retryAt = undefined;
        if (state.configured === 'no' || !wsusWorks(i, time) || !sourceWorks(i, time)) {
            fail(i, time);
            return;
        }
        if (sites[i]!.parent === undefined) {
            const total = state.hasSynchronized ? 45 : 90;
            const published = Math.floor(time / dayMinutes) + 1;
            state.run = { started: time, wsusEnd: time + total - Math.round(total * 0.4), end: time + total + 2, version: published === revision ? state.version : state.version + 1 };
            revision = published;
        } else {
            state.run = { started: time, wsusEnd: time + 20, end: time + 22, version: states[sites[i]!.parent!]!.version };
        }
    };
    const succeed = (i: number, time: number): void => {
        const state = states[i]!;
        lines.push(`${time} ${sites[i]!.code} done`);
        state.version = state.run!.version;
        state.run = undefined;
        state.hasSynchronized = true;
        if (!sites[i]!.isSecondary && state.policyAt === undefined) {
            state.policyAt = time;
        }
        sites.forEach((child, j) => {
            if (child.parent === i && child.hasPoint) {
                send(j, time);
            }
        });
        if (state.isQueued) {
            state.isQueued = false;
            request(i, time);
        }
    };
    const send = (i: number, time: number): void => {
        states[i]!.isNoticeWaiting = isDown(time, 'link', i);
        states[i]!.noticeAt = states[i]!.isNoticeWaiting ? undefined : time + 2;
    };

    for (let time = 0; time <= days * dayMinutes; time++) {
        sites.forEach((_, i) => {
            const { run } = states[i]!;
            if (run && (!wsusWorks(i, time) || (time <= run.wsusEnd && !sourceWorks(i, time)))) {
                fail(i, time);
            }
        });
        sites.forEach((_, i) => {
            const state = states[i]!;
            if (state.noticeAt !== undefined && isDown(time, 'link', i)) {
                state.noticeAt = undefined;
                state.isNoticeWaiting = true;
            } else if (state.isNoticeWaiting && !isDown(time, 'link', i)) {
                send(i, time);
            }
            if (state.noticeAt === time) {
                state.noticeAt = undefined;
                request(i, time);
            }
        });
        sites.forEach(({ hasPoint }, i) => {
            if (hasPoint && (time === 1 || (time > 0 && time % 60 === 0))) {
                const wasPending = states[i]!.configured === 'pending';
                states[i]!.configured = wsusWorks(i, time) ? 'yes' : 'no';
                if (wasPending && states[i]!.isQueued) {
                    states[i]!.isQueued = false;
                    request(i, time);
                }
            }
        });
        sites.forEach((_, i) => {
            const state = states[i]!;
            if (i === 0 && time >= at && (time - at) % (every * dayMinutes) === 0) {
                request(i, time);
            }
            if (state.retryAt === time) {
                request(i, time);
            }
            if (state.run && state.run.end === time) {
                succeed(i, time);
            }
        });
        sites.forEach(({ isSecondary, parent }, i) => {
            // Policy crosses no link that is down.
            if (isSecondary && states[i]!.policyAt === undefined && states[parent!]!.policyAt !== undefined && !isDown(time, 'link', i)) {
                states[i]!.policyAt = time;
            }
        });
        sites.forEach((site, i) => scanAt(site, i, time));
    }
    return lines;

    /** The eighths of the clients start at known minutes after the first policy, and again a week later at others. */
    function scanAt({ code, clients, hasPoint, parent }: SmallSite, i: number, time: number): void {
        const server = hasPoint ? i : parent!;
        const state = states[i]!;
        const { policyAt } = state;
        if (policyAt === undefined || clients < 8 || state.scanFailedAt !== undefined) {
            return;
        }
        const isReachable = (minute: number): boolean => wsusWorks(server, minute) && (server === i || !isDown(minute, 'link', i));
        for (const [wave, edges] of waveEdges.entries()) {
            for (let part = 0; part < 8; part++) {
                const [from, to] = [policyAt + wave * 7 * dayMinutes + edges[part]!, policyAt + wave * 7 * dayMinutes + edges[part + 1]!];
                if (time >= from && time < to && !isReachable(time)) {
                    state.scanFailedAt = time;
                    lines.push(`${time} ${code} scan failed`);
                    return;
                }
            }
        }
        for (const [wave, edges] of waveEdges.entries()) {
            const part = edges.findIndex(edge => policyAt + wave * 7 * dayMinutes + edge === time) - 1;
            if (part >= 0) {
                lines.push(`${time} ${code} scanned ${part}`);
            }
        }
    }
}

const waveEdges = [[0, 42, 60, 75, 90, 105, 120, 138, 180], [0, 87, 113, 133, 150, 167, 187, 213, 300]] as const;
