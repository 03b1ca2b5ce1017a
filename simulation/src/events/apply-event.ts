import type { Action, ModelElement, ScenarioEvent } from '@sup/model';
import { groupsIn } from '../world/sets.js';
import type { World } from '../world/world.js';
import { changeCatalog } from './change-catalog.js';
import { changeGroupPolicy } from './change-group-policy.js';
import { importUpdates } from './import-updates.js';
import type { Outcome } from './outcome.js';
import { setSetting } from './set-setting.js';
import { setWorking } from './set-working.js';
import { synchronizeNow } from './synchronize-now.js';
import { watchOutage } from './unnoticed-outage.js';

/** Schedules the events of a scenario. */
export function scheduleEvents(world: World, events: readonly ScenarioEvent[]): void {
    for (const event of events) {
        const { action, at } = event;
        world.scheduleUnprompted(at, 'fault', undefined, () => apply(world, action, [event]), undefined);
        if (action.kind === 'fail' && action.duration !== undefined) {
            const restore: Action = { kind: 'restore', target: action.target };
            world.scheduleUnprompted(at + action.duration, 'fault', undefined, () => apply(world, restore, [event]), undefined);
        }
    }
}

/** Applies an event, or reports that it is not possible. Rules report most impossible events earlier, but plans with errors are simulated too. */
function apply(world: World, action: Action, elements: readonly ModelElement[]): void {
    const outcome = prepare(world, action);
    if (typeof outcome === 'function') {
        const entry = world.report({ component: 'Scenario', details: { kind: 'event', action }, elements });
        affectedNames(world, action).forEach(name => world.lastEventOn.set(name, entry));
        if (action.kind === 'fail' || action.kind === 'restore') {
            watchOutage(world, action.target, action.kind === 'restore');
        }
        outcome();
    } else {
        world.report({ component: 'Scenario', severity: 'warning', details: { kind: 'event-refused', action, obstacle: outcome }, elements: [...elements, ...outcome.elements] });
    }
}

function prepare(world: World, action: Action): Outcome {
    switch (action.kind) {
        case 'fail':
        case 'restore': return setWorking(world, action.target, action.kind === 'restore');
        case 'set': return setSetting(world, action.server, action.change);
        case 'synchronize': return synchronizeNow(world, action.site);
        case 'import': return importUpdates(world, action.server);
        case 'publish':
        case 'expire':
        case 'withdraw': return changeCatalog(world, action);
        case 'policy': return changeGroupPolicy(world, action.clients, action.url);
    }
}

/** The names of everything that an action affects, as obstacles refer to them. */
function affectedNames(world: World, action: Action): readonly string[] {
    switch (action.kind) {
        case 'fail':
        case 'restore': {
            const { target } = action;
            switch (target.kind) {
                case 'microsoft-update': return ['Microsoft Update'];
                case 'link': return [target.site];
                case 'connection': return target.ends.flatMap(({ name }) => withNodes(world, name));
                default: return withNodes(world, target.name);
            }
        }
        case 'set': return withNodes(world, action.server);
        case 'withdraw': return [action.product];
        case 'policy': return groupsIn(world, action.clients).map(group => group.name);
        default: return [];
    }
}

function withNodes(world: World, name: string): readonly string[] {
    return [name, ...world.serversNamed(name).map(({ server }) => server.name)];
}
