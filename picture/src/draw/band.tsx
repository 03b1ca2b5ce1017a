import { counted, number } from '@sup/model';
import type { VNode } from 'preact';
import { hiddenText } from '../layout/box-rows.js';
import type { PlacedBox } from '../layout/layout.js';
import { microsoftUpdate, type SceneSite } from '../scene/scene.js';
import { clientsText } from '../scene/sentence.js';
import { type SiteState, worstOf } from '../scene/site-state.js';
import { codePart, colorOf, shortSupply, titlePart, unknownPart } from './cell.js';
import { KindShape } from './shapes.js';
import { ConditionSign, conditionText, StoppedSign } from './state-signs.js';
import { TextLine, type TextPart, widthOf } from './text-line.js';

/** The least width for the servers and the supply beside the name. */
const wideWidth = 420;

/** The top of the tree: its own clients, its servers, and where its updates come from. */
export function Band({ site, box: { width, height, hidden }, state }: { readonly site: SceneSite; readonly box: PlacedBox; readonly state: SiteState | undefined }): VNode {
    const supply: TextPart = { text: shortSupply(site), size: 12, isQuiet: true };
    const servers = serversText(site);
    const isWide = width >= wideWidth;
    const start = 42;
    const end = width - 14;
    const supplyStart = isWide ? end - widthOf(supply) : end;
    const y = height / 2 + 4.5;
    const names = [codePart(site, 18), ...state ? [] : unknownPart(site), titlePart(site, 13)].filter(({ text }) => text !== '');
    const figures = figureParts(site, hidden && hiddenText(hidden), state);
    const left = [...names, ...figures];
    const namesWidth = names.reduce((sum, part) => sum + widthOf(part) + 5, 0);
    const signX = start + namesWidth + 10;
    const sign = state ? state.isStopped ? 'stopped' : worstOf(state.own) : undefined;
    // Half of the width at most, so that the clients stay in sight.
    const room = Math.max(Math.min(supplyStart - 16 - 14 - left.reduce((sum, part) => sum + widthOf(part) + 5, state ? 46 : 26), width / 2), 0);
    const shown = isWide ? servers.find(text => widthOf({ text, size: 12 }) <= room) ?? '' : '';
    const serversPart: TextPart = { text: shown, size: 12, isQuiet: true };
    const serversStart = supplyStart - (shown === '' ? 0 : widthOf(serversPart) + 16);
    return <>
        <KindShape kind={site.kind} x={24} y={height / 2} size={20} />
        {sign === 'stopped' ? <StoppedSign x={signX} y={height / 2} /> : sign && <ConditionSign condition={sign} x={signX} y={height / 2} />}
        {sign ? <>
            <TextLine x={start} y={y + 1} width={serversStart - 16 - start} parts={names} />
            <TextLine x={signX + 11} y={y + 1} width={serversStart - 16 - signX - 11} parts={figures} />
        </> : <TextLine x={start} y={y + 1} width={serversStart - 16 - start} parts={left} />}
        {shown !== '' && <text class="size-12 quiet" x={serversStart} y={y}>{shown}</text>}
        {isWide && <text class="size-12 quiet" x={end} y={y} text-anchor="end" data-part={site.supply.kind === 'microsoft-update' ? microsoftUpdate : undefined}>{supply.text}</text>}
    </>;
}

function figureParts(site: SceneSite, hidden: string | undefined, state: SiteState | undefined): readonly TextPart[] {
    if (state) {
        return [{ text: conditionText(state.own, 'own clients'), size: 13, ...colorOf(state.own) }, ...hidden === undefined ? [] : [{ text: conditionText(state.branch), size: 13, ...colorOf(state.branch) } as const]];
    }
    const { intranet, internet, isIncomplete } = site.clients;
    return isIncomplete ? [{ text: clientsText(site.clients), size: 13, isQuiet: true }, ...hidden === undefined ? [] : [{ text: hidden, size: 13, isStrong: true } as const]] : [
        ...intranet > 0 || internet === 0 ? [{ text: number(intranet), size: 13, isStrong: true } as const, { text: intranet === 1 ? 'client' : 'clients', size: 13, isQuiet: true } as const] : [],
        ...internet > 0 ? [{ text: `${intranet > 0 ? '+ ' : ''}${number(internet)}`, size: 13, isStrong: true } as const, { text: intranet > 0 ? 'Internet' : `${internet === 1 ? 'client' : 'clients'} on the Internet`, size: 13, isQuiet: true } as const] : [],
        ...hidden === undefined ? [] : [{ text: hidden, size: 13, isStrong: true } as const]
    ];
}

/** The servers that clients use, in descriptions from long to short. */
function serversText({ servers }: SceneSite): readonly string[] {
    const nodes = servers.filter(({ marks }) => marks.includes('node')).map(({ name }) => name);
    const active = servers.filter(({ marks }) => marks.includes('active'));
    const describe = (hasNodes: boolean): string => active.map(({ name, marks }) => hasNodes && marks.includes('cluster') && nodes.length > 0 ? `${name}, cluster of ${nodes.join(', ')}` : name).join(', ');
    const internet = servers.filter(({ marks }) => marks.includes('internet') && !marks.includes('active')).map(({ name }) => name);
    const forInternet = internet.length === 0 ? '' : `${internet.join(', ')} for the Internet`;
    const texts = [[describe(true), forInternet], [describe(false), forInternet], [describe(false)]].map(parts => parts.filter(Boolean).join('  ·  '));
    return [...texts, active.length > 1 ? counted(active.length, 'server') : ''].filter(Boolean);
}
