import { type Flow, type LinkTransfers, minuteAfter } from '../world/link-transfers.js';
import { sendingWindow } from '../world/link.js';
import { transmissionObstacle } from '../world/reach.js';
import type { SiteState } from '../world/state.js';
import type { World } from '../world/world.js';

/** Sends data over the link of a site to its parent. */
export function carry(world: World, site: SiteState, flow: Flow): void {
    changeTransfers(world, site, transfers => transfers.add(flow));
}

/** Stops a transfer over the link of a site. */
export function stopCarrying(world: World, site: SiteState, flow: Flow): void {
    changeTransfers(world, site, transfers => transfers.remove(flow));
}

/** Adapts the transfers over the link of a site after something that they depend on has changed. */
export function updateTransfers(world: World, site: SiteState): void {
    changeTransfers(world, site, () => undefined);
}

function changeTransfers(world: World, site: SiteState, change: (transfers: LinkTransfers) => void): void {
    const { link } = site;
    const { transfers } = link;
    const ended = transfers.advance(world.time);
    change(transfers);
    const window = sendingWindow(link.plan, world.time);
    transfers.canSend = window.isOpen && transmissionObstacle(site) === undefined;
    schedule(world, site, window.until);
    world.each(ended, ({ flow, end }) => flow.arrive(end));
}

function schedule(world: World, site: SiteState, windowChange: number): void {
    const { link } = site;
    const number = ++link.transferChange;
    const end = link.transfers.nextEnd;
    const next = Math.min(end === undefined ? Infinity : Math.max(world.time, minuteAfter(end)), link.transfers.hasObjects ? windowChange : Infinity);
    if (next < Infinity) {
        world.schedule(next, 'link', site, update, { site, number });
    }
}

function update(world: World, { site, number }: { site: SiteState; number: number }): void {
    if (site.link.transferChange === number) {
        updateTransfers(world, site);
    }
}
