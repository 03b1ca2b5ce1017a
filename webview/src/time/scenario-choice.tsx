import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** The value of the option that stands for the added events. */
const whatIf = '\0what-if';

/** Selects the run: the plan as it is, or one of its scenarios. Another choice removes the added events. */
export function ScenarioChoice({ preview: { playing, content } }: { readonly preview: Preview }): VNode {
    const { scenario, events } = playing.definition.value;
    const [first, ...others] = events;
    return <label class="scenario"><span class="scenario-label">Scenario</span>
        <select aria-label="Scenario" value={first ? whatIf : scenario ?? ''} onChange={event => playing.play({ scenario: event.currentTarget.value || undefined, events: [] })}>
            <option value="">The plan as it is</option>
            {content.value?.scenarios.map(({ title }) => <option value={title}>{title}</option>)}
            {first && <option value={whatIf} disabled>What if: {first.event}{others.length > 0 ? ` and ${others.length} more` : ''}</option>}
        </select>
    </label>;
}
