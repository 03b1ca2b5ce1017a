import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { LayerItems } from '../layers/layer-menu.js';
import { zoomStep } from '../picture/camera.js';
import type { Preview } from '../state/preview.js';
import { Popup } from './popup.js';

/** The commands that are needed less often, and in a narrow page those that its toolbar has no room for. */
export function MoreMenu({ preview }: { readonly preview: Preview }): VNode {
    const position = useSignal<{ readonly x: number; readonly y: number } | undefined>(undefined);
    const toggle = (event: MouseEvent & { readonly currentTarget: HTMLElement }): void => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        position.value = position.value ? undefined : { x: left, y: bottom + 2 };
    };
    return <>
        <button type="button" class="more-button" aria-haspopup="menu" aria-expanded={position.value !== undefined} onClick={toggle}>More <span aria-hidden="true">▾</span></button>
        {position.value && <Popup label="More" {...position.value} onClose={() => (position.value = undefined)}><Items preview={preview} /></Popup>}
    </>;
}

function Items({ preview }: { readonly preview: Preview }): VNode {
    const { direction, isProblemsOnly, isLegendOpen, isPresenting, isListed, isPlanDrawn, layers, channel } = preview;
    const turn = (): void => {
        direction.value = direction.value === 'down' ? 'right' : 'down';
        preview.navigation.fit();
    };
    return <>
        {!isListed.value && <>
            <Item text="Zoom In" isForNarrow onPress={() => preview.navigation.zoomBy(zoomStep)} />
            <Item text="Zoom Out" isForNarrow onPress={() => preview.navigation.zoomBy(1 / zoomStep)} />
            <Item text={direction.value === 'down' ? 'Draw from Left to Right' : 'Draw from Top to Bottom'} onPress={turn} />
        </>}
        <Toggle text="Dim Sites Without Problems" isOn={isProblemsOnly.value} onPress={() => (isProblemsOnly.value = !isProblemsOnly.value)} />
        {!isListed.value && <Toggle text="Legend" isOn={isLegendOpen.current.value} onPress={() => (isLegendOpen.chosen.value = !isLegendOpen.current.value)} />}
        <Toggle text="Present" isOn={isPresenting.value} onPress={() => preview.present(!isPresenting.value)} />
        {isPlanDrawn.value && <LayerItems preview={preview} isForNarrow />}
        <Item text="Export…" isForNarrow onPress={() => channel.send({ kind: 'export', layer: layers.shown.value?.name })} />
    </>;
}

function Item({ text, isForNarrow = false, onPress }: { readonly text: string; readonly isForNarrow?: boolean; onPress(): void }): VNode {
    return <button type="button" role="menuitem" tabIndex={-1} class={isForNarrow ? 'for-narrow' : undefined} onClick={onPress}>{text}</button>;
}

function Toggle({ text, isOn, onPress }: { readonly text: string; readonly isOn: boolean; onPress(): void }): VNode {
    return <button type="button" role="menuitemcheckbox" aria-checked={isOn} tabIndex={-1} onClick={onPress}><span class="check" aria-hidden="true">{isOn ? '✓' : ''}</span>{text}</button>;
}
