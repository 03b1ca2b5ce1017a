import type { VNode } from 'preact';
import type { SiteFigure } from '../layers/layer.js';
import type { PlacedBox } from '../layout/layout.js';
import type { SceneSite } from '../scene/scene.js';
import { clientsPart, codePart, titlePart } from './cell.js';
import { FigureSignShape, FigureValue, figureWidth, fitFigure, noteIn, ShareBar } from './figure-value.js';
import { KindShape } from './shapes.js';
import { TextLine, widthOf } from './text-line.js';

interface LayerCellProps {
    readonly site: SceneSite;
    readonly box: PlacedBox;
    readonly figure: SiteFigure;
}

/** A site without children in a layer: its code and, as far as there is room, its figure, its name and what the figure is about. */
export function LayerCell(props: LayerCellProps): VNode {
    switch (props.box.level) {
        case 'full':
        case 'card': return <Card {...props} />;
        case 'row': return <Line {...props} codeSize={13} hasTitle />;
        case 'tile': return <Tile {...props} />;
        case 'line': return <Line {...props} codeSize={13} hasTitle={false} />;
        case 'code': return <Line {...props} codeSize={12} hasTitle={false} />;
        case 'mark': return <Mark {...props} />;
    }
}

function Card({ site, box: { width, height }, figure }: LayerCellProps): VNode {
    const middle = (figure.share === undefined ? height : height - 7) / 2;
    return <>
        <KindShape kind={site.kind} x={17} y={middle - 9} size={14} />
        <TextLine x={28} y={middle - 3.5} width={width - 37} parts={[codePart(site, 15), titlePart(site, 13)]} right={clientsPart(site, 13)} />
        <TextLine x={9} y={middle + 13.5} width={width - 24 - figureWidth(figure)} parts={[noteIn(figure, width - 24 - figureWidth(figure))]} />
        <FigureValue {...figure} right={width - 9} y={middle + 9.5} />
        {figure.share !== undefined && <ShareBar share={figure.share} x={9} y={height - 9} width={width - 18} />}
    </>;
}

/** In one line. The figure gives way to the code, and the kind of the site to the figure. */
function Line({ site, box: { width, height }, figure, codeSize, hasTitle }: LayerCellProps & { readonly codeSize: 12 | 13; readonly hasTitle: boolean }): VNode {
    const code = codePart(site, codeSize);
    const side = width < 84 ? 5 : 9;
    const needed = widthOf(code) + figureWidth(figure) + 4;
    const hasFigure = figure.value !== '' && needed <= width - 2 * side;
    const hasKind = (hasFigure ? needed : widthOf(code)) + 17 <= width - 2 * side;
    const left = side + (hasKind ? 17 : 0);
    return <>
        {hasKind && <KindShape kind={site.kind} x={side + 6} y={height / 2} size={12} />}
        <TextLine x={left} y={height / 2 + 4.5} width={width - left - side - (hasFigure ? figureWidth(figure) + 4 : 0)} parts={[code, ...hasTitle ? [titlePart(site, 12)] : []]} />
        {hasFigure && <FigureValue {...figure} right={width - side} y={height / 2} />}
    </>;
}

/** In three short lines: the code, the name and the figure. */
function Tile({ site, box: { width, height }, figure }: LayerCellProps): VNode {
    const side = 5;
    const bottom = figure.share === undefined ? height : height - 7;
    const gap = Math.min((bottom - 48) / 4 + 14.5, 17);
    const first = (bottom - 2 * gap) / 2 + 4.5;
    const room = width - 2 * side;
    const figured = fitFigure(figure, room);
    const value = figureWidth(figured);
    return <>
        <KindShape kind={site.kind} x={side + 6} y={first - 5} size={12} />
        <TextLine x={side + 16} y={first} width={room - 16} parts={[codePart(site, 14)]} />
        <TextLine x={side} y={first + gap} width={room} parts={[titlePart(site, 12)]} />
        {widthOf({ text: figure.note, size: 11 }) + value + (value > 0 ? 6 : 0) <= room && <text class="size-11 quiet" x={side} y={first + 2 * gap}>{figure.note}</text>}
        <FigureValue {...figured} right={width - side} y={first + 2 * gap - 4.3} />
        {figure.share !== undefined && <ShareBar share={figure.share} x={side} y={height - 8} width={room} />}
    </>;
}

function Mark({ site, box: { width, height }, figure: { sign } }: LayerCellProps): VNode {
    return sign ? <FigureSignShape sign={sign} x={width / 2} y={height / 2} /> : <KindShape kind={site.kind} x={width / 2} y={height / 2} size={12} />;
}
