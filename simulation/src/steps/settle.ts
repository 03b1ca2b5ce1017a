import { isPrimarySite } from '@sup/model';
import { statusIds } from '../trace/entry.js';
import { isChanged } from '../world/catalog.js';
import { internetObstacle } from '../world/reach.js';
import type { SiteState, SyncRun } from '../world/state.js';
import type { World } from '../world/world.js';
import { failSynchronization } from './fail-synchronization.js';
import { finishSynchronization } from './finish-synchronization.js';
import { databaseMinutes } from './run-minutes.js';
import { setContentVersion } from './set-content-version.js';

const component = 'SMS_WSUS_SYNC_MANAGER';

interface RunStep {
    readonly site: SiteState;
    readonly run: SyncRun;
}

/**
 * Starts the phase after WSUS has synchronized. After a pause, the top site imports the updates into the site database, and the
 * Internet-based software update point of the site synchronizes, if it has one. Sources: "Track software update synchronization"
 * (Configuration Manager documentation, later version); "About the Software Update Point" (ConfigMgr 2007 library), for the import at the
 * top site only.
 */
export function settle(world: World, site: SiteState): void {
    const run = site.run!;
    const point = site.active!;
    run.hasChanged = isChanged(point.catalog, run.arriving!) || point.contentVersion === 0 || point.isImported;
    point.isImported = false;
    point.catalog = run.arriving!;
    run.phase = 'settling';
    world.report({ site, component, details: { kind: 'settling', minutes: world.assumed.settlingTime } });
    world.schedule(world.time + world.assumed.settlingTime, 'synchronization', site, site.isRoot ? importIntoDatabase : adoptParentVersion, { site, run });
}

/** Copies updates from the WSUS database to the site database. Only a site that synchronizes from Microsoft Update does this. */
function importIntoDatabase(world: World, { site, run }: RunStep): void {
    if (site.run !== run) {
        return;
    }
    run.phase = 'database';
    world.report({ site, component, status: statusIds.databasePhase, details: { kind: 'database-phase' } });
    world.schedule(world.time + databaseMinutes(world, site, run), 'synchronization', site, endImport, { site, run });
}

function endImport(world: World, { site, run }: RunStep): void {
    if (site.run !== run) {
        return;
    }
    if (run.hasChanged) {
        site.contentVersion++;
        site.consoleVersion = isPrimarySite(site.site) ? site.contentVersion : 0;
    }
    setContentVersion(world, site.active!, site.contentVersion);
    serveInternet(world, site, run);
}

/** Gives a child the content version that its parent had when the child read the catalog. The parent may have a newer one by now. */
function adoptParentVersion(world: World, { site, run }: RunStep): void {
    if (site.run !== run) {
        return;
    }
    // A site without a source uses the version of an import, which may have happened during this run.
    const version = site.source.kind === 'none' ? site.active!.contentVersion : run.version;
    const wanted = site.parent?.active?.contentVersion ?? 0;
    if (version < wanted) {
        world.report({ site, component, status: statusIds.contentBehind, severity: 'warning', details: { kind: 'content-behind', version, wanted } });
    }
    site.contentVersion = version;
    setContentVersion(world, site.active!, version);
    serveInternet(world, site, run);
}

/** Synchronizes the Internet-based software update point from the active one, unless it is disconnected. */
function serveInternet(world: World, site: SiteState, run: SyncRun): void {
    const point = site.internet;
    if (!point || point.point.source === 'none') {
        finishSynchronization(world, site);
        return;
    }
    run.phase = 'internet';
    world.report({ site, component, status: statusIds.internetPhase, details: { kind: 'internet-phase', server: point.point.host.name }, elements: [point.point] });
    const obstacle = internetObstacle(world, site);
    if (obstacle) {
        failSynchronization(world, site, obstacle);
        return;
    }
    world.schedule(world.time + world.assumed.childSynchronization, 'synchronization', site, endInternetPhase, { site, run });
}

function endInternetPhase(world: World, { site, run }: RunStep): void {
    if (site.run !== run) {
        return;
    }
    site.internet!.catalog = site.active!.catalog;
    setContentVersion(world, site.internet!, site.contentVersion);
    finishSynchronization(world, site);
}
