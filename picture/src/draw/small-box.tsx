import type { VNode } from 'preact';
import { hiddenText } from '../layout/box-rows.js';
import type { PlacedBox } from '../layout/layout.js';
import { truncateToWidth } from '../layout/text-width.js';
import type { SceneSite } from '../scene/scene.js';
import { SeveritySign, highestSeverity } from './badges.js';
import { KindShape } from './shapes.js';

interface SmallBoxProps {
    readonly site: SceneSite;
    readonly box: PlacedBox;
}

/** A site reduced to its kind, its code and its highest severity, scaled to the box. */
export function CodeBox({ site, box }: SmallBoxProps): VNode {
    const unit = Math.min(box.width / 96, box.height / (box.hidden ? 50 : 32));
    const worst = highestSeverity(site.problems);
    return <g transform={`translate(${(box.width - 96 * unit) / 2} ${(box.height - (box.hidden ? 50 : 32) * unit) / 2})${unit === 1 ? '' : ` scale(${Number(unit.toFixed(3))})`}`}>
        <KindShape kind={site.kind} x={18} y={16} />
        <text class="code" x="32" y="21.5">{truncateToWidth(site.code, 16, worst ? 42 : 60)}</text>
        {worst && <SeveritySign severity={worst} x={82} y={16} scale={0.85} />}
        {box.hidden && <text class="note" x="48" y="42" text-anchor="middle">{truncateToWidth(hiddenText({ ...box.hidden, problems: 0 }), 10.5, 90)}</text>}
    </g>;
}

/** A site reduced to its kind and its highest severity. */
export function Dot({ site, box }: SmallBoxProps): VNode {
    const scale = Math.min(box.width, box.height) / 16;
    const worst = highestSeverity(site.problems);
    return <>
        <KindShape kind={site.kind} x={box.width / 2} y={box.height / 2} scale={scale} />
        {worst && <SeveritySign severity={worst} x={box.width / 2 + 7 * scale} y={box.height / 2 - 6 * scale} scale={0.6 * scale} />}
    </>;
}
