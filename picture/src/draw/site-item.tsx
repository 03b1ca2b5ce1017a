import { counted } from '@sup/model';
import type { VNode } from 'preact';
import type { PlacedBox } from '../layout/layout.js';
import type { BranchSum } from '../scene/branch-sums.js';
import type { SceneSite } from '../scene/scene.js';
import { Band } from './band.js';
import { CornerBadge } from './badges.js';
import { Card, Code, Line, Mark, Row, Tile } from './cell.js';
import { FullBox } from './full-box.js';
import { Head } from './head.js';
import { MarkedSite, markLines } from './site-mark.js';

export interface SiteItemProps {
    readonly site: SceneSite;
    readonly box: PlacedBox;
    /** The sum of the branch of the site. */
    readonly sum: BranchSum;
    /** Whether the Tab key moves the focus here; undefined in a picture that does not handle keys. */
    readonly isCurrent: boolean | undefined;
    /** Undefined in a picture without selection. */
    readonly isSelected: boolean | undefined;
}

/** A site as an item of the tree. Everything drawn in it is also in its description or in a tooltip. */
export function SiteItem({ site, box, sum, isCurrent, isSelected }: SiteItemProps): VNode {
    const { width, height, hidden, level } = box;
    const sentence = sentenceOf(site, sum);
    return <g
        role="treeitem" class={site.mark?.kind === 'removed' ? 'gone' : undefined} aria-label={sentence} aria-level={site.level} aria-posinset={box.position} aria-setsize={box.siblings}
        aria-selected={isSelected} aria-expanded={site.children.length === 0 ? undefined : hidden === undefined} tabindex={isCurrent === undefined ? undefined : isCurrent ? 0 : -1}
        data-part={site.id} transform={`translate(${box.x} ${box.y})`}
    >
        <title>{sentence}</title>
        {hidden && <rect class="behind" x="3.5" y="3.5" width={width - 1} height={height - 1} rx="6" />}
        <rect class={hasUpdatePoint(site) ? 'box box-own' : 'box box-none'} x="0.5" y="0.5" width={width - 1} height={height - 1} rx="6" />
        <Content site={site} box={box} sum={sum} />
        {level !== 'full' && <CornerBadge problems={site.problems} x={width - 6} y={3} />}
        {site.mark && <MarkedSite mark={site.mark} box={box} />}
    </g>;
}

/** Whether clients can scan at a software update point of the site itself. */
export function hasUpdatePoint({ supply }: SceneSite): boolean {
    return supply.kind !== 'scans-at-parent' && supply.kind !== 'nothing';
}

/** Lines about the differences of a site that a screen reader reads out. */
const maxSpokenLines = 3;

/** The description of a site, with the sum of its branch, and with its differences in a comparison. */
function sentenceOf({ sentence, mark }: SceneSite, { sites, clients }: BranchSum): string {
    const described = sites > 1 ? `${sentence}, ${counted(clients, 'client')} in ${counted(sites, 'site')} of its branch` : sentence;
    return mark ? `${described}, ${markLines(mark, maxSpokenLines).join('; ')}` : described;
}

function Content({ site, box, sum }: Pick<SiteItemProps, 'site' | 'box' | 'sum'>): VNode {
    if (box.level !== 'full' && box.role !== 'cell') {
        return box.role === 'band' ? <Band site={site} box={box} /> : <Head site={site} box={box} sum={sum} />;
    }
    switch (box.level) {
        case 'full': return <FullBox site={site} box={box} />;
        case 'card': return <Card site={site} box={box} />;
        case 'row': return <Row site={site} box={box} />;
        case 'tile': return <Tile site={site} box={box} />;
        case 'line': return <Line site={site} box={box} />;
        case 'code': return <Code site={site} box={box} />;
        case 'mark': return <Mark site={site} box={box} />;
    }
}
