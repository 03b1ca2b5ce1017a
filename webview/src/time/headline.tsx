import { ComplianceCurve } from '@sup/picture';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** The result of the run: how long an update takes, and whether the expectations held. */
export function Headline({ preview: { playing } }: { readonly preview: Preview }): VNode | null {
    const { recording, pending, failure, time } = playing;
    if (pending.value) {
        return <p class="headline" role="status">
            <progress max={100} value={pending.value.percentage} aria-label="Simulating" /> Simulating…
            <button type="button" class="small" onClick={pending.value.cancel}>Cancel</button>
        </p>;
    }
    if (failure.value !== undefined) {
        return <p class="headline bad-text" role="alert">{failure.value}</p>;
    }
    if (!recording.value) {
        return null;
    }
    const { headline: [summary, ...details], compliance, marks, isExhausted } = recording.value;
    const expected = marks.filter(({ kind }) => kind === 'held' || kind === 'broken' || kind === 'untested');
    const broken = expected.filter(({ kind }) => kind === 'broken');
    return <div class="headline">
        {isExhausted && <p class="bad-text">This run has too many events. The simulation stopped at the end of the timeline.</p>}
        {expected.length > 0 && <p>{broken.length === 0
            ? <span class="good-text">✓ {expected.length} of {expected.length} expectations held or were not tested</span>
            : <button type="button" class="small bad-text" onClick={() => (time.value = broken[0]!.at)}>✕ {broken.length} of {expected.length} expectations broken</button>}</p>}
        {summary !== undefined && <details><summary>{summary}</summary><ul>{details.map(sentence => <li>{sentence}</li>)}</ul><ComplianceCurve points={compliance} /></details>}
    </div>;
}
