import { useComputed } from '@preact/signals';
import { SiteItem, type SiteItemProps, type SiteState } from '@sup/picture';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** Creates the component that draws a site with its state at the current time of the run. It redraws only what has changed. */
export function siteInTime(preview: Preview): (props: SiteItemProps) => VNode {
    return function SiteInTime(props) {
        // Serialized, so that an unchanged state is an equal value and triggers no rendering.
        const state = useComputed(() => JSON.stringify(preview.states.value?.get(props.site.id) ?? null));
        return <SiteItem {...props} state={(JSON.parse(state.value) as SiteState | null) ?? undefined} />;
    };
}
