import { clientsAt, durationText, outagesAt, siteMoment } from '@sup/playback';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';
import { activityWords, clientWords, momentText } from './wording.js';

/** The state of the selected part at the current time of the run. */
export function MomentFacts({ preview, part }: { readonly preview: Preview; readonly part: string }): VNode | null {
    const { playing, selectedSite, isTimeOpen } = preview;
    const recording = playing.recording.value;
    if (!recording || !isTimeOpen.value) {
        return null;
    }
    const time = Math.floor(playing.time.value);
    const site = recording.sites.find(({ id }) => id === selectedSite.value?.id);
    const outages = outagesAt(recording, time).filter(outage => outage.part === part || outage.part === site?.id || outage.part === undefined && !site);
    const facts = [...outages.map(({ text, from }) => ['Down', `${text}, since ${momentText(from)}`] as const), ...site ? factsAt(recording, site, time) : []];
    return facts.length === 0 ? null : <section aria-label="At this moment">
        <h3>At {momentText(time)}</h3>
        <dl class="facts">{facts.map(([name, value]) => value === '' ? null : <><dt>{name}</dt><dd>{value}</dd></>)}</dl>
    </section>;
}

type Recording = Parameters<typeof siteMoment>[0];

function factsAt(recording: Recording, site: Recording['sites'][number], time: number): readonly (readonly [string, string])[] {
    const { activity, since, until, failure, version, newest, console: shown, catalogAge, drift, working } = siteMoment(recording, site, time);
    const verification = (Math.floor(time / recording.verifyInterval) + 1) * recording.verifyInterval;
    return [
        ['Activity', site.synchronizes ? `${activityWords[activity]}${activity === 'idle' ? '' : `, since ${momentText(since)}`}` : ''],
        ['Failed because', failure ?? ''],
        ['Next attempt', activity === 'failed' && until !== undefined ? momentText(until) : ''],
        ['Catalog', !site.synchronizes ? '' : version === 0 ? 'never synchronized, so no client can use it yet' : `content version ${version}${version < newest ? ` (newest: ${newest})` : ''}`],
        ['Synchronized', catalogAge === undefined ? '' : `${durationText(catalogAge)} ago`],
        ['Console shows', shown > 0 && shown !== version ? `content version ${shown}` : ''],
        ['Changed in WSUS', drift.length > 0 ? `${drift.join(', ')}; WSUS Configuration Manager checks at ${momentText(verification)}` : ''],
        ['Working', working.map(component => componentNames[component]).join(', ')],
        ['Clients', clientWords(clientsAt(recording, site.id, time)) || 'all have scanned for the latest updates']
    ];
}

const componentNames = { SMS_WSUS_SYNC_MANAGER: 'Synchronization Manager', SMS_WSUS_CONFIGURATION_MANAGER: 'WSUS Configuration Manager', SMS_WSUS_CONTROL_MANAGER: 'WSUS Control Manager' } as const;
