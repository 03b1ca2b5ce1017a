import { number } from '@sup/model';
import { ComplianceCurve } from '@sup/picture';
import type { PlayedRun } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';
import { ComplianceTable } from './compliance-table.js';

/** Limits the list of effects. */
const maxEntries = 200;

/** The figures behind the headline: each affected site and group of clients, and how long an update takes to the last client. */
export function Figures({ preview, run: { recording, difference } }: { readonly preview: Preview; readonly run: PlayedRun }): VNode {
    const entries = difference ? [...difference.groups, ...difference.sites] : [];
    const [bound, ...details] = recording.headline;
    return <section class="figures" aria-label="Figures">
        {difference && <>
            <h2>Effect of the events</h2>
            {entries.length === 0 && <p>Every site gets its updates and every client scans as usual.</p>}
            <ul>{entries.slice(0, maxEntries).map(({ site, text }) => <li><button type="button" class="row-button" onClick={() => preview.select(site)}>{text}</button></li>)}</ul>
            {entries.length > maxEntries && <p>and {number(entries.length - maxEntries)} more</p>}
        </>}
        <h2>Time to the last client</h2>
        <p>{bound}</p>
        <ul class="bullets">{details.map(sentence => <li>{sentence}</li>)}</ul>
        <ComplianceCurve points={recording.compliance.curve} />
        <ComplianceTable preview={preview} compliance={recording.compliance} />
    </section>;
}
