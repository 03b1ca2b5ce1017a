import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** The previewed file, and whether the preview stays with it. */
export function Source({ preview: { file, isPinned } }: { readonly preview: Preview }): VNode {
    return <span class="source" title={isPinned.value ? 'Pinned: the preview stays with this file' : 'The preview follows the active editor'}>{file.value}{isPinned.value && ' (pinned)'}</span>;
}
