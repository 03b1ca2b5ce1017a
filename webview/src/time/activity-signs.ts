import type { Activity } from '@sup/playback';

/** Paths of 10 by 10 pixels, centered on the origin. */
export const activitySigns: Readonly<Record<Activity, string>> = {
    idle: '', queued: 'M-3 -4h6l-6 8h6z', wsus: 'M0 -4.5v7M-3 -0.5L0 2.5L3 -0.5M-4 4.5h8', settling: 'M-4 0h.1M0 0h.1M4 0h.1', database: 'M-4 -4h8v8h-8zM-4 -1h8', internet: 'M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0M-4 0h8M0 -4v8', failed: 'M-3.5 -3.5L3.5 3.5M3.5 -3.5L-3.5 3.5'
};
