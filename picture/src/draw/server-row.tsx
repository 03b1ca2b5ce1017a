import { counted } from '@sup/model';
import type { VNode } from 'preact';
import { truncateToWidth, textWidth } from '../layout/text-width.js';
import type { SceneServer, ServerMark } from '../scene/scene.js';

/** The letter of each role. The marks of roles that clients use are filled. */
export const serverMarks: Readonly<Record<ServerMark, { readonly letter: string; readonly meaning: string; readonly isUsed: boolean }>> = {
    active: { letter: 'A', meaning: 'active software update point', isUsed: true },
    internet: { letter: 'I', meaning: 'Internet-based software update point', isUsed: true },
    inactive: { letter: '–', meaning: 'software update point, not active', isUsed: false },
    uncertain: { letter: '?', meaning: 'software update point, state unknown', isUsed: false },
    cluster: { letter: 'C', meaning: 'cluster', isUsed: false },
    node: { letter: 'N', meaning: 'node of a cluster', isUsed: false },
    'site-server': { letter: 'S', meaning: 'site server', isUsed: false }
};

/** The mark of a role; `y` is its vertical center. */
export function MarkSign({ mark, x, y }: { readonly mark: ServerMark; readonly x: number; readonly y: number }): VNode {
    const { letter, isUsed } = serverMarks[mark];
    return <>
        <rect class={isUsed ? 'mark mark-used' : 'mark'} x={x + 0.5} y={y - 6.5} width="13" height="13" rx="3" />
        <text class={isUsed ? 'mark-text mark-used-text' : 'mark-text'} x={x + 7} y={y + 3.3}>{letter}</text>
    </>;
}

const markWidth = 17;
const gap = 8;

/** A server with its roles, its name and its WSUS; `y` is the vertical center of the row. */
export function ServerRow({ server, x, y, width }: { readonly server: SceneServer; readonly x: number; readonly y: number; readonly width: number }): VNode {
    const { name, marks, wsus, note, problems, isUncertain } = server;
    const from = x + marks.length * markWidth + (marks.length > 0 ? 3 : 0);
    const wsusWidth = wsus === undefined ? 0 : textWidth(wsus, 11) + gap;
    const sentence = [name, ...marks.map(mark => serverMarks[mark].meaning), wsus, note, isUncertain ? 'with unknown values' : undefined, problems > 0 ? counted(problems, 'problem') : undefined];
    return <g data-part={server.id}>
        <rect class="row" x={x - 4} y={y - 9.5} width={width + 8} height="19" rx="3" />
        <title>{sentence.filter(Boolean).join(', ')}</title>
        {marks.map((mark, i) => <MarkSign mark={mark} x={x + i * markWidth} y={y} />)}
        <text class={isUncertain ? 'server server-uncertain' : 'server'} x={from} y={y + 4}>{truncateToWidth(name, 11.5, x + width - from - wsusWidth)}</text>
        {wsus !== undefined && <text class="wsus" x={x + width} y={y + 4} text-anchor="end">{wsus}</text>}
    </g>;
}
