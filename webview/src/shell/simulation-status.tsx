import type { VNode } from 'preact';
import type { ServerTask } from '../state/server-task.js';

interface SimulationStatusProps {
    readonly label: string;
    readonly task: Pick<ServerTask<unknown>, 'pending' | 'failure'>;
}

/** The simulation in progress, or why there is no result. The last result stays beside it. */
export function SimulationStatus({ label, task }: SimulationStatusProps): VNode | null {
    const [pending, failure] = [task.pending.value, task.failure.value];
    if (pending) {
        return <p class="headline-progress" role="status">
            <progress max={100} value={pending.percentage} aria-label={label} /> {label}…
            <button type="button" class="small" onClick={pending.cancel}>Cancel</button>
        </p>;
    }
    return failure === undefined ? null : <p class="headline-progress text-fail" role="alert">{failure}</p>;
}
