import type { Assumptions } from '@sup/model';
import type { SiteState } from '../world/state.js';

/** The minutes of the phases of a scheduled synchronization, besides the settling time. At sites below the top, WSUS takes as long as the link requires. */
export interface RunMinutes {
    readonly pull: number;
    readonly import: number;
    /** The Internet-based software update point, if it is connected. */
    readonly internet: number;
}

export function runMinutesOf(site: SiteState, assumed: Assumptions): RunMinutes {
    const total = assumed.fullSynchronization;
    const database = Math.round(total * assumed.importShare / 100);
    const internet = site.internet && site.internet.point.source !== 'none' ? assumed.childSynchronization : 0;
    return { pull: Math.max(1, total - database), import: database, internet };
}
