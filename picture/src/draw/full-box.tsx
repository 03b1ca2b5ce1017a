import type { VNode } from 'preact';
import { type BoxRow, type FactIcon, rowsOf } from '../layout/box-rows.js';
import type { PlacedBox } from '../layout/layout.js';
import { truncateToWidth } from '../layout/text-width.js';
import type { SceneSite } from '../scene/scene.js';
import { Badges } from './badges.js';
import { ServerRow } from './server-row.js';
import { KindShape } from './shapes.js';

/** Line drawings of 12 by 12 pixels. */
const icons: Readonly<Record<FactIcon, string>> = {
    site: 'M1.5 2.5h9M1.5 6h9M1.5 9.5h5.5',
    clients: 'M1.5 2h9v6.5h-9zM4 10.5h4',
    link: 'M3.5 10.5v-9M1.5 3.5l2-2 2 2M8.5 1.5v9M6.5 8.5l2 2 2-2',
    window: 'M1 6A5 5 0 1 1 11 6A5 5 0 1 1 1 6M6 3v3l2 1.5',
    supply: 'M6 1.5v6.5M3.2 5.5L6 8.3l2.8-2.8M1.5 10.5h9',
    scan: 'M6 8.5v-7M3.2 4.3L6 1.5l2.8 2.8M1.5 10.5h9',
    nothing: 'M1.5 6A4.5 4.5 0 1 1 10.5 6A4.5 4.5 0 1 1 1.5 6M3 9L9 3',
    apart: 'M6 1.5l5 9h-10zM6 5v2.5M6 9v.2'
};

const side = 12;

/** A site with all its details. */
export function FullBox({ site, box }: { readonly site: SceneSite; readonly box: PlacedBox }): VNode {
    const inner = box.width - 2 * side;
    return <>
        {rowsOf(site, box.hidden).rows.map(row => <g transform={`translate(${side} ${row.y})`}><Row row={row} site={site} width={inner} /></g>)}
    </>;
}

function Row({ row, site, width }: { readonly row: BoxRow; readonly site: SceneSite; readonly width: number }): VNode {
    switch (row.kind) {
        case 'head': return <>
            <KindShape kind={site.kind} x={8} y={11} />
            <text class="code" x="23" y="16.5">{truncateToWidth(site.code, 16, width / 2)}</text>
            <Badges problems={site.problems} right={width} y={11} />
        </>;
        case 'title': return <text class="title" y="12">{truncateToWidth(row.text, 13, width)}</text>;
        case 'fact': return <>
            <path class="icon" d={icons[row.icon]} transform="translate(0 1)" />
            <text class="fact" x="19" y="11">{truncateToWidth(row.text, 11.5, width - 19)}</text>
        </>;
        case 'rule': return <line class="rule" x2={width} y1="4.5" y2="4.5" />;
        case 'perimeter': return <>
            <rect class="outside" x="-6" y="6.5" width={width + 12} height={row.height - 4} rx="5" />
            <text class="fact" y="23">{row.text}</text>
        </>;
        case 'server': return <ServerRow server={row.server} x={0} y={9} width={width} />;
        case 'note': return <text class="note" x="20" y="10">{truncateToWidth(row.text, 10.5, width - 20)}</text>;
        case 'hidden': return <>
            <path class="soft" d={`M${-side + 0.5} 2H${width + side - 0.5}V19Q${width + side - 0.5} 25.5 ${width + side - 6.5} 25.5H${-side + 6.5}Q${-side + 0.5} 25.5 ${-side + 0.5} 19Z`} />
            <text class="hidden-text" x={width / 2} y="18" text-anchor="middle">{row.text}</text>
        </>;
    }
}
