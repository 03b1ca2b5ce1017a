import { counted, number } from '@sup/model';
import type { VNode } from 'preact';
import type { PlacedBox } from '../layout/layout.js';
import type { BranchSum } from '../scene/branch-sums.js';
import type { ChangeCounts } from '../scene/changed-sites.js';
import type { SceneSite, SiteMark } from '../scene/scene.js';
import { siteMarks } from './site-mark.js';
import { countOf, type SiteState, worstOf } from '../scene/site-state.js';
import { clientsPart, codePart, colorOf, linkPart, shortSupply, titlePart, unknownPart } from './cell.js';
import { Icon } from './icons.js';
import { KindShape } from './shapes.js';
import { supplyIcon } from '../layout/box-rows.js';
import { ConditionBar, ConditionSign, conditionText, StoppedSign } from './state-signs.js';
import { TextLine, type TextPart, widthOf } from './text-line.js';

interface HeadProps {
    readonly site: SceneSite;
    readonly box: PlacedBox;
    readonly sum: BranchSum;
    readonly state: SiteState | undefined;
    /** The sites that differ below it, in a comparison. */
    readonly changes: ChangeCounts | undefined;
    /** The id of the hatching of its picture. */
    readonly hatch: string;
}

/** From this width on, a head has its clients and its supply too. */
export const wideWidth = 160;

/** The room for the button that expands a collapsed branch. */
export const expandButton = 16;

/** The top of a branch: its site, and the sum of everything below. */
export function Head({ site, box, sum, state, changes, hatch }: HeadProps): VNode {
    const { width, height } = box;
    const isWide = width >= wideWidth;
    const side = isWide ? 9 : 7;
    const [first, second, third] = [height * 0.29, height * 0.55, height * 0.82];
    const inner = width - 2 * side;
    const sumWidth = inner - (box.hidden ? expandButton : 0);
    const stopped = state?.isStopped ? 18 : 0;
    // In a very narrow head, the code takes the place of the sign of the kind.
    const hasKind = widthOf(codePart(site, 13)) <= inner - 22 - stopped;
    const start = hasKind ? 22 : 0;
    const code = codeIn(site, inner - start - stopped);
    if (state) {
        const title = isWide ? titlePart(site, 13) : { text: '', size: 13 } as const;
        const hasWord = isWide && inner - 22 - downWidth >= widthOf(codePart(site, 16)) + widthOf(title) + 5;
        return <>
            {hasKind && <KindShape kind={site.kind} x={side + 8} y={first - 1} />}
            <TextLine x={side + start} y={first + 4.5} width={inner - start - (state.isStopped ? hasWord ? downWidth : stopped : 0)} parts={[code, title]} />
            {state.isStopped && <Stopped right={width - side} y={first - 1} hasWord={hasWord} />}
            <ConditionBar conditions={state.branch} x={side} y={second - 2} width={inner} hatch={hatch} />
            <BranchState state={state} isWide={isWide} x={side} y={third} width={sumWidth} />
        </>;
    }
    return <>
        {hasKind && <KindShape kind={site.kind} x={side + 8} y={first - 1} />}
        <TextLine x={side + start} y={first + 4.5} width={inner - start} parts={[code, ...isWide ? [...unknownPart(site), titlePart(site, 13)] : []]} right={isWide && !changes ? clientsPart(site, 13) : undefined} />
        {isWide && <Icon icon={supplyIcon(site.supply)} x={side + 2} y={second - 6} />}
        {isWide
            ? <TextLine x={side + 19} y={second + 4} width={inner - 19} parts={[{ text: activeServer(site) ?? shortSupply(site), size: 11, isQuiet: true }]} right={linkPart(site)} leastFirst={60} />
            : <TextLine x={side} y={second + 4} width={inner} parts={[titlePart(site, 12)]} />}
        <TextLine x={side} y={third + 4} width={sumWidth} parts={changes ? changeParts(changes, isWide, site.mark) : sumParts(sum, box, isWide)} />
    </>;
}

/** The worst condition of a branch. Where the number has no room beside the sign, an unusual condition keeps the sign, which the bar measures. */
function BranchState({ state, isWide, x, y, width }: { readonly state: SiteState; readonly isWide: boolean; readonly x: number; readonly y: number; readonly width: number }): VNode {
    const part = { ...branchPart(state, isWide), isWhole: !isWide };
    const condition = worstOf(state.branch);
    const hasSign = isWide || widthOf(part) <= width - 17 || condition === 'fail' || condition === 'behind';
    return <>
        {hasSign && <ConditionSign condition={condition} x={x + 7} y={y} />}
        <TextLine x={x + (hasSign ? 17 : 0)} y={y + 4} width={width - (hasSign ? 17 : 0)} parts={[part]} />
    </>;
}

/** The code in the largest type that a width has room for. */
export function codeIn(site: SceneSite, width: number): TextPart {
    return ([16, 14, 13] as const).map(size => codePart(site, size)).find(part => widthOf(part) <= width) ?? codePart(site, 12);
}

const downPart: TextPart = { text: 'down', size: 12, isStrong: true };

/** The width of the sign and the word for a site that is down, with the space before them. */
const downWidth = widthOf(downPart) + 24;

function Stopped({ right, y, hasWord }: { readonly right: number; readonly y: number; readonly hasWord: boolean }): VNode {
    return <>
        <StoppedSign x={hasWord ? right - downWidth + 12 : right - 8} y={y} />
        {hasWord && <text class="size-12 strong text-fail" x={right} y={y + 4.5} text-anchor="end">{downPart.text}</text>}
    </>;
}

function branchPart({ branch }: SiteState, isWide: boolean): TextPart {
    const text = !isWide ? number(countOf(branch)) : worstOf(branch) === 'ok' ? `all ${number(branch.clients)} can scan` : conditionText(branch);
    return { text, size: 12, ...colorOf(branch) };
}

/** The server that clients of the site use. */
const activeServer = ({ servers }: SceneSite): string | undefined => servers.find(({ marks }) => marks.includes('active'))?.name;

/**
 * The sites of a branch that differ, by kind, and the number of the others. If only the top of the branch differs, its own difference has
 * the place: without it, a marked site would seem to be as before.
 */
function changeParts({ kinds, same, sameText }: ChangeCounts, isWide: boolean, own: SiteMark | undefined): readonly TextPart[] {
    const [first, ...others] = (Object.keys(siteMarks) as SiteMark['kind'][]).filter(kind => kinds.has(kind));
    const before: TextPart = { text: isWide && first !== undefined && same > 0 ? `${number(same)} ${sameText}` : sameText, size: 12, isQuiet: true, isWhole: true };
    const part = (kind: SiteMark['kind'], isNamed: boolean): TextPart => ({ text: `${siteMarks[kind].sign}${number(kinds.get(kind)!)}${isNamed && isWide ? ` ${kind === 'consequence' ? 'follow' : siteMarks[kind].meaning}` : ''}`, size: 12, isStrong: true, mark: kind });
    if (first === undefined && own) {
        const { sign, meaning } = siteMarks[own.kind];
        return [{ text: isWide ? own.summary ?? meaning : `${sign} ${own.kind === 'consequence' ? 'follows' : meaning}`, size: 12, isStrong: true, mark: own.kind }];
    }
    return first === undefined ? [before] : [part(first, true), ...others.map(kind => part(kind, false)), ...same > 0 && isWide ? [before] : []];
}

/** The clients and sites of a branch; where it is collapsed, how many sites it hides. */
function sumParts({ clients, sites }: BranchSum, { hidden }: PlacedBox, isWide: boolean): readonly TextPart[] {
    const count: TextPart = { text: number(clients), size: 12, isStrong: true, isWhole: true };
    if (hidden) {
        return [{ text: `+${isWide ? counted(hidden.sites, 'site') : number(hidden.sites)}`, size: 12, isStrong: true }, { text: isWide ? counted(clients, 'client') : number(clients), size: 12, isQuiet: true, isWhole: true }];
    }
    return [count, { text: isWide ? `${clients === 1 ? 'client' : 'clients'} in ${counted(sites, 'site')}` : `in ${number(sites)}`, size: 12, isQuiet: true }];
}
