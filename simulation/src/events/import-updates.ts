import { isPrimarySite } from '@sup/model';
import { setContentVersion } from '../steps/set-content-version.js';
import { languagesOf, received } from '../world/received.js';
import type { PointState } from '../world/state.js';
import type { World } from '../world/world.js';
import { type Outcome, refuse } from './outcome.js';

/**
 * Runs `wsusutil export` on one server and `wsusutil import` on another that is not connected to it. An active software update point
 * imports from the active one of the parent site, and an Internet-based one from the active one of its own site. The exporter must have
 * synchronized successfully. Sources: "How to Synchronize Updates Using Export and Import" (ConfigMgr 2007 library); WSUS documentation
 * for replicas, which cannot import.
 */
export function importUpdates(world: World, server: string): Outcome {
    const point = world.points.get(server);
    if (!point) {
        return refuse('no-update-point', server);
    }
    const { site } = point;
    if (!isPrimarySite(site.site)) {
        return refuse('replica', server, point.point);
    }
    const isInternet = point === site.internet;
    if ((isInternet ? point.point.source : site.source.kind) !== 'none') {
        return refuse('connected', server, point.point);
    }
    const exporter = isInternet ? site.active : site.parent?.active;
    if (exporter) {
        return exporter.contentVersion > 0 ? () => copyCatalog(world, point, exporter) : refuse('upstream-unsynchronized', exporter.point.host.name, exporter.point);
    }
    return () => importFromOutside(world, point);
}

function copyCatalog(world: World, point: PointState, exporter: PointState): void {
    point.catalog = exporter.site === point.site ? exporter.catalog : received(exporter.catalog, point.catalog, languagesOf(point));
    point.isImported = true;
    setContentVersion(world, point, exporter.contentVersion);
}

/** The top site imports from a WSUS server outside of the hierarchy that has all updates. */
function importFromOutside({ microsoftUpdate, time }: World, point: PointState): void {
    point.catalog = microsoftUpdate.read(point.catalog, point.site.subscription, 'full', time);
    point.isImported = true;
}
