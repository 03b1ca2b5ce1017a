import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { Popup } from '../shell/popup.js';
import type { Preview } from '../state/preview.js';
import { layerChoices, layerLabel } from './layer-choices.js';

/** Selects what the picture shows about the plan besides its structure. */
export function LayerMenu({ preview }: { readonly preview: Preview }): VNode | null {
    const position = useSignal<{ readonly x: number; readonly y: number } | undefined>(undefined);
    if (!preview.isPlanDrawn.value) {
        return null;
    }
    const toggle = (event: MouseEvent & { readonly currentTarget: HTMLElement }): void => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        position.value = position.value ? undefined : { x: left, y: bottom + 2 };
    };
    const label = layerLabel(preview.layers.chosen.value);
    return <span class="for-wide">
        <button type="button" aria-label={`Layer: ${label}`} aria-haspopup="menu" aria-expanded={position.value !== undefined} title="What the picture shows about the sites" onClick={toggle}>
            <span class="muted">Layer</span> {label} <span aria-hidden="true">▾</span>
        </button>
        {position.value && <Popup label="Layer" {...position.value} onClose={() => (position.value = undefined)}><LayerItems preview={preview} /></Popup>}
    </span>;
}

/** The layers as items of a menu. */
export function LayerItems({ preview: { layers }, isForNarrow = false }: { readonly preview: Preview; readonly isForNarrow?: boolean }): VNode {
    return <>
        {layerChoices.map(([layer, label]) => <button key={label} type="button" role="menuitemradio" aria-checked={layers.chosen.value === layer} tabIndex={-1} class={isForNarrow ? 'for-narrow' : undefined} onClick={() => layers.choose(layer)}>
            <span class="check" aria-hidden="true">{layers.chosen.value === layer ? '✓' : ''}</span>{isForNarrow ? layer === undefined ? 'No Layer' : `Layer: ${label}` : label}
        </button>)}
    </>;
}
