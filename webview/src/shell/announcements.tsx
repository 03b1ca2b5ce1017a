import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** What screen readers say when something has changed by what somebody did. */
export function Announcements({ preview }: { readonly preview: Preview }): VNode {
    return <div class="for-readers" role="status" aria-live="polite">{preview.announcement.value}</div>;
}
