import type { Cluster, Server, SoftwareUpdatePoint } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { factsOfUpdatePoint } from '../facts/update-point-facts.js';
import { type At, changeAt, name } from './change.js';
import { compareFacts } from './compare-facts.js';

type State = SoftwareUpdatePoint['state'];

export const rolesText: Readonly<Record<State, string>> = {
    active: 'the active software update point', internet: 'the Internet-based software update point', inactive: 'a software update point that is not in use'
};

/** The software update point of a host. Of several, a mistake, the one that counts most. */
export function roleOf({ updatePoints }: Server | Cluster): SoftwareUpdatePoint | undefined {
    return (['active', 'internet', 'inactive'] as const).map(state => updatePoints.find(point => point.state === state)).find(Boolean);
}

/** How the software update point of a host is another; one that comes or goes is told as a whole. */
export function compareRoles(former: Server | Cluster, host: Server | Cluster, at: At): readonly Change[] {
    const [was, is] = [roleOf(former), roleOf(host)];
    const facts = was && is ? compareFacts(factsOfUpdatePoint(was), factsOfUpdatePoint(is), name(host.name), at) : [];
    // What follows from another state is part of that.
    return was?.state === is?.state ? facts : [changeAt(at, stateChange(name(host.name), was?.state, is?.state)), ...facts.filter(({ kind }) => kind !== 'consequence')];
}

function stateChange(host: string, from: State | undefined, to: State | undefined): Omit<Change, 'site' | 'host'> {
    const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
    const sentence = to === undefined ? `${host} is no software update point any more; it was ${rolesText[from!]}.`
        : from === undefined ? `${host} becomes ${rolesText[to]}.` : `${host} becomes ${rolesText[to]}; it was ${rolesText[from]}.`;
    return { kind, subject: 'update-point', sentence, from, to, cost: to === undefined ? costs.inactive : costs[to] };
}
