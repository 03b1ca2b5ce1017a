import { type Action, keyOfTarget, type Target } from '@sup/model';
import { targetText } from '@sup/simulation';
import type { Outage } from '../recording.js';

/** Returns the id of a target in the scene: of a server or cluster by its name, or of a link by its site's code. */
export type PartOf = (target: Target) => string | undefined;

const states: Partial<Record<Target['kind'], string>> = { server: 'is stopped', connection: 'is blocked' };

/** Records when parts of the hierarchy fail and recover. */
export class OutageRecorder {
    private readonly all: { -readonly [key in keyof Outage]: Outage[key] }[] = [];
    private readonly open = new Map<string, { to: number | undefined }>();

    constructor(private readonly partOf: PartOf) {}

    observe(time: number, action: Action): void {
        if (action.kind !== 'fail' && action.kind !== 'restore') {
            return;
        }
        const { target } = action;
        const key = keyOfTarget(target);
        const known = this.open.get(key);
        if (action.kind === 'restore' && known) {
            known.to = time;
            this.open.delete(key);
        } else if (action.kind === 'fail' && !known) {
            const [subject, state] = [targetText(target), states[target.kind] ?? 'is down'];
            const outage = { part: this.partOf(target), kind: target.kind, from: time, to: undefined, subject, state, text: `${subject} ${state}` };
            this.all.push(outage);
            this.open.set(key, outage);
        }
    }

    recordings(): readonly Outage[] {
        return this.all;
    }
}
