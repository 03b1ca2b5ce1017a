import { durationText, number } from '@sup/model';
import type { ComplianceDeadline, ComplianceRecording } from '@sup/playback';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

/** When which share of the clients of each site has scanned for an update, and the share that has by the deadlines of the scenario. */
export function ComplianceTable({ preview, compliance: { sites, otherSites, deadlines } }: { readonly preview: Preview; readonly compliance: ComplianceRecording }): VNode | null {
    return sites.length === 0 ? null : <>
        <table class="compliance-table">
            <caption>Clients that have scanned for an update, after its publication at the worst moment{sites.length > 1 && ': the slowest site first'}</caption>
            <thead><tr>
                <th scope="col">Site</th><th scope="col">Clients</th><th scope="col">50%</th><th scope="col">90%</th><th scope="col">99%</th><th scope="col">All</th>
                {deadlines.map(deadline => <th scope="col">{headingText(deadline)}</th>)}
            </tr></thead>
            <tbody>{sites.map(({ site, code, clients, by, byDeadline }) => <tr>
                <th scope="row"><button type="button" class="row-button" onClick={() => preview.select(site)}>{code}</button></th>
                <td>{number(clients)}</td>
                {by.map(minutes => <td>{minutes === null ? 'never' : durationText(minutes)}</td>)}
                {byDeadline.map((share, i) => share === null ? <td /> : <DeadlineCell share={share} deadline={deadlines[i]!} />)}
            </tr>)}</tbody>
        </table>
        {otherSites > 0 && <p>and {number(otherSites)} more</p>}
    </>;
}

const headingText = ({ share, minutes }: ComplianceDeadline): string => `By ${durationText(minutes)} (${percentText(share)})`;

function DeadlineCell({ share, deadline }: { readonly share: number; readonly deadline: ComplianceDeadline }): VNode {
    const isMet = share >= deadline.share - 1e-9;
    return <td class={isMet ? 'deadline-met' : 'deadline-missed'}>{isMet ? '\u2713' : '\u2717'} {percentText(share)}</td>;
}

/** Rounded down, so that nearly all clients are not all of them; to tenths, as far as these matter. */
const percentText = (share: number): string => `${Math.floor(share * 1000 + 1e-6) / 10}%`;
