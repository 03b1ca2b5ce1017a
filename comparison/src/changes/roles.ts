import { type Cluster, isUnknown, type Server, type SoftwareUpdatePoint } from '@sup/model';
import type { Change, Cost } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { factsOfUpdatePoint } from '../facts/update-point-facts.js';
import { type ChangeLocation, changeAt, displayName } from './change.js';
import { compareFacts } from './compare-facts.js';

/** The state of a software update point, or that the plan does not know it: then it may or may not be in use. */
type State = SoftwareUpdatePoint['state'] | 'unknown';

const roleTexts: Readonly<Record<State, string>> = {
    active: 'the active software update point', internet: 'the Internet-based software update point', inactive: 'a software update point that is not in use',
    unknown: 'a software update point of which it is unknown whether it is in use'
};

const stateOf = (point: SoftwareUpdatePoint): State => isUnknown(point, 'state') ? 'unknown' : point.state;

export function roleTextOf(point: SoftwareUpdatePoint): string {
    return roleTexts[stateOf(point)];
}

/** The software update point of a host. Of several, which a rule reports, the active one takes precedence, then the Internet-based one. */
export function roleOf({ updatePoints }: Server | Cluster): SoftwareUpdatePoint | undefined {
    return (['active', 'internet', 'inactive'] as const).map(state => updatePoints.find(point => point.state === state)).find(Boolean);
}

/** Compares the software update points of a host in two versions. An added or removed one is a single change. */
export function compareRoles(previous: Server | Cluster, host: Server | Cluster, at: ChangeLocation): readonly Change[] {
    const [was, is] = [roleOf(previous), roleOf(host)];
    const facts = was && is ? compareFacts(factsOfUpdatePoint(was), factsOfUpdatePoint(is), displayName(host.name), at) : [];
    // Consequences of a new state are part of that change.
    const [from, to] = [was && stateOf(was), is && stateOf(is)];
    return from === to ? facts : [changeAt(at, stateChange(displayName(host.name), from, to)), ...facts.filter(({ kind }) => kind !== 'consequence')];
}

function stateChange(host: string, from: State | undefined, to: State | undefined): Omit<Change, 'site' | 'host'> {
    const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
    // An unknown state may be the same as the other one, so no sentence states that it has changed.
    const sentence = from === 'unknown' && to !== undefined ? `${host} is ${roleTexts[to]}; the state of its role was unknown.`
        : to === 'unknown' && from !== undefined ? `It is unknown whether ${host} is still ${roleTexts[from]}.`
        : to === undefined ? `${host} is no longer a software update point; it was ${roleTexts[from!]}.`
        : from === undefined ? `${host} becomes ${roleTexts[to]}.` : `${host} becomes ${roleTexts[to]}; it was ${roleTexts[from]}.`;
    return { kind, subject: 'update-point', sentence, from, to, cost: stateCost(from, to) };
}

function stateCost(from: State | undefined, to: State | undefined): Cost {
    if (to === undefined) {
        return costs.removedRole;
    }
    if (from === undefined) {
        return costs[to === 'unknown' ? 'inactive' : to];
    }
    return from === 'unknown' || to === 'unknown' ? costs.unknown : [from, to].includes('internet') ? costs.internetSelection : costs.selection;
}
