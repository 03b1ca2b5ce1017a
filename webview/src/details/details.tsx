import { microsoftUpdate } from '@sup/picture';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { IconButton } from '../shell/icon-button.js';
import { hierarchyPart, type Preview } from '../state/preview.js';
import { MomentFacts } from '../time/moment-facts.js';
import { WhatIf } from '../what-if/what-if.js';
import { detailsSide } from './details-side.js';
import { HierarchyFacts } from './hierarchy-facts.js';
import { Problems } from './problems.js';
import { SiteFacts } from './site-facts.js';

/** The details of the selected part, or of the hierarchy. They cover the edge of the picture while something is selected. */
export function Details({ preview }: { readonly preview: Preview }): VNode | null {
    const { selection, selectedSite, scene } = preview;
    const part = selection.value;
    const site = selectedSite.value;
    // The side is chosen once for each part: details that followed the picture would jump while it moves.
    const side = useMemo(() => detailsSide(preview), [preview, part]);
    const className = side === 'left' ? 'details details-left' : 'details';
    if (!scene.value || scene.value.sites.length === 0) {
        return null;
    }
    if (part === hierarchyPart) {
        return <aside class={className} aria-label="Hierarchy" tabIndex={0} onKeyDown={closeOnEscape(preview)}>
            <Heading preview={preview} text={scene.value.title ?? 'Hierarchy'} />
            <HierarchyFacts scene={scene.value} />
            <Problems preview={preview} part="hierarchy" problems={scene.value.problems} />
        </aside>;
    }
    if (part === undefined || !site && part !== microsoftUpdate) {
        return null;
    }
    return <aside class={className} aria-label="Selected part" tabIndex={0} onKeyDown={closeOnEscape(preview)}>
        <Heading preview={preview} text={site ? `${site.code}${site.title === undefined ? '' : ` · ${site.title}`}` : 'Microsoft Update'} />
        {site && <SiteFacts preview={preview} site={site} part={part} />}
        {site && <Problems preview={preview} part={site.id} problems={site.problems} />}
        <MomentFacts preview={preview} part={part} />
        <WhatIf preview={preview} part={part} />
    </aside>;
}

function Heading({ preview, text }: { readonly preview: Preview; readonly text: string }): VNode {
    return <header class="details-head">
        <h2>{text}</h2>
        <IconButton icon="close" label="Close" onPress={() => preview.select(undefined)} />
    </header>;
}

function closeOnEscape(preview: Preview): (event: KeyboardEvent) => void {
    return event => event.key === 'Escape' ? preview.select(undefined) : undefined;
}
