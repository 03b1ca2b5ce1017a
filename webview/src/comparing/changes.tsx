import type { Change, CostClass } from '@sup/comparison';
import { siteMarks } from '@sup/picture';
import type { ComparedPlans } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Preview } from '../state/preview.js';
import { partOf, PartButton } from './part-button.js';

const costs: Readonly<Record<CostClass, string>> = {
    setting: 'a setting', installation: 'installation', 're-installation': 're-installation', impossible: 'not possible', outside: 'outside of Configuration Manager', none: 'by itself'
};

/** So many are listed at first: two plans may have nothing in common. */
const most = 200;

interface ChangesProps {
    readonly title: string;
    readonly changes: readonly Change[];
    readonly preview: Preview;
    readonly plans: ComparedPlans;
}

/** Changes in sentences, each with what it takes in a running hierarchy. */
export function Changes({ title, changes, preview, plans }: ChangesProps): VNode {
    const [shown, setShown] = useState(most);
    return <section aria-label={title}>
        <h3>{title}</h3>
        {changes.length === 0 && <p>Both versions mean the same.</p>}
        <ul class="changes">
            {changes.slice(0, shown).map(({ kind, site, host, sentence, cost }) => <li>
                <span class={`change-sign change-${kind}`} role="img" aria-label={kind} title={kind}>{siteMarks[kind].sign}</span>
                <div>
                    <PartButton preview={preview} part={partOf(plans, site, host)}>{sentence}</PartButton>
                    {cost.class !== 'none' && <p class={`cost cost-${cost.class}`} title={cost.source === undefined ? undefined : `Source: ${cost.source}`}><strong>{costs[cost.class]}</strong> {cost.text}</p>}
                </div>
            </li>)}
        </ul>
        {changes.length > shown && <button type="button" onClick={() => setShown(shown + most)}>{`Show more (${changes.length - shown})`}</button>}
    </section>;
}
