import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** What stands in the way of seeing the plan as it is now. */
export function Notice({ preview }: { readonly preview: Preview }): VNode | null {
    const { content, outOfDate, scene } = preview;
    if (outOfDate.value !== undefined) {
        return <p class="notice" role="alert">{outOfDate.value}{content.value ? ' What you see is how it was before.' : ''}</p>;
    }
    if (!content.value) {
        return <p class="notice" role="status">Reading the plan…</p>;
    }
    if (scene.value?.sites.length === 0) {
        return <p class="notice" role="status">There is no site here yet. Begin with <code>central site CEN {'{ }'}</code> in the file, and it is drawn.</p>;
    }
    const kept = scene.value?.sites.filter(({ mark }) => mark?.kind === 'kept').length ?? 0;
    return kept === 0 ? null : <p class="notice" role="status">{kept === 1 ? 'One site is' : `${kept} sites are`} shown as before: the text cannot be read there at present.</p>;
}
