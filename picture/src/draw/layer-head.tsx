import type { VNode } from 'preact';
import type { SiteFigure } from '../layers/layer.js';
import { hiddenText } from '../layout/box-rows.js';
import type { PlacedBox } from '../layout/layout.js';
import type { SceneSite } from '../scene/scene.js';
import { clientsPart, codePart, titlePart } from './cell.js';
import { FigureValue, figureWidth, fitFigure, noteIn, ShareBar } from './figure-value.js';
import { codeIn, expandButton, wideWidth } from './head.js';
import { KindShape } from './shapes.js';
import { TextLine, type TextPart, widthOf } from './text-line.js';

interface LayerHeadProps {
    readonly site: SceneSite;
    readonly box: PlacedBox;
    readonly figure: SiteFigure;
}

/** The top of a branch in a layer: the figure of its site, and the sum of the branch. */
export function LayerHead({ site, box: { width, height, hidden }, figure }: LayerHeadProps): VNode {
    const isWide = width >= wideWidth;
    const side = isWide ? 9 : 7;
    const inner = width - 2 * side;
    const sumWidth = inner - (hidden ? expandButton : 0);
    const [first, second, third] = [height * 0.25, height * 0.52, height * 0.8];
    const figured = fitFigure(figure, inner);
    const value = figureWidth(figured);
    const branch: TextPart = { text: hidden ? hiddenText(hidden) : figure.branch, size: isWide ? 12 : 11 };
    // In a narrow head, the name takes the place of a sum that does not fit.
    const last = isWide || hidden || branch.text !== '' && widthOf(branch) <= sumWidth ? branch : titlePart(site, 12);
    return <>
        <KindShape kind={site.kind} x={side + 8} y={first} />
        <TextLine x={side + 22} y={first + 5} width={inner - 22} parts={[codeIn(site, inner - 22), ...isWide ? [titlePart(site, 13)] : []]} right={isWide ? clientsPart(site, 13) : undefined} />
        {isWide && <TextLine x={side} y={second + 4} width={inner - value - 6} parts={[noteIn(figure, inner - value - 6)]} />}
        <FigureValue {...figured} right={isWide ? width - side : side + value} y={second} />
        {figure.share !== undefined && <ShareBar share={figure.share} x={side} y={height * 0.64} width={inner} />}
        <TextLine x={side} y={third + 6} width={sumWidth} parts={[last]} />
    </>;
}

/** The top of the tree in a layer. */
export function LayerBand({ site, box: { width, height, hidden }, figure }: LayerHeadProps): VNode {
    const y = height / 2;
    const end = width - 14;
    const value = figureWidth(figure);
    const note = { text: figure.note, size: 12, isQuiet: true } as const;
    const names = [codePart(site, 18), titlePart(site, 13), { ...clientsPart(site, 13), isStrong: true }, { text: 'clients', size: 13, isQuiet: true } as const, ...hidden ? [{ text: hiddenText(hidden), size: 13, isStrong: true } as const] : []];
    const namesWidth = names.reduce((sum, part) => sum + widthOf(part) + 5, 42);
    const bar = figure.share === undefined ? 0 : 100;
    const noteEnd = end - value - (value > 0 ? 8 : 0) - (bar > 0 ? bar + 10 : 0);
    const hasNote = noteEnd - widthOf(note) - 16 >= namesWidth;
    return <>
        <KindShape kind={site.kind} x={24} y={y} size={20} />
        <TextLine x={42} y={y + 4.5} width={(hasNote ? noteEnd - widthOf(note) : end - value) - 16 - 42} parts={names} />
        {hasNote && <text class="size-12 quiet" x={noteEnd} y={y + 4.3} text-anchor="end">{note.text}</text>}
        {hasNote && figure.share !== undefined && <ShareBar share={figure.share} x={end - value - 8 - bar} y={y - 2.5} width={bar} />}
        <FigureValue {...figure} right={end} y={y} />
    </>;
}
