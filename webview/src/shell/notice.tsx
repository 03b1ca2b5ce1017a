import { number } from '@sup/model';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** Explains why the preview is not up to date or not complete. */
export function Notice({ preview }: { readonly preview: Preview }): VNode | null {
    const { content, outOfDate, scene } = preview;
    if (outOfDate.value !== undefined) {
        return <p class="notice" role="alert">{outOfDate.value}{content.value ? ' The preview shows the last known state.' : ''}</p>;
    }
    if (!content.value) {
        return <p class="notice" role="status">Loading {preview.file.value} …</p>;
    }
    if (preview.comparisonAge.isOutdated.value) {
        return <p class="notice" role="status">The plan has changed since this comparison. <button type="button" onClick={() => preview.channel.send({ kind: 'compare' })}>Compare Again…</button></p>;
    }
    if (scene.value?.sites.length === 0) {
        return <p class="notice" role="status">This plan has no sites yet. Add <code>central site CEN {'{ }'}</code> to the file to see it here.</p>;
    }
    const outdated = scene.value?.sites.filter(({ mark }) => mark?.kind === 'kept').length ?? 0;
    return outdated === 0 ? null : <p class="notice" role="status">{outdated === 1 ? 'One site is shown in its last valid state because its text' : `${number(outdated)} sites are shown in their last valid state because their text`} has syntax errors.</p>;
}
