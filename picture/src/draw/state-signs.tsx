import { counted, number } from '@sup/model';
import type { VNode } from 'preact';
import { type ClientConditions, type Condition, countOf, type SiteState, worstOf } from '../scene/site-state.js';

/** The meaning of each sign. Signs differ in shape, not only in color. */
export const conditionMeanings: Readonly<Record<Condition, string>> = {
    fail: 'cannot scan', behind: 'held back: new updates do not reach them', wait: 'waiting for their first scan', ok: 'can scan'
};

/** The same in a word or two. */
export const conditionWords: Readonly<Record<Condition, string>> = { fail: 'cannot scan', behind: 'held back', wait: 'waiting', ok: 'can scan' };

/** The sign of a condition, around a center. */
export function ConditionSign({ condition, x, y, size = 13 }: { readonly condition: Condition; readonly x: number; readonly y: number; readonly size?: number }): VNode {
    return <g transform={`translate(${x} ${y})${size === 14 ? '' : ` scale(${Number((size / 14).toFixed(3))})`}`} data-condition={condition}>{shapes[condition]}</g>;
}

const shapes: Readonly<Record<Condition, VNode>> = {
    fail: <><circle class="fill-fail" r="7" /><path class="stroke-on" d="M-2.8 -2.8L2.8 2.8M2.8 -2.8L-2.8 2.8" /></>,
    behind: <><path class="fill-behind" d="M0 -7L7.5 6.5H-7.5Z" /><path class="stroke-on" d="M0 -2.5V2M0 4.2V4.6" /></>,
    wait: <circle class="stroke-wait" r="5" />,
    ok: <path class="stroke-ok" d="M-5 0.5L-1.5 4L5 -4" />
};

/** The sign of a site with a server or link that is down. */
export function StoppedSign({ x, y }: { readonly x: number; readonly y: number }): VNode {
    return <g transform={`translate(${x} ${y})`} data-condition="stopped"><rect class="fill-fail" x="-7" y="-7" width="14" height="14" rx="2" /><rect class="fill-on" x="-3" y="-3" width="6" height="6" /></g>;
}

/** The state of clients in words: `260 cannot scan`, or `260 own clients cannot scan` if `of` is `own clients`. */
export function conditionText(conditions: ClientConditions, of?: string): string {
    const count = [number(countOf(conditions)), of].filter(Boolean).join(' ');
    return { fail: `${count} cannot scan`, behind: `${count} held back`, wait: `${count} waiting`, ok: count }[worstOf(conditions)];
}

/** The state of a site and its branch for screen readers. Empty if nothing is unusual. */
export function stateSentence({ own, branch, isStopped }: SiteState): string {
    const unusual = (conditions: ClientConditions, where: string): string => [
        conditions.cannotScan > 0 ? `${number(conditions.cannotScan)} of ${counted(conditions.clients, 'client')}${where} cannot scan` : '',
        conditions.heldBack > 0 ? `${number(conditions.heldBack)} of ${counted(conditions.clients, 'client')}${where} held back` : ''
    ].filter(Boolean).join(', ');
    return [isStopped ? 'down' : '', branch.clients === own.clients ? unusual(own, '') : unusual(branch, ' of its branch')].filter(Boolean).join(', ');
}

/** A bar of the clients of a branch: solid where they cannot scan, hatched where they are held back, empty for the rest. */
export function ConditionBar({ conditions: { clients, cannotScan, heldBack }, x, y, width, hatch }: { readonly conditions: ClientConditions; readonly x: number; readonly y: number; readonly width: number; readonly hatch: string }): VNode {
    const share = (count: number): number => clients === 0 ? 0 : Math.max(count / clients * width, count > 0 ? 3 : 0);
    const failing = share(cannotScan);
    return <g transform={`translate(${x} ${y})`}>
        <rect class="bar" width={width} height="8" rx="4" />
        {failing > 0 && <rect class="fill-fail" width={failing} height="8" rx="4" />}
        {heldBack > 0 && <rect x={failing} width={Math.min(share(heldBack), width - failing)} height="8" fill={`url(#${hatch})`} />}
    </g>;
}

/** The hatching of the bars of one picture. */
export function Hatch({ id }: { readonly id: string }): VNode {
    return <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="fill-behind" width="3" height="6" /></pattern>;
}
