import { isPrimarySite } from '@sup/model';
import type { PointState } from '../world/state.js';
import type { World } from '../world/world.js';
import { type Outcome, refuse } from './outcome.js';

/**
 * `wsusutil export` on one server and `wsusutil import` on another, which is not connected: an active software update point takes the
 * updates of its parent site's, an Internet-based one those of the active one beside it. The exporter must have synchronized well. Source:
 * "How to Synchronize Updates Using Export and Import" (ConfigMgr 2007 library); that replicas cannot import: WSUS documentation.
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
        return exporter.contentVersion > 0 ? () => copyCatalog(point, exporter) : refuse('upstream-unsynchronized', exporter.point.host.name, exporter.point);
    }
    return () => importFromOutside(world, point);
}

function copyCatalog(point: PointState, exporter: PointState): void {
    point.catalog = exporter.catalog;
    point.contentVersion = exporter.contentVersion;
    point.isImported = true;
}

/** At the top, updates come from a WSUS server outside of the hierarchy that has all of them. */
function importFromOutside({ microsoftUpdate, time }: World, point: PointState): void {
    point.catalog = microsoftUpdate.read(point.catalog, point.site.subscription, 'full', time);
    point.isImported = true;
}
