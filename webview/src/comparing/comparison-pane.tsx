import { counted, SeveritySign } from '@sup/picture';
import type { ComparedPlans } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';
import { RolloutPanel } from '../rollout/rollout-panel.js';
import { Changes } from './changes.js';
import { ComparisonTabs } from './comparison-tabs.js';
import { Outcome } from './outcome.js';
import { partOf, PartButton } from './part-button.js';

interface ComparisonPaneProps {
    readonly preview: Preview;
    readonly plans: ComparedPlans;
}

/** The differences between two versions of the plan, or the order in which they are made. */
export function ComparisonPane({ preview, plans }: ComparisonPaneProps): VNode {
    if (plans.reality) {
        return <aside class="details comparison" aria-label="Comparison" tabIndex={0}><FromReality preview={preview} plans={plans} notes={plans.reality.notes} /></aside>;
    }
    const isRollout = preview.rollout.isShown.value;
    return <aside class="details comparison" aria-label="Comparison" tabIndex={0}>
        <ComparisonTabs preview={preview} />
        <div role="tabpanel" id="comparison-panel" aria-labelledby={isRollout ? 'tab-Rollout' : 'tab-Differences'}>
            {isRollout ? <RolloutPanel preview={preview} /> : <Differences preview={preview} plans={plans} />}
        </div>
    </aside>;
}

/** The differences from the real hierarchy, and what was not compared. */
function FromReality({ preview, plans, notes }: ComparisonPaneProps & { readonly notes: readonly string[] }): VNode {
    const { comparison: { changes } } = plans;
    return <>
        {notes.map(note => <p key={note} class="verdict">{note}</p>)}
        <Changes title={counted(changes.length, 'difference')} changes={changes} preview={preview} plans={plans} />
    </>;
}

/** The changes, their costs, and their simulated outcome. */
function Differences({ preview, plans }: ComparisonPaneProps): VNode {
    const { beforeLabel, afterLabel, comparison: { verdict, changes, findings, outcome } } = plans;
    const made = changes.filter(({ kind }) => kind !== 'consequence');
    const followed = changes.filter(({ kind }) => kind === 'consequence');
    return <>
        <p class="verdict">{verdict}</p>
        <Changes title={counted(made.length, 'change')} changes={made} preview={preview} plans={plans} />
        {followed.length > 0 && <Changes title={made.length === 1 ? 'Consequences of this change' : 'Consequences of these changes'} changes={followed} preview={preview} plans={plans} />}
        <Findings title="Problems introduced" findings={findings.introduced} preview={preview} plans={plans} />
        <Findings title="Problems solved" findings={findings.solved} preview={preview} plans={plans} />
        <Outcome figures={outcome} beforeLabel={beforeLabel} afterLabel={afterLabel} />
    </>;
}

interface FindingsProps extends ComparisonPaneProps {
    readonly title: string;
    readonly findings: ComparedPlans['comparison']['findings']['introduced'];
}

function Findings({ title, findings, preview, plans }: FindingsProps): VNode | null {
    return findings.length === 0 ? null : <section aria-label={title}>
        <h3>{title} ({findings.length})</h3>
        <ul class="problems">
            {findings.map(({ rule, severity, site, host, message }) => <li>
                <svg class="sup-picture problem-sign" width="18" height="18" viewBox="-9 -9 18 18" role="img" aria-label={severity}><SeveritySign severity={severity} x={0} y={0} /></svg>
                <PartButton preview={preview} part={partOf(plans, site, host)}>{message} <span class="rule-id">{rule}</span></PartButton>
            </li>)}
        </ul>
    </section>;
}
