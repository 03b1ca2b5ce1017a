import { momentText } from '../trace/time.js';
import type { SiteState } from '../world/state.js';

/** Why a site that synchronizes only when its parent notifies it has not started a run. */
export interface Silence {
    /** The rest of a sentence about something that did not happen. */
    readonly reason: string;
    /** A sentence about how to fail a run of the site instead; empty if there is none. */
    readonly alternative: string;
    /** The name under which the last event with this effect is stored. */
    readonly subject: string;
}

/**
 * Returns why a child has neither succeeded nor failed: no notification reached it. Source: "About Software Updates Synchronization" (ConfigMgr 2007
 * library), for children that synchronize only after their parent.
 */
export function silenceOf({ site: { code }, parent, link, isRoot, active }: SiteState, since: number): Silence | undefined {
    if (isRoot || !parent?.active || !active) {
        return undefined;
    }
    if (!link.isUp || link.upSince > since) {
        return {
            subject: code,
            reason: `: ${link.isUp ? `its link was down until ${momentText(link.upSince)}` : 'its link is down'}, so no notification arrived, and ${code} did not start a run`,
            alternative: ` To let notifications through and fail only the connection of WSUS, write \`block ${active.point.host.name} from ${parent.active.point.host.name}\`.`
        };
    }
    const isParentSilent = parent.lastSuccess === undefined || parent.lastSuccess < since;
    return isParentSilent ? { subject: parent.site.code, reason: `: ${parent.site.code} did not synchronize${since > 0 ? ` after ${momentText(since)}` : ''}, so it did not notify ${code}`, alternative: '' } : undefined;
}
