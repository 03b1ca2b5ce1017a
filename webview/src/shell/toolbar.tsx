import type { VNode } from 'preact';
import { LayerMenu } from '../layers/layer-menu.js';
import { zoomStep } from '../picture/camera.js';
import type { Preview } from '../state/preview.js';
import { Modes } from './modes.js';
import { MoreMenu } from './more-menu.js';
import { SearchField } from './search-field.js';

/** The commands for the page as a whole. */
export function Toolbar({ preview }: { readonly preview: Preview }): VNode {
    const { isListed, layers, channel } = preview;
    return <div class="toolbar" role="toolbar" aria-label="Preview">
        <Modes preview={preview} />
        <SearchField preview={preview} />
        <LayerMenu preview={preview} />
        {!isListed.value && <>
            <button type="button" title="Show the whole picture" onClick={() => preview.navigation.fit()}>Fit</button>
            <span class="zoom for-wide">
                <button type="button" aria-label="Zoom Out" title="Zoom Out" onClick={() => preview.navigation.zoomBy(1 / zoomStep)}>−</button>
                <button type="button" aria-label="Zoom In" title="Zoom In" onClick={() => preview.navigation.zoomBy(zoomStep)}>+</button>
            </span>
        </>}
        <button type="button" class="for-wide" onClick={() => channel.send({ kind: 'export', layer: layers.shown.value?.name })}>Export…</button>
        <MoreMenu preview={preview} />
    </div>;
}
