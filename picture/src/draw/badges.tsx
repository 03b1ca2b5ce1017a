import { number } from '@sup/model';
import type { VNode } from 'preact';
import { textWidth } from '../layout/text-width.js';
import { severities } from '../scene/problems.js';
import type { ProblemSeverity, SceneProblem } from '../scene/scene.js';

/** Outlines in a square from -7 to 7, each with its sign. */
const signs: Readonly<Record<ProblemSeverity, { readonly outline: string; readonly sign: string; readonly y: number }>> = {
    error: { outline: 'M-2.9 -7H2.9L7 -2.9V2.9L2.9 7H-2.9L-7 2.9V-2.9Z', sign: '×', y: 3.5 },
    warning: { outline: 'M0 -7L7.5 6.5H-7.5Z', sign: '!', y: 5 },
    information: { outline: 'M-7 0A7 7 0 1 1 7 0A7 7 0 1 1 -7 0Z', sign: 'i', y: 3.8 },
    hint: { outline: 'M-7 -3H7V3H-7Z', sign: '…', y: 1.5 }
};

export function SeveritySign({ severity, x, y, scale = 1 }: { readonly severity: ProblemSeverity; readonly x: number; readonly y: number; readonly scale?: number }): VNode {
    const { outline, sign, y: baseline } = signs[severity];
    return <g transform={`translate(${x} ${y})${scale === 1 ? '' : ` scale(${Number(scale.toFixed(2))})`}`}>
        <path class={severity} d={outline} />
        <text class="letter letter-on" y={baseline}>{sign}</text>
    </g>;
}

const signWidth = 18;
const gap = 8;

/** The number of problems of each severity, aligned to the right. The tooltip lists the problems. */
export function Badges({ problems, right, y }: { readonly problems: readonly SceneProblem[]; readonly right: number; readonly y: number }): VNode | null {
    const counts = severities.map(severity => ({ severity, count: problems.filter(problem => problem.severity === severity).length })).filter(({ count }) => count > 0);
    if (counts.length === 0) {
        return null;
    }
    const widths = counts.map(({ count }) => signWidth + textWidth(number(count), 11.5) + gap);
    const start = right + gap - widths.reduce((sum, width) => sum + width, 0);
    let x = start;
    return <g data-problems={problems.length}>
        <title>{problemLines(problems)}</title>
        <rect class="row" x={start - 2} y={y - 12} width={right - start + 4} height="24" />
        {counts.map(({ severity, count }, i) => {
            const from = x;
            x += widths[i]!;
            return <>
                <SeveritySign severity={severity} x={from + 7} y={y} />
                <text class="count" x={from + signWidth} y={y + 4}>{number(count)}</text>
            </>;
        })}
    </g>;
}

/** The sign of the most severe problem, which comes first, on the corner of a box. The tooltip lists the problems. */
export function CornerBadge({ problems, x, y }: { readonly problems: readonly SceneProblem[]; readonly x: number; readonly y: number }): VNode | null {
    const [worst] = problems;
    return worst ? <g data-problems={problems.length}>
        <title>{problemLines(problems)}</title>
        <SeveritySign severity={worst.severity} x={x} y={y} scale={0.9} />
    </g> : null;
}

function problemLines(problems: readonly SceneProblem[]): string {
    return problems.map(({ severity, rule, message }) => `${severity}: ${message} (${rule})`).join('\n');
}
