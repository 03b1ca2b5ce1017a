import type { Figure } from '@sup/comparison';
import type { VNode } from 'preact';

interface OutcomeProps {
    readonly figures: readonly Figure[];
    readonly beforeLabel: string;
    readonly afterLabel: string;
}

/** The simulated figures that differ between the two versions. */
export function Outcome({ figures, beforeLabel, afterLabel }: OutcomeProps): VNode {
    return <section aria-label="Simulated outcome">
        <h3>Simulated outcome</h3>
        {figures.length === 0 ? <p>No differences.</p> : <table class="outcome">
            <thead><tr><td /><th scope="col">{beforeLabel}</th><th scope="col">{afterLabel}</th></tr></thead>
            <tbody>
                {figures.map(({ what, before, after, isBetter }) => <tr>
                    <th scope="row">{what}</th>
                    <td>{before}</td>
                    <td>{after}{isBetter === undefined ? '' : <span class={isBetter ? 'better' : 'worse'}>{isBetter ? ' ▲ better' : ' ▼ worse'}</span>}</td>
                </tr>)}
            </tbody>
        </table>}
    </section>;
}
