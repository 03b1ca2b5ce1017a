import { type AdviceInput, decide, type Recommendation } from './decide.js';

/** The values at which the advice changes, if only the number of clients or only the bandwidth varies. Undefined where no value gives the answer. */
export interface TurningPoints {
    /** `parent` up to this number of clients. */
    readonly parentUpTo: number | undefined;
    /** `own` from this number of clients on. */
    readonly ownFrom: number | undefined;
    /** `parent` from this bandwidth on, in kilobits per second. */
    readonly parentFromBandwidth: number | undefined;
    /** `own` up to this bandwidth. */
    readonly ownUpToBandwidth: number | undefined;
}

/** More clients, or kilobits per second, than a plan has. */
const maxClients = 1_000_000;
const maxBandwidth = 100_000_000;

/** Finds the turning points by the decision itself, so that they cannot contradict it. */
export function turningPoints(input: AdviceInput): TurningPoints {
    const withClients = (clients: number): Recommendation => decide({ ...input, clients }).recommendation;
    const withBandwidth = (bandwidth: number): Recommendation => decide({ ...input, bandwidth }).recommendation;
    // More clients never lead back from `own` to `parent`. Nor does less bandwidth, until it is too little for a replica as well.
    const notParentFrom = firstWhere(2, maxClients, clients => withClients(clients) !== 'parent');
    const parentFrom = firstWhere(1, maxBandwidth, bandwidth => withBandwidth(bandwidth) === 'parent');
    const upTo = firstWhere(1, maxBandwidth, bandwidth => !isOwnOrTooSlow(input, bandwidth));
    return {
        parentUpTo: notParentFrom === undefined ? undefined : notParentFrom - 1,
        ownFrom: firstWhere(2, maxClients, clients => withClients(clients) === 'own'),
        parentFromBandwidth: parentFrom,
        ownUpToBandwidth: upTo !== undefined && upTo > 1 && withBandwidth(upTo - 1) === 'own' ? upTo - 1 : undefined
    };
}

/** Whether the link is slow enough for `own`, or too slow even for a replica. */
function isOwnOrTooSlow(input: AdviceInput, bandwidth: number): boolean {
    const { recommendation, reason } = decide({ ...input, bandwidth });
    return recommendation === 'own' || reason === 'too-slow';
}

/** The first whole number in a range for which a predicate holds that holds for all later ones too; undefined if it holds for none. */
function firstWhere(from: number, to: number, holds: (value: number) => boolean): number | undefined {
    if (!holds(to)) {
        return undefined;
    }
    let [least, most] = [from, to];
    while (least < most) {
        const middle = Math.floor((least + most) / 2);
        if (holds(middle)) {
            most = middle;
        } else {
            least = middle + 1;
        }
    }
    return most;
}
