import type { VNode } from 'preact';
import { SimulationStatus } from '../shell/simulation-status.js';
import { Source } from '../shell/source.js';
import type { Preview } from '../state/preview.js';

/** Which failure costs the most, and the simulation that finds it. */
export function OutageHeadline({ preview }: { readonly preview: Preview }): VNode {
    const { outages, isOutdated, task } = preview.layers;
    const { pending, failure } = task;
    const overview = outages.value;
    const [cause, consequence] = splitTitle(overview?.title ?? '');
    return <header class="headline" aria-label="Result of the simulated failures">
        <div class="headline-text">
            {overview
                ? <><h1><span role="status">{cause}{consequence !== '' && <strong>{consequence}</strong>}</span></h1><p>{overview.detail}</p></>
                : <><h1>If It Stops</h1><p>Each server and each link of the plan is stopped in turn, to see what that costs clients.</p></>}
        </div>
        {isOutdated.value && !pending.value && <p class="headline-progress text-behind" role="status">The plan has changed since.</p>}
        {!pending.value && (isOutdated.value || failure.value !== undefined) && <button type="button" onClick={() => preview.layers.simulate()}>Simulate Again</button>}
        <SimulationStatus label="Simulating failures" task={task} />
        <Source preview={preview} />
    </header>;
}

/** Splits `Most scans are lost when EURSUP01 stops: 5,405 clients` at the colon, after which the consequence begins. */
function splitTitle(title: string): readonly [string, string] {
    const colon = title.lastIndexOf(': ');
    return colon < 0 ? [title, ''] : [title.slice(0, colon + 2), title.slice(colon + 2)];
}
