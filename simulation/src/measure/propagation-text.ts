import { durationText } from '../trace/time.js';
import type { PropagationPart } from './critical-path.js';
import type { Propagation } from './propagation.js';

const names: Readonly<Record<PropagationPart['kind'], (site: string) => string>> = {
    'schedule': site => `until ${site} synchronized on schedule`,
    'synchronization': site => `while ${site} synchronized`,
    'link-window': site => `waiting for the link of ${site} to open`,
    'notification': site => `on the way of the notification to ${site}`,
    'waiting': site => `waiting for ${site} to begin, or to try again`,
    'policy-and-scan': site => `until the last clients learned of it and scanned (against ${site})`
};

/** The headline of a run and its parts: how long an update took to the last client. */
export function propagationText(propagation: Propagation | undefined): readonly string[] {
    if (!propagation) {
        return ['In this run no new update reached every client, so it cannot be said how long that takes. In a run of a few weeks it may.'];
    }
    const { minutes, clients, server, parts } = propagation;
    return [
        `A new update took up to ${durationText(minutes)} to the last client (${clients}, against ${server}):`,
        ...parts.map(({ kind, site, minutes: part }) => `${durationText(part)} ${names[kind](site)}`)
    ];
}
