import { useSignal } from '@preact/signals';
import { errorMessage } from '@sup/model';
import type { LogLine, LogPage, PlayedRun } from '@sup/protocol/preview';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Preview } from '../state/preview.js';
import { momentText } from './wording.js';

/** Lines on a page. */
const pageLength = 200;
const empty: LogPage = { total: 0, from: 0, lines: [] };

/** Everything that happens in the run, line by line, to be searched. A line leads to its moment and its part. */
export function Log({ preview, run }: { readonly preview: Preview; readonly run: PlayedRun }): VNode {
    const { channel, playing, selectedSite } = preview;
    const text = useSignal('');
    const isTroubleOnly = useSignal(false);
    const isSiteOnly = useSignal(false);
    const page = useSignal(empty);
    const problem = useSignal<string | undefined>(undefined);
    const list = useRef<HTMLOListElement>(null);
    const site = isSiteOnly.value ? selectedSite.value?.id : undefined;
    const ask = (from: { readonly line: number } | { readonly minute: number }): void => {
        channel.ask({ kind: 'log', run: run.run, text: text.value, site, isTroubleOnly: isTroubleOnly.value, from, count: pageLength }).answer.then(answer => {
            page.value = answer ?? empty;
            problem.value = answer ? undefined : 'The log of this run is no longer kept; play it again.';
            list.current?.scrollTo({ top: 0 });
        }, (error: unknown) => (problem.value = errorMessage(error)));
    };
    useEffect(() => ask({ line: 0 }), [run.run, text.value, site, isTroubleOnly.value]);
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
            <label><input type="checkbox" checked={isTroubleOnly} onChange={event => (isTroubleOnly.value = event.currentTarget.checked)} /> only trouble</label>
            <label><input type="checkbox" checked={isSiteOnly} onChange={event => (isSiteOnly.value = event.currentTarget.checked)} /> only the selected site</label>
            <button type="button" class="small" onClick={() => ask({ minute: Math.floor(playing.time.value) })}>From This Moment</button>
            <span class="log-range">{total === 0 ? 'nothing' : `${from + 1}–${from + lines.length} of ${total.toLocaleString('en')}`}</span>
            <button type="button" class="small" disabled={from === 0} onClick={() => ask({ line: Math.max(from - pageLength, 0) })}>Earlier</button>
            <button type="button" class="small" disabled={from + lines.length >= total} onClick={() => ask({ line: from + pageLength })}>Later</button>
        </div>
        {problem.value !== undefined && <p class="bad-text" role="alert">{problem.value}</p>}
        <ol ref={list} class="log-lines" onKeyDown={walk}>
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

/** From line to line by the arrow keys. */
function walk(event: KeyboardEvent): void {
    const item = event.target instanceof Element ? event.target.closest('li') : null;
    const next = { ArrowDown: item?.nextElementSibling, ArrowUp: item?.previousElementSibling }[event.key];
    if (next) {
        event.preventDefault();
        next.querySelector('button')?.focus();
    }
}
