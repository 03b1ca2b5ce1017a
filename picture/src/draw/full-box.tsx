import type { VNode } from 'preact';
import { type BoxRow, columnsOf, rowsOf } from '../layout/box-rows.js';
import type { SiteFigure } from '../layers/layer.js';
import type { PlacedBox } from '../layout/layout.js';
import { truncateToWidth } from '../layout/text-width.js';
import type { SceneSite, SiteMark } from '../scene/scene.js';
import { Badges } from './badges.js';
import { unknownPart } from './cell.js';
import { ChangedRow } from './changed-site.js';
import { FigureValue } from './figure-value.js';
import { Icon } from './icons.js';
import { ServerRow } from './server-row.js';
import { KindShape } from './shapes.js';

const side = 12;

/** A site with all its details; `mark` if it differs in a comparison, `figure` in a layer. */
export function FullBox({ site, mark, figure, box }: { readonly site: SceneSite; readonly mark: SiteMark | undefined; readonly figure: SiteFigure | undefined; readonly box: PlacedBox }): VNode {
    const columns = columnsOf(box);
    const column = box.width / columns;
    return <>
        {rowsOf(site, box.hidden, columns > 1).rows.map(row => <g transform={`translate(${side + row.column * column} ${row.y})`}>{mark && (row.kind === 'head' || row.kind === 'title') ? <ChangedRow kind={row.kind} site={site} mark={mark} width={column - 2 * side} /> : <Row row={row} site={site} figure={figure} width={column - 2 * side} />}</g>)}
    </>;
}

function Row({ row, site, figure, width }: { readonly row: BoxRow; readonly site: SceneSite; readonly figure: SiteFigure | undefined; readonly width: number }): VNode {
    switch (row.kind) {
        case 'head': return <>
            <KindShape kind={site.kind} x={8} y={11} />
            <text class="code size-16" x="23" y="16.5">{truncateToWidth(site.code, 16, width / 2)}{unknownPart(site).map(({ text, size }) => <tspan class={`size-${size} strong quiet`} dx="5">{text}</tspan>)}</text>
            {figure ? <FigureValue {...figure} right={width} y={11} /> : <Badges problems={site.problems} right={width} y={11} />}
        </>;
        case 'title': return <text class="size-13" y="12">{truncateToWidth(row.text, 13, width)}</text>;
        case 'fact': return <>
            <Icon icon={row.icon} x={0} y={1} />
            <text class="fact" x="19" y="11">{truncateToWidth(row.text, 11.5, width - 19)}</text>
        </>;
        case 'rule': return <line class="rule" x2={width} y1="4.5" y2="4.5" />;
        case 'perimeter': return <>
            <rect class="outside" x="-6" y="6.5" width={width + 12} height={row.height - 4} rx="5" />
            <text class="fact" y="23">{row.text}</text>
        </>;
        case 'server': return <ServerRow server={row.server} x={0} y={9} width={width} />;
        case 'note': return <text class="note" x="20" y="10">{truncateToWidth(row.text, 11, width - 20)}</text>;
        case 'hidden': return <text class="hidden-text" x={width / 2} y="15" text-anchor="middle">{row.text}</text>;
    }
}
