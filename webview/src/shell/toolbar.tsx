import type { VNode } from 'preact';
import { zoomStep } from '../picture/camera.js';
import type { Preview } from '../state/preview.js';
import { IconButton } from './icon-button.js';
import { SearchField } from './search-field.js';

/** The commands for the page as a whole. */
export function Toolbar({ preview }: { readonly preview: Preview }): VNode {
    const { direction, isListed, isProblemsOnly, isTimeOpen, channel } = preview;
    const toggleDirection = (): void => {
        direction.value = direction.value === 'down' ? 'right' : 'down';
        preview.fit();
    };
    return <div class="toolbar" role="toolbar" aria-label="Preview">
        <SearchField preview={preview} />
        <span class="group">
            <IconButton icon="zoomOut" label="Zoom Out" isDisabled={isListed.value} onPress={() => preview.zoomBy(1 / zoomStep)} />
            <IconButton icon="zoomIn" label="Zoom In" isDisabled={isListed.value} onPress={() => preview.zoomBy(zoomStep)} />
            <IconButton icon="fit" label="Fit All" isDisabled={isListed.value} onPress={() => preview.fit()} />
            <IconButton icon={direction.value === 'down' ? 'right' : 'down'} label={direction.value === 'down' ? 'Draw from Left to Right' : 'Draw from Top to Bottom'} isDisabled={isListed.value} onPress={toggleDirection} />
        </span>
        <span class="group">
            <IconButton icon="warning" label="Dim Sites Without Problems" isPressed={isProblemsOnly.value} onPress={() => (isProblemsOnly.value = !isProblemsOnly.value)} />
            <IconButton icon="list" label="Show as List" isPressed={isListed.value} onPress={() => (isListed.value = !isListed.value)} />
            <IconButton icon="time" label="Time" isPressed={isTimeOpen.value} onPress={() => (isTimeOpen.value = !isTimeOpen.value)} />
        </span>
        <span class="group">
            <IconButton icon="compare" label="Compare with…" onPress={() => channel.send({ kind: 'compare' })} />
            <IconButton icon="export" label="Export…" onPress={() => channel.send({ kind: 'export' })} />
        </span>
    </div>;
}
