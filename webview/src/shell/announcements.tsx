import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** Announces the effect of user actions to screen readers. */
export function Announcements({ preview }: { readonly preview: Preview }): VNode {
    return <div class="for-readers" role="status" aria-live="polite">{preview.announcement.value}</div>;
}
