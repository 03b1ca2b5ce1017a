import type { Mark, Recording } from '@sup/playback';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';
import { type Axis, xOf } from './axis.js';
import { momentText } from './wording.js';

/** Limits the marks that are drawn; more would overlap anyway. */
const maxMarks = 300;

/** Signs distinguish the kinds without relying on color. */
const markSigns: Readonly<Record<Mark['kind'], string>> = { event: '▼', refused: '⊘', held: '✓', broken: '✕', untested: '?' };

/** The events of the scenario that are not outages, and the verdicts of its expectations. Pressing a mark goes to its time and selects its part. */
export function Marks({ marks, axis, preview }: { readonly marks: readonly Mark[]; readonly axis: Axis; readonly preview: Preview }): VNode {
    return <>{marks.filter(({ at }) => at >= axis.from && at <= axis.to).slice(0, maxMarks).map(({ at, kind, text, part }) => {
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

/** The marks without the starts and ends of outages, which are bars. */
export function marksOf({ marks, outages }: Recording): readonly Mark[] {
    const isBar = ({ at, kind, part }: Mark): boolean => kind === 'event' && outages.some(outage => outage.part === part && (outage.from === at || outage.to === at));
    return marks.filter(mark => !isBar(mark));
}
