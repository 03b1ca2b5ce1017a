import { number } from '@sup/model';
import type { VNode } from 'preact';
import type { PlacedBox } from '../layout/layout.js';
import { codeWithClientsWidth } from '../layout/levels.js';
import { clientsFigure } from '../scene/branch-sums.js';
import type { SceneSite } from '../scene/scene.js';
import { supplyText } from '../scene/supply.js';
import { type ClientConditions, countOf, type SiteState, worstOf } from '../scene/site-state.js';
import { Icon } from './icons.js';
import { KindShape } from './shapes.js';
import { supplyIcon } from '../layout/box-rows.js';
import { ConditionSign, conditionText, conditionWords, StoppedSign } from './state-signs.js';
import { TextLine, type TextPart, widthOf } from './text-line.js';
import type { TypeSize } from './stylesheet.js';

interface CellProps {
    readonly site: SceneSite;
    readonly box: PlacedBox;
    /** In a picture of a run. */
    readonly state: SiteState | undefined;
}

/** A site with its code, name and clients, and below them where its updates come from; in a run, how its clients are. */
export function Card({ site, box: { width, height }, state }: CellProps): VNode {
    const middle = height / 2;
    const below = middle + 13.5;
    return <>
        <KindShape kind={site.kind} x={17} y={middle - 9} size={14} />
        <TextLine x={28} y={middle - 3.5} width={width - 37 - (state?.isStopped ? 20 : 0)} parts={[codePart(site, 15), ...unknownPart(site), titlePart(site, 13)]} right={state ? undefined : clientsPart(site, 13)} />
        {state?.isStopped && <StoppedSign x={width - 16} y={middle - 9} />}
        {state ? <ConditionSign condition={worstOf(state.own)} x={17} y={below - 4} /> : <Icon icon={supplyIcon(site.supply)} x={9} y={middle + 3.5} />}
        {state
            ? <TextLine x={28} y={below} width={width - 37} parts={[conditionPart(site, state, 12)]} right={linkPart(site)} />
            : <TextLine x={23} y={below} width={width - 31} parts={[{ text: shortSupply(site), size: 11, isQuiet: true }]} right={linkPart(site)} leastFirst={80} />}
    </>;
}

/** About the longest words about clients. */
const longWords: TextPart = { text: '888 cannot scan', size: 12, isStrong: true };

/** A site in a single line with its name; in a run, with the state of its clients in words. */
export function Row({ site, box: { width, height }, state }: CellProps): VNode {
    const y = height / 2 + 4.5;
    const code = codePart(site, 13);
    const words = state ? conditionPart(site, state, 12) : clientsPart(site, 12);
    // The words give way to the code, and the sign of the kind to the words about something unusual: in all sites alike, whatever their numbers.
    const roomBeside = (text: TextPart): number => width - 17 - 18 - (state?.isStopped ? 18 : 0) - 4 - widthOf(code) - widthOf(text);
    const room = roomBeside(words);
    const hasKind = Math.min(room, roomBeside(longWords)) >= 18 || !isUnusual(state) || room < 0;
    const hasWords = room >= (hasKind ? 18 : 0);
    const left = hasKind ? 27 : 9;
    const right = state && !hasWords ? numberPart(site, state, 12) : words;
    const hasColor = right.condition !== undefined;
    const sign = state ? 18 : 0;
    return <>
        {hasKind && <KindShape kind={site.kind} x={16} y={height / 2} size={13} />}
        <TextLine x={left} y={y} width={width - 9 - left - sign - widthOf(right) - (state?.isStopped ? 18 : 0)} parts={[code, ...unknownPart(site), ...hasColor ? [] : [titlePart(site, 12)]]} />
        {state && <ConditionSign condition={worstOf(state.own)} x={width - 9 - widthOf(right) - 10} y={height / 2} />}
        {state?.isStopped && <StoppedSign x={width - 9 - widthOf(right) - 28} y={height / 2} />}
        <TextLine x={27} y={y} width={width - 36} parts={[]} right={right} />
    </>;
}

/** A site in up to three short lines. */
export function Tile({ site, box: { width, height }, state }: CellProps): VNode {
    const last = state ? { ...conditionPart(site, state, 11), text: isKnownIn(site, state.own) ? conditionWord(state) : '' } : linkPart(site) ?? { text: '', size: 11 } as const;
    const below = [titlePart(site, 12), last].filter(({ text }) => text !== '');
    const gap = Math.min((height - 48) / 4 + 14.5, 17);
    const first = (height - below.length * gap) / 2 + 4.5;
    const side = 5;
    const room = width - 2 * side - 13;
    const clients = state ? numberPart(site, state, 12) : clientsPart(site, 12);
    const code = codePart(site, widthOf(codePart(site, 14)) + 5 + widthOf(clients) <= room ? 14 : 13);
    return <>
        <Sign site={site} state={state} x={side + 6} y={first - 5} />
        <TextLine x={side + 13} y={first} width={room} parts={[code]} right={clients} />
        {below.map((part, i) => <TextLine x={side} y={first + (i + 1) * gap} width={width - 2 * side} parts={[part]} />)}
    </>;
}

/** A site with its code and its clients. */
export function Line({ site, box: { width, height }, state }: CellProps): VNode {
    const room = width - 22;
    const clients = state ? numberPart(site, state, 12) : clientsPart(site, 12);
    const code = codePart(site, widthOf(codePart(site, 13)) + 5 + widthOf(clients) <= room ? 13 : 12);
    return <>
        <Sign site={site} state={state} x={10.5} y={height / 2} />
        <TextLine x={18} y={height / 2 + 4.5} width={room} parts={[code]} right={clients} />
    </>;
}

/** A site with its code. Its clients take the place of its sign if there is room for them and nothing is unusual. */
export function Code({ site, box: { width, height }, state }: CellProps): VNode {
    const code = codePart(site, 12);
    const clients = clientsPart(site, 12);
    const hasClients = !isUnusual(state) && width >= codeWithClientsWidth && width - 12 >= widthOf(code) + 6 + widthOf(clients);
    return <>
        {!hasClients && <Sign site={site} state={state} x={11} y={height / 2} />}
        <TextLine x={hasClients ? 6 : 19} y={height / 2 + 4.3} width={width - (hasClients ? 12 : 22)} parts={[code]} right={hasClients ? clients : undefined} />
    </>;
}

/** The sign of the state where that is unusual, otherwise of the kind of the site. */
function Sign({ site, state, x, y }: { readonly site: SceneSite; readonly state: SiteState | undefined; readonly x: number; readonly y: number }): VNode {
    if (state?.isStopped) {
        return <StoppedSign x={x} y={y} />;
    }
    return state && isUnusual(state) ? <ConditionSign condition={worstOf(state.own)} x={x} y={y} /> : <KindShape kind={site.kind} x={x} y={y} size={12} />;
}

const isUnusual = (state: SiteState | undefined): boolean => state !== undefined && (state.isStopped || ['fail', 'behind'].includes(worstOf(state.own)));

const conditionPart = (site: SceneSite, { own }: SiteState, size: TypeSize): TextPart => ({ text: isKnownIn(site, own) ? conditionText(own) : clientsFigure(site), size, ...colorOf(own) });
const numberPart = (site: SceneSite, { own }: SiteState, size: TypeSize): TextPart => ({ text: isKnownIn(site, own) ? number(countOf(own)) : clientsFigure(site), size, ...colorOf(own) });

/** Whether the number of clients in the worst condition is known. Clients whose number the plan states as unknown are in no run, so all of a site are at least those in it. */
const isKnownIn = ({ clients }: SceneSite, own: ClientConditions): boolean => !clients.isIncomplete || worstOf(own) !== 'ok';

/** Bold and in the color of the condition, if it is unusual. */
export function colorOf(conditions: ClientConditions): Pick<TextPart, 'condition' | 'isStrong' | 'isQuiet'> {
    const condition = worstOf(conditions);
    return condition === 'fail' || condition === 'behind' ? { condition, isStrong: true } : { isQuiet: true };
}

const conditionWord = ({ own }: SiteState): string => conditionWords[worstOf(own)];

/** A site as the sign of its kind. */
export function Mark({ site, box: { width, height }, state }: CellProps): VNode {
    return <Sign site={site} state={state} x={width / 2} y={height / 2} />;
}

export const codePart = ({ code }: SceneSite, size: TypeSize): TextPart => ({ text: code, size, isCode: true });
export const titlePart = ({ title }: SceneSite, size: TypeSize): TextPart => ({ text: title ?? '', size });
export const clientsPart = (site: SceneSite, size: TypeSize): TextPart => ({ text: clientsFigure(site), size });

/** Marks a site with unknown values, in grey like the names of their servers. */
export const unknownPart = ({ unknowns }: SceneSite): readonly TextPart[] => unknowns.length > 0 ? [{ text: '?', size: 13, isStrong: true, isQuiet: true }] : [];

/** The speed of a link, with a clock if the link is open at certain hours only. */
export function linkPart({ link }: SceneSite): TextPart | undefined {
    const speed = link?.speed?.split(',')[0] ?? '';
    const text = [speed, link?.window === undefined ? '' : '◷'].filter(Boolean).join(' ');
    return text === '' ? undefined : { text, size: 11, isQuiet: true };
}

/** Where updates come from, without the verb, which the icon replaces. */
export function shortSupply({ supply }: SceneSite): string {
    return supply.kind === 'scans-at-parent' ? `scans at ${supply.server}` : supplyText(supply).replace(/^synchronizes /, '');
}
