import type { Action, Hierarchy, Server, Site, Target } from '@sup/model';
import type { TraceEntry } from '../trace/entry.js';
import type { Observer, World } from '../world/world.js';

/** Whether scenarios exercise a part of the plan, and whether one of them makes the part fail. */
export interface Coverage {
    readonly element: Site | Server;
    /** The `link` of a site is its connection to the parent. */
    readonly part: 'site' | 'link' | 'server';
    readonly name: string;
    used: boolean;
    failed: boolean;
}

/** Finds the parts of a plan that no scenario covers. One meter can observe many runs of the same hierarchy. */
export class CoverageMeter implements Observer {
    private readonly found = new Map<string, Coverage>();

    constructor(hierarchy: Hierarchy) {
        for (const site of hierarchy.sites) {
            this.add(site, 'site', site.code);
            if (site.parentCodes.length > 0) {
                this.add(site, 'link', site.code);
            }
            site.servers.filter(server => server.isSiteServer || server.wsus || server.updatePoints.length > 0).forEach(server => this.add(server, 'server', server.name));
        }
    }

    private add(element: Site | Server, part: Coverage['part'], name: string): void {
        this.found.set(`${part} ${name}`, { element, part, name, used: false, failed: false });
    }

    observe({ details, site }: TraceEntry, world: World): void {
        switch (details.kind) {
            case 'event': return this.markAction(details.action, world);
            case 'sync-done': return this.markUsed('site', site, world);
            case 'notification-arrived':
            case 'objects-arrived': return this.mark('link', site, 'used');
            case 'scanned': {
                const group = world.groupsByName.get(details.group);
                this.markUsed('site', site, world);
                world.points.get(details.server)?.servers.forEach(({ server }) => this.mark('server', server.name, 'used'));
                if (group && group.server?.site !== group.located) {
                    this.mark('link', site, 'used');
                }
                return;
            }
            default:
        }
    }

    private markUsed(part: 'site', code: string | undefined, world: World): void {
        const state = world.sitesByCode.get(code ?? '');
        this.mark(part, code, 'used');
        for (const server of [state?.siteServer, ...state?.active?.servers ?? []]) {
            this.mark('server', server?.server.name, 'used');
        }
    }

    private markAction(action: Action, world: World): void {
        if (action.kind === 'set') {
            world.serversNamed(action.server).forEach(({ server }) => this.mark('server', server.name, 'failed'));
        } else if (action.kind === 'fail') {
            this.markFailed(action.target, world);
        }
    }

    private markFailed(target: Target, world: World): void {
        if (target.kind === 'link') {
            this.mark('link', target.site, 'failed');
        } else if (target.kind === 'connection') {
            target.ends.flatMap(({ name }) => world.serversNamed(name)).forEach(({ server }) => this.mark('server', server.name, 'failed'));
        } else if (target.kind !== 'microsoft-update') {
            world.serversNamed(target.name).forEach(({ server, site }) => {
                this.mark('server', server.name, 'failed');
                this.mark('site', site.site.code, 'failed');
            });
        }
    }

    private mark(part: Coverage['part'], name: string | undefined, flag: 'used' | 'failed'): void {
        const coverage = this.found.get(`${part} ${name}`);
        if (coverage) {
            coverage[flag] = true;
        }
    }

    /** Returns the coverage in the order of the plan. */
    result(): readonly Readonly<Coverage>[] {
        return [...this.found.values()];
    }
}
