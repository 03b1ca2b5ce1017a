import { capital, counted, number } from '@sup/model';
import type { Comparison } from '@sup/comparison';
import type { ComparedPlans } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import type { Side } from '../state/mode.js';
import type { Preview } from '../state/preview.js';

export interface ComparisonHeadlineProps {
    readonly preview: Preview;
    readonly plans: ComparedPlans;
}

/** The result of a comparison, and the buttons that select what the picture shows of it. */
export function ComparisonHeadline({ preview, plans }: ComparisonHeadlineProps): VNode {
    const { beforeLabel, afterLabel, reality } = plans;
    return <header class="summary comparison-headline">
        <div>{reality ? <RealityTitle plans={plans} notes={reality.notes} /> : <VersionsTitle plans={plans} />}</div>
        <Sides preview={preview} plans={plans} />
        <button type="button" aria-pressed={preview.isOnlyChanges.value} disabled={preview.side.value !== 'both'} onClick={() => preview.toggleOnlyChanges()}>{reality ? 'Differences Only' : 'Changes Only'}</button>
        <button type="button" onClick={() => preview.channel.send({ kind: 'end-comparison' })}>End Comparison</button>
        <h2 class="for-readers">{afterLabel} compared with {beforeLabel}</h2>
    </header>;
}

/** The number of changes and of impossible ones; below it a reason, the new and solved problems, and a figure. */
function VersionsTitle({ plans: { beforeLabel, comparison } }: Pick<ComparisonHeadlineProps, 'plans'>): VNode {
    const made = comparison.changes.filter(({ kind }) => kind !== 'consequence');
    const impossible = made.filter(({ cost }) => cost.class === 'impossible');
    return <>
        <h1>{made.length === 0 ? `No changes since ${beforeLabel}` : <>{`${counted(made.length, 'change')} since ${beforeLabel}`}{impossible.length > 0 && <>, <span class="worse">{`${impossible.length === made.length ? 'not' : `${number(impossible.length)} of them not`} possible in the product`}</span></>}</>}</h1>
        <p>{[impossible[0]?.cost.text, problemsText(comparison), figureText(comparison)].filter(Boolean).map(text => <span key={text}>{text}</span>)}</p>
    </>;
}

/** The number of differences, and below it the first of the notes. */
function RealityTitle({ plans: { beforeLabel, comparison: { changes } }, notes }: { readonly plans: ComparedPlans; readonly notes: readonly string[] }): VNode {
    return <>
        <h1>{changes.length === 0 ? `No differences from ${beforeLabel}` : `${counted(changes.length, 'difference')} from ${beforeLabel}`}</h1>
        <p>{notes.slice(0, 1).map(note => <span key={note}>{note}</span>)}</p>
    </>;
}

function problemsText({ findings: { introduced, solved } }: Comparison): string {
    const parts = [introduced.length > 0 ? `${counted(introduced.length, 'problem')} ${introduced.length === 1 ? 'is' : 'are'} new` : '', solved.length > 0 ? `${number(solved.length)} solved` : ''].filter(Boolean);
    return parts.length === 0 ? 'No new problems.' : `${parts.join(', ')}.`;
}

/** The first figure that gets worse, otherwise the first one. */
function figureText({ outcome }: Comparison): string {
    const figure = outcome.find(({ isBetter }) => isBetter === false) ?? outcome[0];
    return figure ? `${figure.what}: ${figure.before} → ${figure.after}.` : '';
}

const sides: readonly (readonly [Side, (plans: ComparedPlans) => string])[] = [
    ['before', ({ beforeLabel, reality }) => reality ? capital(beforeLabel) : `Before: ${beforeLabel}`],
    ['both', () => 'Both'],
    ['after', ({ afterLabel, reality }) => reality ? `Plan: ${afterLabel}` : `After: ${afterLabel}`]
];

function Sides({ preview, plans }: ComparisonHeadlineProps): VNode {
    return <div class="modes" role="group" aria-label="Version in the picture">
        {sides.map(([value, label]) => <button type="button" aria-pressed={preview.side.value === value} onClick={() => preview.showSide(value)}>{label(plans)}</button>)}
    </div>;
}
