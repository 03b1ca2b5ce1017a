import type { RunDifference } from '@sup/playback';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** So many are listed; the summary counts all. */
const most = 200;

/** What the added events change, against the run without them: who is worse off, and by how much. */
export function Difference({ preview, difference: { summary, sites, clients } }: { readonly preview: Preview; readonly difference: RunDifference }): VNode {
    const later = [...clients.map(({ site, text, count }) => ({ site, text: `${text} (${count.toLocaleString('en')})` })), ...sites.map(({ site, text }) => ({ site, text }))];
    return <section class="difference" aria-label="What it changes">
        <p class="summary" role="status">{summary}</p>
        <ul>{later.slice(0, most).map(({ site, text }) => <li><button type="button" class="row-button" onClick={() => preview.select(site)}>{text}</button></li>)}</ul>
        {later.length > most && <p>and {later.length - most} more</p>}
    </section>;
}
