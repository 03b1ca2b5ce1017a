import { minuteAfter } from '../world/link-transfers.js';
import { arrivalOf, latencyMinutes } from '../world/link.js';
import { transmissionObstacle } from '../world/reach.js';
import type { SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { carry, updateTransfers } from './carry.js';
import { requestSynchronization } from './synchronize.js';

const component = 'SMS_REPLICATION_MANAGER';

/**
 * Notifies the children to synchronize by sending a small file. The top site also sends the objects that the console shows. Both travel from
 * site to site independently of each other and of the catalogs that WSUS servers fetch. Source: "Track software update synchronization"
 * (Configuration Manager documentation, later version).
 */
export function notifyChildren(world: World, site: SiteState): void {
    world.each(site.children, child => {
        if (child.active) {
            sendNotification(world, child, site.contentVersion);
        }
    });
    if (site.isRoot) {
        sendObjects(world, site);
    }
}

function sendNotification(world: World, child: SiteState, version: number): void {
    const { plan } = child.link;
    const arrival = arrivalOf(plan, world.time, world.assumed.notificationDelay);
    const waits = arrival - world.time - world.assumed.notificationDelay;
    world.report({ site: child.parent, component, details: { kind: 'notification-sent', to: child.site.code, waits }, elements: [child.site] });
    deliver(world, child, arrival, version);
}

/**
 * Delivers a notification. One that is lost in an interruption of the link, or while one of the site servers is down, is sent again when they
 * work. A newer notification replaces one that waits.
 */
function deliver(world: World, child: SiteState, arrival: number, version: number): void {
    const { link } = child;
    const wait = (): void => {
        link.waiting = () => sendNotification(world, child, version);
    };
    if (transmissionObstacle(child)) {
        wait();
        return;
    }
    const { interruptions } = link;
    world.schedule(arrival, 'link', child, () => {
        if (transmissionObstacle(child)) {
            wait();
        } else if (link.interruptions === interruptions) {
            const cause = world.report({ site: child, component, details: { kind: 'notification-arrived', version }, elements: [child.site] });
            requestSynchronization(world, child, { mode: 'full', by: 'parent', cause });
        } else {
            sendNotification(world, child, version);
        }
    }, undefined);
}

/** Sends what waits for the link of a site, or for the site servers at its ends, once all of them work. */
export function sendWaiting(world: World, child: SiteState): void {
    const { link } = child;
    if (!transmissionObstacle(child)) {
        const waiting = link.waiting;
        link.waiting = undefined;
        world.each(waiting ? [waiting] : [], send => send());
    }
    updateTransfers(world, child);
}

/**
 * Sends objects to the primary sites below, which forward them in turn. Secondary sites have no database. A site gets one transfer at a time,
 * the first one with the whole catalog.
 */
function sendObjects(world: World, site: SiteState): void {
    world.each(site.children.filter(child => child.site.kind !== 'secondary' && child.consoleVersion < site.consoleVersion && child.link.sending === undefined), child => {
        const version = site.consoleVersion;
        child.link.sending = version;
        const { catalogSize, changeSize, replicationDelay } = world.assumed;
        const megabytes = child.consoleVersion === 0 ? catalogSize : changeSize * (version - child.consoleVersion);
        world.schedule(arrivalOf(child.link.plan, world.time, replicationDelay), 'link', child, () => transferObjects(world, child, version, megabytes), undefined);
    });
}

function transferObjects(world: World, child: SiteState, version: number, megabytes: number): void {
    const waits = latencyMinutes(child.link.plan, megabytes, world.assumed);
    carry(world, child, {
        traffic: 'objects', connections: 1, total: megabytes, left: megabytes,
        arrive: end => {
            const arrival = minuteAfter(end + waits);
            if (arrival <= world.time) {
                receiveObjects(world, { child, version });
            } else {
                world.schedule(arrival, 'link', child, receiveObjects, { child, version });
            }
        }
    });
}

function receiveObjects(world: World, { child, version }: { child: SiteState; version: number }): void {
    child.link.sending = undefined;
    child.consoleVersion = version;
    world.report({ site: child, component, details: { kind: 'objects-arrived', version }, elements: [child.site] });
    sendObjects(world, child);
    sendObjects(world, child.parent!);
}
