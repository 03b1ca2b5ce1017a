import { number } from '@sup/model';
import type { Change, CostClass } from '@sup/comparison';
import { realityMarks, siteMarks } from '@sup/picture';
import type { ComparedPlans } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Preview } from '../state/preview.js';
import { partOf, PartButton } from './part-button.js';

const costLabels: Readonly<Record<CostClass, string>> = {
    setting: 'a setting', installation: 'installation', 're-installation': 're-installation', impossible: 'not possible', outside: 'outside Configuration Manager', none: 'no action'
};

/** Two plans may have nothing in common, so long lists are shown page by page. */
const pageSize = 200;

interface ChangesProps {
    readonly title: string;
    readonly changes: readonly Change[];
    readonly preview: Preview;
    readonly plans: ComparedPlans;
}

/** Changes as sentences, each with its cost in a running hierarchy. */
export function Changes({ title, changes, preview, plans }: ChangesProps): VNode {
    const [visibleCount, setVisibleCount] = useState(pageSize);
    return <section aria-label={title}>
        <h3>{title}</h3>
        {changes.length === 0 && <p>{plans.reality ? 'Nothing that was compared differs.' : 'Both versions mean the same.'}</p>}
        <ul class="changes">
            {changes.slice(0, visibleCount).map(({ kind, site, host, sentence, cost }) => <li>
                <ChangeSign kind={kind} isReality={plans.reality !== undefined} />
                <div>
                    <PartButton preview={preview} part={partOf(plans, site, host)}>{sentence}</PartButton>
                    {cost.class !== 'none' && <p class={`cost cost-${cost.class}`} title={cost.source === undefined ? undefined : `Source: ${cost.source}`}><strong>{costLabels[cost.class]}</strong> {cost.text}</p>}
                </div>
            </li>)}
        </ul>
        {changes.length > visibleCount && <button type="button" onClick={() => setVisibleCount(visibleCount + pageSize)}>{`Show more (${number(changes.length - visibleCount)})`}</button>}
    </section>;
}

function ChangeSign({ kind, isReality }: { readonly kind: Change['kind']; readonly isReality: boolean }): VNode {
    const { sign, meaning } = siteMarks[isReality ? realityMarks[kind] : kind];
    const word = isReality ? meaning : kind;
    return <span class={`change-sign change-${kind}`} role="img" aria-label={word} title={word}>{sign}</span>;
}
