import { holdsChildren, type Schedule } from '@sup/model';
import { configurationObstacle, internetObstacle, synchronizationObstacle } from '../world/reach.js';
import type { PointState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import type { NoBound, Supply } from './bound.js';
import { pullMinutes, tooSlowText } from './client-load.js';
import { type Cascade, cascadeAtTop, cascadeBelow, longestDelay } from './cascade.js';
import { runMinutesOf } from './durations.js';
import { scheduleRunsOf } from './schedule-runs.js';
import { manualImport, manualSchedule, neverSynchronizes, tooSlow, withoutPoint } from './no-bound.js';

/** How long each software update point of a plan waits for an update, at most. */
export interface Supplies {
    readonly ofPoint: ReadonlyMap<PointState, Supply>;
    /** The sites that never synchronize, or for which nothing limits when. */
    readonly failures: ReadonlyMap<SiteState, NoBound>;
    readonly busySites: readonly string[];
}

/** Finds the sites that never synchronize. Marks the software update points of the others as synchronized, as a run would after some time. */
export function findFailures(world: World): Map<SiteState, NoBound> {
    const failures = new Map<SiteState, NoBound>();
    for (const site of world.sites) {
        const failure = failureAt(world, site) ?? (site.isRoot ? undefined : site.parent && failures.get(site.parent));
        if (failure) {
            failures.set(site, failure);
        } else {
            site.active!.contentVersion = 1;
            if (site.internet && (isConnected(site.internet) ? !internetObstacle(world, site) : site.internet.point.importPlan)) {
                site.internet.contentVersion = 1;
            }
        }
    }
    return failures;
}

function failureAt(world: World, site: SiteState): NoBound | undefined {
    if (!site.active) {
        return withoutPoint(site);
    }
    if (!site.root) {
        return neverSynchronizes(site, { kind: 'no-upstream', subject: site.site.code, elements: [] });
    }
    const internet = site.internet && isConnected(site.internet) && holdsChildren(world.assumed) ? internetObstacle(world, site) : undefined;
    const obstacle = configurationObstacle(world, site) ?? synchronizationObstacle(world, site) ?? internet;
    if (obstacle) {
        return neverSynchronizes(site, obstacle);
    }
    if (site.source.kind === 'none' && importEvery(site) === 0) {
        return manualImport(site);
    }
    return site.isRoot && !scheduleOf(site) ? manualSchedule(site) : undefined;
}

const isConnected = ({ point }: PointState): boolean => point.source !== 'none';

function scheduleOf({ site }: SiteState): Exclude<Schedule, { kind: 'manual' }> | undefined {
    const schedule = site.synchronizations[0]?.schedule;
    return schedule?.kind === 'manual' ? undefined : schedule;
}

/** The interval of the imports of a site without a source; 0 if it has a source, or no plan for imports. */
function importEvery({ site, source }: SiteState): number {
    return source.kind === 'none' ? site.synchronizations[0]?.importPlan?.every ?? 0 : 0;
}

/** Follows the updates from the top sites down. `scansOver` returns the number of clients whose scans cross the link of a site. */
export function suppliesOf(world: World, failures: Map<SiteState, NoBound>, scansOver: (site: SiteState) => number): Supplies {
    const ofPoint = new Map<PointState, Supply>();
    const busySites: string[] = [];
    // Depth first: only the cascades of the sites above the current one are still needed.
    const rest = world.sites.filter(({ isRoot }) => isRoot).map((site): { readonly site: SiteState; readonly parent: Cascade | undefined } => ({ site, parent: undefined }));
    for (let next = rest.pop(); next; next = rest.pop()) {
        const { site, parent } = next;
        const cascade = failures.has(site) ? undefined : cascadeOf(world, site, parent, failures, scansOver(site));
        if (cascade) {
            if (cascade.runs.isBusy && !parent) {
                busySites.push(site.site.code);
            }
            supplyPoints(site, cascade, ofPoint);
            rest.push(...site.children.filter(child => !child.isRoot).map(child => ({ site: child, parent: cascade })));
        }
    }
    return { ofPoint, failures, busySites };
}

/** The synchronizations of a site. Undefined if its link never carries them, which becomes the failure of the site and of those below it. */
function cascadeOf({ assumed }: World, site: SiteState, parent: Cascade | undefined, failures: Map<SiteState, NoBound>, scans: number): Cascade | undefined {
    const every = importEvery(site);
    if (!parent) {
        const { pull, import: database, internet } = runMinutesOf(site, assumed);
        return cascadeAtTop(site, scheduleRunsOf(scheduleOf(site)!, pull + assumed.settlingTime + database + internet), every, assumed);
    }
    const overload = every === 0 ? tooSlowText(site, scans, true, assumed) : undefined;
    if (overload !== undefined) {
        failBelow(site, tooSlow(site, overload), failures);
        return undefined;
    }
    return cascadeBelow(parent, site, publications => every > 0 ? 0 : pullMinutes(site, publications, scans, assumed), every, assumed);
}

function failBelow(site: SiteState, reason: NoBound, failures: Map<SiteState, NoBound>): void {
    const rest = [site];
    for (let next = rest.pop(); next; next = rest.pop()) {
        failures.set(next, failures.get(next) ?? reason);
        rest.push(...next.children);
    }
}

function supplyPoints(site: SiteState, cascade: Cascade, ofPoint: Map<PointState, Supply>): void {
    const own = { ...longestDelay(cascade, ({ available }) => available), cascade, imported: 0 };
    ofPoint.set(site.active!, own);
    const { internet } = site;
    if (internet && isConnected(internet)) {
        ofPoint.set(internet, { ...longestDelay(cascade, ({ done }) => done), cascade, imported: 0 });
    } else if (internet?.point.importPlan) {
        const { every } = internet.point.importPlan;
        ofPoint.set(internet, { ...own, minutes: own.minutes + every, imported: every });
    }
}
