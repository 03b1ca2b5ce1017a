import type { Flow } from '../world/line.js';
import { minuteAfter } from '../world/line.js';
import { sendingWindow } from '../world/link.js';
import { transmissionObstacle } from '../world/reach.js';
import type { SiteState } from '../world/state.js';
import type { World } from '../world/world.js';

/** Sends data over the link of a site to its parent. */
export function carry(world: World, site: SiteState, flow: Flow): void {
    settleLine(world, site, line => line.add(flow));
}

/** Stops a transfer over the link of a site. */
export function stopCarrying(world: World, site: SiteState, flow: Flow): void {
    settleLine(world, site, line => line.remove(flow));
}

/** Adapts the transfers over the link of a site after something that they depend on has changed. */
export function refreshLine(world: World, site: SiteState): void {
    settleLine(world, site, () => undefined);
}

function settleLine(world: World, site: SiteState, change: (line: SiteState['link']['line']) => void): void {
    const { link } = site;
    const { line } = link;
    const ended = line.advance(world.time);
    change(line);
    const window = sendingWindow(link.plan, world.time);
    line.canSend = window.isOpen && transmissionObstacle(site) === undefined;
    schedule(world, site, window.until);
    world.each(ended, ({ flow, end }) => flow.arrive(end));
}

function schedule(world: World, site: SiteState, windowChange: number): void {
    const { link } = site;
    const number = ++link.lineChange;
    const end = link.line.nextEnd;
    const next = Math.min(end === undefined ? Infinity : Math.max(world.time, minuteAfter(end)), link.line.hasObjects ? windowChange : Infinity);
    if (next < Infinity) {
        world.schedule(next, 'link', site, update, { site, number });
    }
}

function update(world: World, { site, number }: { site: SiteState; number: number }): void {
    if (site.link.lineChange === number) {
        refreshLine(world, site);
    }
}
