import { counted } from '@sup/model';
import { durationText } from '@sup/simulation';
import { at } from '../read/at.js';
import type { ClientDelay, ClientRecording } from '../recording.js';

/** Returns how many clients of a group cannot scan because of the events, and for how long. */
export function clientDelay(before: ClientRecording, after: ClientRecording | undefined, duration: number): ClientDelay | undefined {
    const { site, name } = before;
    if (!after) {
        return undefined;
    }
    const times = [...new Set([...before.failing.at, ...after.failing.at])].sort((a, b) => a - b);
    let [clients, minutes, isOpen] = [0, 0, false];
    let since: number | undefined;
    const end = (time: number): void => {
        if (since !== undefined && time - since > minutes) {
            minutes = time - since;
            isOpen = time === duration;
        }
        since = undefined;
    };
    for (const time of times) {
        const more = at(after.failing, time) - at(before.failing, time);
        clients = Math.max(clients, more);
        if (more > 0) {
            since ??= time;
        } else {
            end(time);
        }
    }
    end(duration);
    const text = `${name}: ${counted(clients, 'client')} cannot scan, for up to ${durationText(minutes)}${isOpen ? ', until the run ends' : ''}.`;
    return clients > 0 ? { site, name, clients, minutes, isOpen, text } : undefined;
}
