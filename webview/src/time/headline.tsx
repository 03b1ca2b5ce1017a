import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** What came of the run as a whole: how long an update takes, and whether what was expected held. */
export function Headline({ preview: { playing } }: { readonly preview: Preview }): VNode | null {
    const { recording, pending, trouble, time } = playing;
    if (pending.value) {
        return <p class="headline" role="status">
            <progress max={100} value={pending.value.percentage} aria-label="Simulating" /> Simulating…
            <button type="button" class="small" onClick={pending.value.cancel}>Cancel</button>
        </p>;
    }
    if (trouble.value !== undefined) {
        return <p class="headline bad-text" role="alert">{trouble.value}</p>;
    }
    if (!recording.value) {
        return null;
    }
    const { headline: [first, ...parts], marks, isExhausted } = recording.value;
    const expected = marks.filter(({ kind }) => kind === 'held' || kind === 'broken' || kind === 'untested');
    const broken = expected.filter(({ kind }) => kind === 'broken');
    return <div class="headline">
        {isExhausted && <p class="bad-text">Too much happens in this run; it was given up at its end here.</p>}
        {expected.length > 0 && <p>{broken.length === 0
            ? <span class="good-text">✓ {expected.length} of {expected.length} expectations hold or were not put to the test</span>
            : <button type="button" class="small bad-text" onClick={() => (time.value = broken[0]!.at)}>✕ {broken.length} of {expected.length} expectations broken</button>}</p>}
        {first !== undefined && <details><summary>{first}</summary><ul>{parts.map(part => <li>{part}</li>)}</ul></details>}
    </div>;
}
