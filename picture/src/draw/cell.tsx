import { number } from '@sup/model';
import type { VNode } from 'preact';
import type { PlacedBox } from '../layout/layout.js';
import { clientCount } from '../scene/branch-sums.js';
import type { SceneSite } from '../scene/scene.js';
import { supplyText } from '../scene/supply.js';
import { Icon } from './icons.js';
import { KindShape } from './shapes.js';
import { supplyIcon } from '../layout/box-rows.js';
import { TextLine, type TextPart, widthOf } from './text-line.js';
import type { TypeSize } from './stylesheet.js';

interface CellProps {
    readonly site: SceneSite;
    readonly box: PlacedBox;
}

/** A site with its code, name and clients, and below them where its updates come from. */
export function Card({ site, box: { width, height } }: CellProps): VNode {
    const middle = height / 2;
    return <>
        <KindShape kind={site.kind} x={17} y={middle - 9} size={14} />
        <TextLine x={28} y={middle - 3.5} width={width - 37} parts={[codePart(site, 15), ...unknownPart(site), titlePart(site, 13)]} right={clientsPart(site, 13)} />
        <Icon icon={supplyIcon(site.supply)} x={9} y={middle + 3.5} />
        <TextLine x={23} y={middle + 13.5} width={width - 31} parts={[{ text: shortSupply(site), size: 11, isQuiet: true }]} right={linkPart(site)} leastFirst={80} />
    </>;
}

/** A site in a single line with its name. */
export function Row({ site, box: { width, height } }: CellProps): VNode {
    return <>
        <KindShape kind={site.kind} x={16} y={height / 2} size={13} />
        <TextLine x={27} y={height / 2 + 4.5} width={width - 36} parts={[codePart(site, 13), ...unknownPart(site), titlePart(site, 12)]} right={clientsPart(site, 12)} />
    </>;
}

/** A site in up to three short lines. */
export function Tile({ site, box: { width, height } }: CellProps): VNode {
    const below = [titlePart(site, 12), linkPart(site) ?? { text: '', size: 11 } as const].filter(({ text }) => text !== '');
    const gap = Math.min((height - 48) / 4 + 14.5, 17);
    const first = (height - below.length * gap) / 2 + 4.5;
    const side = 6;
    const room = width - 2 * side - 14;
    const clients = clientsPart(site, 12);
    const code = codePart(site, widthOf(codePart(site, 14)) + 5 + widthOf(clients) <= room ? 14 : 13);
    return <>
        <KindShape kind={site.kind} x={side + 6} y={first - 5} size={12} />
        <TextLine x={side + 14} y={first} width={room} parts={[code]} right={clients} />
        {below.map((part, i) => <TextLine x={side} y={first + (i + 1) * gap} width={width - 2 * side} parts={[part]} />)}
    </>;
}

/** A site with its code and its clients. */
export function Line({ site, box: { width, height } }: CellProps): VNode {
    return <>
        <KindShape kind={site.kind} x={14} y={height / 2} size={12} />
        <TextLine x={24} y={height / 2 + 4.5} width={width - 30} parts={[codePart(site, 13)]} right={clientsPart(site, 12)} />
    </>;
}

/** A site with its code. Its clients take the place of its sign if there is room for them. */
export function Code({ site, box: { width, height } }: CellProps): VNode {
    const code = codePart(site, 12);
    const clients = clientsPart(site, 12);
    const hasClients = width >= 62 && width - 12 >= widthOf(code) + 6 + widthOf(clients);
    return <>
        {!hasClients && <KindShape kind={site.kind} x={11} y={height / 2} size={12} />}
        <TextLine x={hasClients ? 6 : 19} y={height / 2 + 4.3} width={width - (hasClients ? 12 : 22)} parts={[code]} right={hasClients ? clients : undefined} />
    </>;
}

/** A site as the sign of its kind. */
export function Mark({ site, box: { width, height } }: CellProps): VNode {
    return <KindShape kind={site.kind} x={width / 2} y={height / 2} size={12} />;
}

export const codePart = ({ code }: SceneSite, size: TypeSize): TextPart => ({ text: code, size, isCode: true });
export const titlePart = ({ title }: SceneSite, size: TypeSize): TextPart => ({ text: title ?? '', size });
export const clientsPart = (site: SceneSite, size: TypeSize): TextPart => ({ text: number(clientCount(site)), size });

/** Says that values of a site are unknown. */
export const unknownPart = ({ unknowns }: SceneSite): readonly TextPart[] => unknowns.length > 0 ? [{ text: '?', size: 13, isStrong: true }] : [];

/** The speed of a link, with a clock if the link is open at certain hours only. */
export function linkPart({ link }: SceneSite): TextPart | undefined {
    const speed = link?.speed?.split(',')[0] ?? '';
    const text = [speed, link?.window === undefined ? '' : '◷'].filter(Boolean).join(' ');
    return text === '' ? undefined : { text, size: 11, isQuiet: true };
}

/** Where updates come from, without what the icon says. */
export function shortSupply({ supply }: SceneSite): string {
    return supply.kind === 'scans-at-parent' ? `scans at ${supply.server}` : supplyText(supply).replace(/^synchronizes /, '');
}
