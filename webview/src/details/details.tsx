import { microsoftUpdate } from '@sup/picture';
import type { VNode } from 'preact';
import { IconButton } from '../shell/icon-button.js';
import type { Preview } from '../state/preview.js';
import { MomentFacts } from '../time/moment-facts.js';
import { WhatIf } from '../what-if/what-if.js';
import { HierarchyFacts } from './hierarchy-facts.js';
import { Problems } from './problems.js';
import { SiteFacts } from './site-facts.js';

/** The details of the selected part, or of the hierarchy if no part is selected. */
export function Details({ preview }: { readonly preview: Preview }): VNode | null {
    const { selection, selectedSite, scene } = preview;
    const part = selection.value;
    const site = selectedSite.value;
    if (!scene.value || scene.value.sites.length === 0) {
        return null;
    }
    if (part === undefined || !site && part !== microsoftUpdate) {
        return <aside class="details" aria-label="Hierarchy" tabIndex={0}>
            <HierarchyFacts scene={scene.value} />
            <Problems preview={preview} part="hierarchy" problems={scene.value.problems} />
        </aside>;
    }
    return <aside class="details" aria-label="Selected part" tabIndex={0}>
        <header class="details-head">
            <h2>{site ? `${site.code}${site.title === undefined ? '' : ` · ${site.title}`}` : 'Microsoft Update'}</h2>
            <IconButton icon="close" label="Close" onPress={() => preview.select(undefined)} />
        </header>
        {site && <SiteFacts preview={preview} site={site} part={part} />}
        {site && <Problems preview={preview} part={site.id} problems={site.problems} />}
        <MomentFacts preview={preview} part={part} />
        <WhatIf preview={preview} part={part} />
    </aside>;
}
