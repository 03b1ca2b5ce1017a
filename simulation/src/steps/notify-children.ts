import { arrivalOf, transferMinutes } from '../world/link.js';
import type { SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
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
    const arrival = arrivalOf(child.link.plan, world.time, world.assumed.notificationDelay);
    const waits = arrival - world.time - world.assumed.notificationDelay;
    world.report({ site: child.parent, component, details: { kind: 'notification-sent', to: child.site.code, waits }, elements: [child.site] });
    deliver(world, child, arrival, () => sendNotification(world, child, version), () => {
        const cause = world.report({ site: child, component, details: { kind: 'notification-arrived', version }, elements: [child.site] });
        requestSynchronization(world, child, { mode: 'full', by: 'parent', cause });
    });
}

/** Sends objects to the primary sites below, which forward them in turn. Secondary sites have no database. */
function sendObjects(world: World, site: SiteState): void {
    const version = site.consoleVersion;
    world.each(site.children.filter(child => child.site.kind !== 'secondary' && child.consoleVersion < version), child => {
        const megabytes = world.assumed.changeSize;
        const minutes = world.assumed.replicationDelay + transferMinutes(child.link.plan, megabytes, world.assumed);
        const send = (): void => deliver(world, child, arrivalOf(child.link.plan, world.time, minutes), send, () => {
            if (child.consoleVersion < version) {
                child.link.metadataMegabytes += megabytes;
                child.consoleVersion = version;
                world.report({ site: child, component, details: { kind: 'objects-arrived', version }, elements: [child.site] });
                sendObjects(world, child);
            }
        });
        send();
    });
}

/** Delivers a file over a link. Files that are lost in an interruption are sent again when the link is up. */
function deliver(world: World, child: SiteState, arrival: number, send: () => void, arrive: () => void): void {
    const { link } = child;
    if (!link.isUp) {
        link.waiting.push(send);
        return;
    }
    const { interruptions } = link;
    world.schedule(arrival, 'link', child, () => {
        if (link.interruptions === interruptions) {
            arrive();
        } else if (link.isUp) {
            send();
        } else {
            link.waiting.push(send);
        }
    }, undefined);
}
