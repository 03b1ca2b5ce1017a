import { durationText } from '@sup/model';
import type { PropagationPart } from './critical-path.js';
import type { Propagation } from './propagation.js';

const names: Readonly<Record<PropagationPart['kind'], (site: string) => string>> = {
    'schedule': site => `until ${site} synchronized on schedule`,
    'synchronization': site => `while ${site} synchronized`,
    'link-window': site => `waiting for the link of ${site} to open`,
    'notification': site => `while the notification to ${site} was in transit`,
    'waiting': site => `until ${site} could start: it waited for its link, its site server or a retry`,
    'policy-and-scan': site => `until the last clients received the policy and scanned (at the software update point of ${site})`
};

/** Describes how long an update took to reach the last client: a headline and the parts of that time. */
export function propagationText(propagation: Propagation | undefined): readonly string[] {
    if (!propagation) {
        return ['In this run, no new update reached every client.'];
    }
    const { minutes, clients, server, parts } = propagation;
    return [
        `In this run, a new update took up to ${durationText(minutes)} to reach the last client (${clients}, against ${server}):`,
        ...parts.map(({ kind, site, minutes: part }) => `${durationText(part)} ${names[kind](site)}`)
    ];
}
