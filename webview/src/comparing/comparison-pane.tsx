import { counted, SeveritySign } from '@sup/picture';
import type { ComparedPlans } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import type { Preview, Side } from '../state/preview.js';
import { Changes } from './changes.js';
import { Outcome } from './outcome.js';
import { partOf, PartButton } from './part-button.js';

interface ComparisonPaneProps {
    readonly preview: Preview;
    readonly plans: ComparedPlans;
}

/** The differences between two versions of the plan, their costs, and their simulated outcome. */
export function ComparisonPane({ preview, plans }: ComparisonPaneProps): VNode {
    const { beforeLabel, afterLabel, comparison: { verdict, changes, findings, outcome } } = plans;
    const made = changes.filter(({ kind }) => kind !== 'consequence');
    const followed = changes.filter(({ kind }) => kind === 'consequence');
    return <aside class="details comparison" aria-label="Comparison" tabIndex={0}>
        <header class="details-head">
            <h2>{afterLabel} compared with {beforeLabel}</h2>
            <button type="button" class="small" onClick={() => preview.channel.send({ kind: 'end-comparison' })}>End comparison</button>
        </header>
        <p class="verdict">{verdict}</p>
        <Sides preview={preview} plans={plans} />
        <Changes title={counted(made.length, 'change')} changes={made} preview={preview} plans={plans} />
        {followed.length > 0 && <Changes title={made.length === 1 ? 'Consequences of this change' : 'Consequences of these changes'} changes={followed} preview={preview} plans={plans} />}
        <Findings title="Problems introduced" findings={findings.introduced} preview={preview} plans={plans} />
        <Findings title="Problems solved" findings={findings.solved} preview={preview} plans={plans} />
        <Outcome figures={outcome} beforeLabel={beforeLabel} afterLabel={afterLabel} />
    </aside>;
}

const sides: readonly (readonly [Side, (plans: ComparedPlans) => string])[] = [
    ['before', ({ beforeLabel }) => `Before: ${beforeLabel}`],
    ['both', () => 'Both'],
    ['after', ({ afterLabel }) => `After: ${afterLabel}`]
];

function Sides({ preview, plans }: ComparisonPaneProps): VNode {
    return <div class="sides" role="group" aria-label="Version in the picture">
        {sides.map(([value, label]) => <button type="button" aria-pressed={preview.side.value === value} onClick={() => preview.showSide(value)}>{label(plans)}</button>)}
    </div>;
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
