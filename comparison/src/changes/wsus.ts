import type { Cluster, Server } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { factsOfWsus } from '../facts/wsus-facts.js';
import { type ChangeLocation, changeAt, displayName } from './change.js';
import { compareFacts } from './compare-facts.js';

/** Compares the WSUS of a server in two versions. An added or removed one is a single change. */
export function compareWsus(previous: Server | Cluster, host: Server | Cluster, at: ChangeLocation): readonly Change[] {
    const [was, is] = [previous, host].map(each => each.element === 'server' ? each.wsus : undefined);
    if (was && is) {
        return compareFacts(factsOfWsus(was), factsOfWsus(is), displayName(host.name), at);
    }
    const [from, to] = [was?.version, is?.version];
    const shown = displayName(host.name);
    return !was && !is ? [] : [changeAt(at, {
        kind: is ? 'added' : 'removed', subject: 'wsus', from, to, cost: is ? costs.wsus : costs.removedWsus,
        sentence: is ? `${shown} becomes a WSUS server${to === undefined ? '' : ` of version ${to}`}.` : `${shown} is no longer a WSUS server.`
    })];
}
