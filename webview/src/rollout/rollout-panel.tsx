import type { PlayedRollout } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';
import { StepList } from './step-list.js';

/** The rollout as a list of steps; before that its progress, or why there is none. */
export function RolloutPanel({ preview }: { readonly preview: Preview }): VNode {
    const { rollout, task: { pending, failure } } = preview.rollout;
    if (pending.value) {
        return <p class="rollout-progress" role="status">
            <progress max={100} value={pending.value.percentage} aria-label="Ordering the rollout" /> Ordering the changes…
            <button type="button" class="small" onClick={pending.value.cancel}>Cancel</button>
        </p>;
    }
    return rollout.value ? <Ordered preview={preview} rollout={rollout.value} />
        : <div><p role="alert">{failure.value}</p><button type="button" onClick={() => preview.rollout.order()}>Try Again</button></div>;
}

function Ordered({ preview, rollout: { summary, left, steps } }: { readonly preview: Preview; readonly rollout: PlayedRollout }): VNode {
    return <>
        {summary.map(sentence => <p key={sentence}>{sentence}</p>)}
        {steps.length > 0 && <StepList preview={preview} steps={steps} />}
        {left.length > 0 && <section aria-label="Changes without an order">
            <h3>Changes without an order</h3>
            <ul>{left.map(sentence => <li key={sentence}>{sentence}</li>)}</ul>
        </section>}
    </>;
}
