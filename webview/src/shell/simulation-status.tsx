import type { VNode } from 'preact';
import type { SimulationProgress } from '../state/playing.js';

interface SimulationStatusProps {
    readonly label: string;
    readonly pending: SimulationProgress | undefined;
    readonly failure: string | undefined;
}

/** The simulation in progress, or why there is no result. The last result stays beside it. */
export function SimulationStatus({ label, pending, failure }: SimulationStatusProps): VNode | null {
    if (pending) {
        return <p class="headline-progress" role="status">
            <progress max={100} value={pending.percentage} aria-label={label} /> {label}…
            <button type="button" class="small" onClick={pending.cancel}>Cancel</button>
        </p>;
    }
    return failure === undefined ? null : <p class="headline-progress text-fail" role="alert">{failure}</p>;
}
