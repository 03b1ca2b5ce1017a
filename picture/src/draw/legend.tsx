import type { VNode } from 'preact';
import type { Layout } from '../layout/layout.js';
import type { Layer } from '../layers/layer.js';
import { boldWidth, textWidth } from '../layout/text-width.js';
import { severities } from '../scene/problems.js';
import { type Scene, type ServerMark, type SiteMark } from '../scene/scene.js';
import { SeveritySign } from './badges.js';
import { FigureSignShape } from './figure-value.js';
import { lineKindOf, type LineKind, lineStyles } from './line-styles.js';
import { MarkSign, serverMarks } from './server-row.js';
import { KindShape } from './shapes.js';
import { hasUpdatePoint } from './site-item.js';
import { MarkBadge, siteMarks } from './site-mark.js';
import { Line } from './connections.js';
import type { Condition } from '../scene/site-state.js';
import { conditionMeanings, ConditionSign, conditionWords, StoppedSign } from './state-signs.js';

interface Entry {
    readonly text: string;
    /** The text in a narrow legend, if it is shorter there. */
    readonly short?: string;
    /** The width of its sign. */
    readonly sign: number;
    /** Draws the sign with its left edge at x = 0 and its middle at y = 0. */
    draw(): VNode;
}

const updatePoints = [{ isOwn: true, text: 'has a software update point', short: 'own update point' }, { isOwn: false, text: 'has none: clients scan above', short: 'scans above' }] as const;
const updatePointEntry = ({ isOwn, text, short }: typeof updatePoints[number]): Entry => ({ text, short, sign: 20, draw: () => <rect class={isOwn ? 'box box-own' : 'box box-none'} x="0.5" y="-6.5" width="19" height="13" rx="3" /> });
const kinds = ['central', 'primary', 'secondary', undefined] as const;

/** The signs of a run: all of them, because a legend that changed with the time would move the picture. */
const stateEntries: readonly Entry[] = [
    ...(Object.keys(conditionMeanings) as Condition[]).map(condition => ({ text: conditionMeanings[condition], short: conditionWords[condition], sign: 14, draw: () => <ConditionSign condition={condition} x={7} y={0} /> })),
    { text: 'server or link is down', short: 'down', sign: 14, draw: () => <StoppedSign x={7} y={0} /> }
];

/** The caption of a layer and its signs. */
function layerEntries({ caption, legend }: Layer): readonly Entry[] {
    return [{ text: '', sign: boldWidth(caption, 12.5) - gap, draw: () => <text class="size-12 strong" y="4">{caption}</text> }, ...legend.map(entry => ({
        text: entry.text, sign: 'sign' in entry ? 16 : 22, draw: () => 'sign' in entry ? <FigureSignShape sign={entry.sign} x={8} y={0} /> : <rect class={`box${entry.heat > 0 ? ` heat-${entry.heat}` : ' box-own'}`} x="1" y="-6.5" width="20" height="13" rx="3" />
    }))];
}

/** The entries for the signs that the picture contains. */
function entriesOf(scene: Scene, layout: Layout, arrow: string, hasStates: boolean, layer: Layer | undefined): readonly Entry[] {
    const shown = new Set(layout.boxes.map(({ site }) => site));
    const sites = scene.sites.filter(({ id }) => shown.has(id));
    const lines = new Set<LineKind>(sites.filter(site => site.parent !== undefined).map(site => lineKindOf(site.supply)));
    if (layout.feeds.length > 0) {
        lines.add('feed');
    }
    const marks = new Set(layout.level === 'full' ? sites.flatMap(site => site.servers.flatMap(server => server.marks)) : []);
    const found = new Set(sites.flatMap(site => site.problems.map(problem => problem.severity)));
    if (layer) {
        // The layer explains itself: everything else is as in the picture without it.
        return [...layerEntries(layer), ...updatePoints.filter(({ isOwn }) => !isOwn && sites.some(site => !hasUpdatePoint(site))).map(updatePointEntry)];
    }
    return [
        ...hasStates ? stateEntries : [],
        // The picture of a run has the same shapes and lines as that of the plan, which explains them.
        ...hasStates ? [] : kinds.filter(kind => sites.some(site => site.kind === kind)).map(kind => ({ text: kind ?? 'unknown kind', sign: 16, draw: () => <KindShape kind={kind} x={8} y={0} /> })),
        ...updatePoints.filter(({ isOwn }) => !(hasStates && isOwn) && sites.some(site => hasUpdatePoint(site) === isOwn)).map(updatePointEntry),
        ...(Object.keys(lineStyles) as LineKind[]).filter(kind => !hasStates && lines.has(kind)).map(kind => ({
            text: lineStyles[kind].meaning, sign: 20, draw: () => <Line kind={kind} path="M0 0L20 0" arrow={arrow} />
        })),
        ...(Object.keys(serverMarks) as ServerMark[]).filter(mark => marks.has(mark)).map(mark => ({
            text: serverMarks[mark].meaning, sign: 14, draw: () => <MarkSign mark={mark} x={0} y={0} />
        })),
        ...(Object.keys(siteMarks) as SiteMark['kind'][]).filter(kind => sites.some(({ mark }) => mark?.kind === kind)).map(kind => ({ text: siteMarks[kind].meaning, ...kind === 'consequence' ? { short: 'follows' } : {}, sign: 18, draw: () => <MarkBadge kind={kind} x={9} y={0} /> })),
        ...!hasStates && sites.some(({ link }) => link?.window !== undefined) ? [{ text: 'link open at certain hours', short: 'link hours', sign: 12, draw: () => <text class="size-12 quiet" y="4">◷</text> }] : [],
        ...sites.some(({ unknowns }) => unknowns.length > 0) ? [{ text: 'site with unknown values', sign: 8, draw: () => <text class="size-13 strong quiet" y="4.5">?</text> }] : [],
        ...severities.filter(severity => found.has(severity)).map(severity => ({ text: severity, sign: 14, draw: () => <SeveritySign severity={severity} x={7} y={0} /> }))
    ];
}

const gap = 6;
const between = 18;
const rowHeight = 24;

/** A legend that does not fit into one row uses shorter texts below this width. */
const narrow = 700;

/** A legend with its layout. */
export interface PlacedLegend {
    readonly height: number;
    draw(): VNode;
}

export interface LegendOptions {
    /** For a picture of a run. */
    readonly hasStates?: boolean;
    readonly layer?: Layer | undefined;
}

/** Lays out the legend of a picture in rows of at most `width`, aligned to the left. */
export function placeLegend(scene: Scene, layout: Layout, width: number, arrow: string, { hasStates = false, layer }: LegendOptions = {}): PlacedLegend {
    const entries = entriesOf(scene, layout, arrow, hasStates, layer);
    const legend = inRows(entries, width);
    return width < narrow && legend.height > rowHeight ? inRows(entries.map(entry => ({ ...entry, text: entry.short ?? entry.text })), width) : legend;
}

function inRows(entries: readonly Entry[], width: number): PlacedLegend {
    let x = 0;
    let row = 0;
    const placed = entries.map(entry => {
        const own = entry.sign + gap + textWidth(entry.text, 11.5);
        if (x > 0 && x + own > width) {
            x = 0;
            row++;
        }
        const entryAt = { entry, x, y: row * rowHeight + rowHeight / 2 };
        x += own + between;
        return entryAt;
    });
    return {
        height: placed.length === 0 ? 0 : (row + 1) * rowHeight,
        draw: () => <g aria-label="Legend" role="group">
            {placed.map(({ entry, x: left, y }) => <g transform={`translate(${Math.round(left)} ${y})`}>
                {entry.draw()}
                <text class="legend-text" x={entry.sign + gap} y="4">{entry.text}</text>
            </g>)}
        </g>
    };
}
