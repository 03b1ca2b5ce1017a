import type { Mark } from '@sup/playback';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';
import { type Axis, xOf } from './axis.js';
import { momentText } from './wording.js';

/** So many marks are drawn; a scenario with more has them one upon the other. */
const most = 300;

/** Each kind has a sign of its own, besides its colour. */
const markSigns: Readonly<Record<Mark['kind'], string>> = { event: '▼', refused: '⊘', held: '✓', broken: '✕', untested: '?' };

/** What the scenario does, and where its expectations were judged: each leads to its moment and its part. */
export function Marks({ marks, axis, preview }: { readonly marks: readonly Mark[]; readonly axis: Axis; readonly preview: Preview }): VNode {
    return <>{marks.filter(({ at }) => at >= axis.from && at <= axis.to).slice(0, most).map(({ at, kind, text, part }) => {
        const label = `${momentText(at)}: ${text}`;
        const show = (event: Event): void => {
            event.stopPropagation();
            preview.playing.time.value = at;
            if (part !== undefined) {
                preview.select(part);
            }
        };
        return <button type="button" class={`mark-button mark-${kind}`} style={{ left: `${Math.min(xOf(axis, at), axis.width - 12)}px` }} title={label} aria-label={label} onPointerDown={event => event.stopPropagation()} onClick={show}>{markSigns[kind]}</button>;
    })}</>;
}
