import { counted } from '@sup/model';
import type { VNode } from 'preact';
import type { SiteFigure } from '../layers/layer.js';
import type { PlacedBox } from '../layout/layout.js';
import type { BranchSum } from '../scene/branch-sums.js';
import type { SceneSite } from '../scene/scene.js';
import { type SiteState, worstOf } from '../scene/site-state.js';
import type { ChangeCounts } from '../scene/changed-sites.js';
import { Band } from './band.js';
import { CornerBadge } from './badges.js';
import { Card, Code, Line, Mark, Row, Tile } from './cell.js';
import { ChangedSite } from './changed-site.js';
import { FullBox } from './full-box.js';
import { Head } from './head.js';
import { LayerCell } from './layer-cell.js';
import { LayerBand, LayerHead } from './layer-head.js';
import { MarkedSite, markLines } from './site-mark.js';
import { stateSentence } from './state-signs.js';

export interface SiteItemProps {
    readonly site: SceneSite;
    readonly box: PlacedBox;
    /** The sum of the branch of the site. */
    readonly sum: BranchSum;
    /** In a picture of a run. */
    readonly state?: SiteState | undefined;
    /** The sites that differ below it, in a comparison. */
    readonly changes?: ChangeCounts | undefined;
    /** In a picture with a layer. */
    readonly figure?: SiteFigure | undefined;
    /** The id of the hatching of its picture. */
    readonly hatch: string;
    /** Whether the Tab key moves the focus here; undefined in a picture that does not handle keys. */
    readonly isCurrent: boolean | undefined;
    /** Undefined in a picture without selection. */
    readonly isSelected: boolean | undefined;
}

/** A site as an item of the tree. Everything drawn in it is also in its description or in a tooltip. */
export function SiteItem({ site, box, sum, state, changes, figure, hatch, isCurrent, isSelected }: SiteItemProps): VNode {
    const { width, height, hidden, level } = box;
    const sentence = sentenceOf(site, sum, state, figure);
    const mark = isMarked(site, box, changes) ? site.mark : undefined;
    const condition = state && worstOf(box.role === 'head' || hidden ? state.branch : state.own);
    return <g
        role="treeitem" class={changes && !site.mark ? 'as-before' : figure?.heat ? 'on-heat' : undefined} aria-label={sentence} aria-level={site.level} aria-posinset={box.position} aria-setsize={box.siblings}
        aria-selected={isSelected} aria-expanded={site.children.length === 0 ? undefined : hidden === undefined} tabindex={isCurrent === undefined ? undefined : isCurrent ? 0 : -1}
        data-part={site.id} transform={`translate(${box.x} ${box.y})`}
    >
        <title>{sentence}</title>
        {hidden && <rect class="behind" x="3.5" y="3.5" width={width - 1} height={height - 1} rx="6" />}
        <rect class={`box ${hasUpdatePoint(site) ? 'box-own' : 'box-none'}${condition === 'fail' || condition === 'behind' ? ` box-${condition}` : ''}${mark ? ` box-${mark.kind}` : ''}${figure?.heat ? ` heat-${figure.heat}` : ''}`} x="0.5" y="0.5" width={width - 1} height={height - 1} rx="6" />
        {mark && box.role === 'cell' && level !== 'full' && level !== 'mark' ? <ChangedSite site={site} mark={mark} box={box} /> : <Content site={site} box={box} sum={sum} state={state} changes={changes} figure={figure} hatch={hatch} />}
        {level !== 'full' && !changes && !figure && <CornerBadge problems={site.problems} x={width - 6} y={3} />}
        {site.mark && <MarkedSite mark={site.mark} box={box} hasSign={mark === undefined || (level === 'full' ? !changes : box.role !== 'cell' || level === 'mark')} />}
    </g>;
}

/** Whether a site is drawn as one that differs. Sites shown in an earlier version are only marked, as they have no differences. */
function isMarked({ mark }: SceneSite, { role }: PlacedBox, changes: ChangeCounts | undefined): boolean {
    return mark !== undefined && mark.kind !== 'kept' && (role === 'cell' || changes !== undefined);
}

/** Whether clients can scan at a software update point of the site itself. */
export function hasUpdatePoint({ supply }: SceneSite): boolean {
    return supply.kind !== 'scans-at-parent' && supply.kind !== 'nothing';
}

/** Lines about the differences of a site that a screen reader reads out. */
const maxSpokenLines = 3;

/** The description of a site, with the sum of its branch, and with its differences in a comparison. */
function sentenceOf({ sentence, mark }: SceneSite, { sites, clients }: BranchSum, state: SiteState | undefined, figure: SiteFigure | undefined): string {
    const stated = state ? stateSentence(state) : '';
    const whole = sites > 1 ? `${sentence}, ${counted(clients, 'client')} in ${counted(sites, 'site')} of its branch` : sentence;
    const described = [whole, stated, figure?.sentence].filter(Boolean).join(', ');
    return mark ? `${described}, ${markLines(mark, maxSpokenLines).join('; ')}` : described;
}

function Content({ site, box, sum, state, changes, figure, hatch }: Pick<SiteItemProps, 'site' | 'box' | 'sum' | 'state' | 'changes' | 'figure' | 'hatch'>): VNode {
    if (figure && box.level !== 'full') {
        return box.role === 'band' ? <LayerBand site={site} box={box} figure={figure} /> : box.role === 'head' ? <LayerHead site={site} box={box} figure={figure} /> : <LayerCell site={site} box={box} figure={figure} />;
    }
    if (box.level !== 'full' && box.role !== 'cell') {
        return box.role === 'band' ? <Band site={site} box={box} state={state} /> : <Head site={site} box={box} sum={sum} state={state} changes={changes} hatch={hatch} />;
    }
    switch (box.level) {
        case 'full': return <FullBox site={site} mark={changes && isMarked(site, box, changes) ? site.mark : undefined} figure={figure} box={box} />;
        case 'card': return <Card site={site} box={box} state={state} />;
        case 'row': return <Row site={site} box={box} state={state} />;
        case 'tile': return <Tile site={site} box={box} state={state} />;
        case 'line': return <Line site={site} box={box} state={state} />;
        case 'code': return <Code site={site} box={box} state={state} />;
        case 'mark': return <Mark site={site} box={box} state={state} />;
    }
}
