import type { Cluster, Server } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { factsOfWsus } from '../facts/wsus-facts.js';
import { type At, changeAt, name } from './change.js';
import { compareFacts } from './compare-facts.js';

/** How the WSUS of a server is another; one that comes or goes is told as a whole. */
export function compareWsus(former: Server | Cluster, host: Server | Cluster, at: At): readonly Change[] {
    const [was, is] = [former, host].map(each => each.element === 'server' ? each.wsus : undefined);
    if (was && is) {
        return compareFacts(factsOfWsus(was), factsOfWsus(is), name(host.name), at);
    }
    const [from, to] = [was?.version, is?.version];
    const shown = name(host.name);
    return !was && !is ? [] : [changeAt(at, {
        kind: is ? 'added' : 'removed', subject: 'wsus', from, to, cost: costs.wsus,
        sentence: is ? `${shown} becomes a WSUS server${to === undefined ? '' : `, of version ${to}`}.` : `${shown} is no WSUS server any more.`
    })];
}
