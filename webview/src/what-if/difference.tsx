import { number } from '@sup/model';
import type { RunDifference } from '@sup/playback';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** The summary counts all entries, also those that are not listed. */
const maxEntries = 200;

/** The effect of the added events compared with the run without them: the affected sites and clients, and by how much. */
export function Difference({ preview, difference: { summary, sites, clients } }: { readonly preview: Preview; readonly difference: RunDifference }): VNode {
    const entries = [...clients.map(({ site, text, count }) => ({ site, text: `${text} (${number(count)})` })), ...sites.map(({ site, text }) => ({ site, text }))];
    return <section class="difference" aria-label="Effect of the added events">
        <p class="summary" role="status">{summary}</p>
        <ul>{entries.slice(0, maxEntries).map(({ site, text }) => <li><button type="button" class="row-button" onClick={() => preview.select(site)}>{text}</button></li>)}</ul>
        {entries.length > maxEntries && <p>and {number(entries.length - maxEntries)} more</p>}
    </section>;
}
