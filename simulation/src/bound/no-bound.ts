import { type Hierarchy, type ScanResult } from '@sup/model';
import { obstacleText } from '../trace/obstacles.js';
import { scanResultText } from '../trace/scan-results.js';
import type { Obstacle } from '../world/obstacle.js';
import type { ClientGroupState, PointState, SiteState } from '../world/state.js';
import type { NoBound } from './bound.js';
import { namedSites, sitesWithUnknownClients } from './unknown-clients.js';

/** Distinguishes a plan without clients from one whose number of clients is unknown. */
export function noClients(hierarchy: Hierarchy): NoBound {
    const unknown = sitesWithUnknownClients(hierarchy);
    return { kind: 'no-clients', subject: hierarchy.name ?? '', text: unknown.length === 0 ? 'The plan has no clients.' : `The plan states that the number of clients is unknown: ${namedSites(unknown)}. State it.` };
}

export function manualSchedule({ site: { code } }: SiteState): NoBound {
    return { kind: 'manual-schedule', subject: code, text: `${code} synchronizes only when an administrator starts it. Give it a schedule.` };
}

export function manualImport({ site: { code } }: SiteState): NoBound {
    return { kind: 'manual-import', subject: code, text: `${code} is not connected to a source, and the plan does not state how often updates are imported there. Add \`import: every …\`.` };
}

export function neverSynchronizes({ site: { code } }: SiteState, obstacle: Obstacle): NoBound {
    return { kind: 'never-synchronizes', subject: code, text: `${code} never synchronizes: ${obstacleText(obstacle)}.` };
}

export function withoutPoint({ site: { code } }: SiteState): NoBound {
    return { kind: 'no-update-point', subject: code, text: `${code} has no active software update point, so its clients never scan.` };
}

export function scanFailure({ name }: ClientGroupState, result: ScanResult, point: PointState | undefined): NoBound {
    return { kind: 'scans-fail', subject: name, text: `The scan of ${name}${point ? ` against ${point.point.host.name}` : ''} ${scanResultText(result)}.` };
}

export function tooSlow({ site: { code } }: SiteState, text: string): NoBound {
    return { kind: 'link-too-slow', subject: code, text };
}
