import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

const tabs = [[false, 'Differences'], [true, 'Rollout']] as const;

/** Selects whether the differences between two plans are shown, or the order in which they are made. The arrow keys move between the tabs. */
export function ComparisonTabs({ preview }: { readonly preview: Preview }): VNode {
    const { isOpen } = preview.rollout;
    const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
        if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
            event.preventDefault();
            preview.rollout.open(!isOpen.value);
            event.currentTarget.querySelectorAll<HTMLElement>('button')[isOpen.value ? 1 : 0]?.focus();
        }
    };
    return <div class="comparison-tabs" role="tablist" aria-label="Comparison" onKeyDown={onKeyDown}>
        {tabs.map(([isRollout, text]) => <button
            key={text} type="button" role="tab" id={`tab-${text}`} aria-controls="comparison-panel" aria-selected={isOpen.value === isRollout} tabIndex={isOpen.value === isRollout ? 0 : -1}
            onClick={() => preview.rollout.open(isRollout)}
        >{text}</button>)}
    </div>;
}
