import { useSignal } from '@preact/signals';
import { errorMessage, number } from '@sup/model';
import type { LogLine, LogPage, LogParams, PlayedRun } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { RequestHandle } from '../channel.js';
import type { Preview } from '../state/preview.js';
import { momentText } from './wording.js';

/** In lines. */
const pageLength = 200;
const emptyPage: LogPage = { total: 0, from: 0, lines: [] };

/** The searchable log of the run. Pressing a line goes to its time and selects its part. */
export function Log({ preview, run }: { readonly preview: Preview; readonly run: PlayedRun }): VNode {
    const { channel, playing, selectedSite } = preview;
    const text = useSignal('');
    const omitsInformation = useSignal(false);
    const isSiteOnly = useSignal(false);
    const page = useSignal(emptyPage);
    const failure = useSignal<string | undefined>(undefined);
    const list = useRef<HTMLOListElement>(null);
    const request = useRef<RequestHandle<LogPage>>(undefined);
    const site = isSiteOnly.value ? selectedSite.value?.id : undefined;
    /** Requests a page. A request supersedes the one before, which is cancelled: its response must not replace the newer page. */
    const load = (from: LogParams['from']): void => {
        request.current?.cancel();
        const current = channel.request({ kind: 'log', run: run.run, text: text.value, site, omitsInformation: omitsInformation.value, from, count: pageLength });
        request.current = current;
        current.response.then(response => {
            page.value = response ?? emptyPage;
            failure.value = response ? undefined : 'The log of this run is no longer available. Play the run again to see it.';
            list.current?.scrollTo({ top: 0 });
        }, (error: unknown) => {
            if (request.current === current) {
                failure.value = errorMessage(error);
            }
        });
    };
    useEffect(() => {
        load({ line: 0 });
        return () => {
            request.current?.cancel();
            request.current = undefined;
        };
    }, [run.run, text.value, site, omitsInformation.value]);
    const show = ({ at, part }: LogLine): void => {
        playing.time.value = at;
        if (part !== undefined) {
            preview.select(part);
        }
    };
    const { total, from, lines } = page.value;
    return <section class="log" aria-label="Log">
        <div class="log-head">
            <input type="search" placeholder="Search the log" aria-label="Search the log" value={text} onInput={event => (text.value = event.currentTarget.value)} />
            <label><input type="checkbox" checked={omitsInformation} onChange={event => (omitsInformation.value = event.currentTarget.checked)} /> Warnings and errors only</label>
            <label><input type="checkbox" checked={isSiteOnly} onChange={event => (isSiteOnly.value = event.currentTarget.checked)} /> Selected site only</label>
            <button type="button" class="small" onClick={() => load({ minute: Math.floor(playing.time.value) })}>Go to Current Time</button>
            <span class="log-pages">
                <span class="log-range">{total === 0 ? 'No entries' : `${number(from + 1)}–${number(from + lines.length)} of ${number(total)}`}</span>
                <button type="button" class="small" disabled={from === 0} onClick={() => load({ line: Math.max(from - pageLength, 0) })}>Earlier</button>
                <button type="button" class="small" disabled={from + lines.length >= total} onClick={() => load({ line: from + pageLength })}>Later</button>
            </span>
        </div>
        {failure.value !== undefined && <p class="bad-text" role="alert">{failure.value}</p>}
        <ol ref={list} class="log-lines" onKeyDown={moveFocus}>
            {lines.map(line => <li key={`${from}${line.at}${line.text}`}>
                <button type="button" class={`log-line log-${line.severity}`} onClick={() => show(line)}>
                    <span class="log-time">{momentText(line.at)}</span><span class="log-site">{line.site ?? ''}</span>
                    <span class="log-sign">{{ information: '', warning: '!', error: '✕' }[line.severity]}</span>
                    <span class="log-text">{line.text} <span class="log-component">{line.component}{line.status === undefined ? '' : ` ${line.status}`}</span></span>
                </button>
            </li>)}
        </ol>
    </section>;
}

/** Moves the focus from line to line with the arrow keys. */
function moveFocus(event: KeyboardEvent): void {
    const item = event.target instanceof Element ? event.target.closest('li') : null;
    const next = { ArrowDown: item?.nextElementSibling, ArrowUp: item?.previousElementSibling }[event.key];
    if (next) {
        event.preventDefault();
        next.querySelector('button')?.focus();
    }
}
