import type { VNode } from 'preact';
import type { PlacedBox } from '../layout/layout.js';
import { boldWidth } from '../layout/text-width.js';
import { clientsText } from '../scene/sentence.js';
import type { SceneSite, SiteMark } from '../scene/scene.js';
import { KindShape } from './shapes.js';
import { siteMarks } from './site-mark.js';
import { TextLine, type TextPart, widthOf } from './text-line.js';

/** From this width on, a tag has a word, and a narrower one only its sign. */
const wordWidth = 125;
const tagHeight = 16;
const side = 8;

/** A site that differs: its code with a tag, its name, and what changes. The last lines are left out if they do not fit. */
export function ChangedSite({ site, mark, box: { width, height } }: { readonly site: SceneSite; readonly mark: SiteMark; readonly box: Pick<PlacedBox, 'width' | 'height'> }): VNode {
    const tag = tagText(mark, width >= wordWidth);
    const tagWidth = tagWidthOf(tag);
    const strike = mark.kind === 'removed' ? { isStruck: true } : {};
    const code: TextPart = { text: site.code, size: height >= 40 ? 15 : 13, isCode: true, ...strike };
    const hasShape = width >= tagWidth + widthOf(code) + 2 * side + 24;
    const left = side + (hasShape ? 20 : 0);
    const title: TextPart = { text: site.title ?? '', size: 12, ...strike };
    const change = changeIn(site, mark, width - 2 * side);
    const lines = height >= 52 ? [title, change] : height >= 38 ? [change] : [];
    const shown = lines.filter(({ text }) => text !== '');
    const step = Math.min((height - (height < 56 ? 22 : 20)) / Math.max(shown.length, 1), 18);
    const first = shown.length === 0 ? height / 2 : Math.min(height / 2, height < 56 ? 13 : 15);
    const isTagShown = width >= tagWidth + 2 * side + widthOf(code);
    return <>
        {hasShape && <KindShape kind={site.kind} x={side + 7} y={first} size={14} />}
        <TextLine x={left} y={first + 5} width={width - left - side - (isTagShown ? tagWidth + 4 : 0)} parts={[code, ...shown.length === 0 ? [title] : []]} />
        {isTagShown && <Tag kind={mark.kind} text={tag} right={width - 6} y={first} />}
        {shown.map((part, i) => <TextLine x={side} y={first + 5 + (i + 1) * step} width={width - 2 * side} parts={[part]} />)}
    </>;
}

const tagWidthOf = (text: string): number => boldWidth(text, 11) + 12;

function Tag({ kind, text, right, y }: { readonly kind: SiteMark['kind']; readonly text: string; readonly right: number; readonly y: number }): VNode {
    const width = Math.round(tagWidthOf(text));
    return <g class={`site-${kind}`} transform={`translate(${Math.round(right) - width} ${Math.round(y - tagHeight / 2)})`}>
        <rect class="mark-badge" width={width} height={tagHeight} rx="3" />
        <text class="size-11 strong on" x={6} y={12}>{text}</text>
    </g>;
}

/** The first lines of a site with all details: its code with the tag, and its name with what changes, which comes first if it has no name. */
export function ChangedRow({ kind, site, mark, width }: { readonly kind: 'head' | 'title'; readonly site: SceneSite; readonly mark: SiteMark; readonly width: number }): VNode {
    const strike = mark.kind === 'removed' ? { isStruck: true } : {};
    const change = changeText(site, mark);
    if (kind === 'title') {
        return <TextLine x={0} y={12} width={width} parts={[{ text: site.title ?? '', size: 13, ...strike }, change]} />;
    }
    const tag = tagText(mark, true);
    return <>
        <KindShape kind={site.kind} x={8} y={11} />
        <TextLine x={23} y={16.5} width={width - 23 - tagWidthOf(tag)} parts={[{ text: site.code, size: 16, isCode: true, ...strike }, ...site.title === undefined ? [change] : []]} />
        <Tag kind={mark.kind} text={tag} right={width + 4} y={11} />
    </>;
}

function tagText({ kind }: SiteMark, hasWord: boolean): string {
    const { sign, meaning } = siteMarks[kind];
    return hasWord ? `${sign} ${kind === 'consequence' ? 'follows' : kind === 'kept' ? 'outdated' : meaning}` : sign;
}

/** The change with its numbers. Where there is room, it also names what they count. */
function changeIn(site: SceneSite, mark: SiteMark, width: number): TextPart {
    const change = changeText(site, mark);
    return widthOf(change) <= width ? change : { ...change, text: change.text.replace(/^\D+ (?=[\d,]+ → )/, '') };
}

function changeText(site: SceneSite, { kind, summary, isImpossible }: SiteMark): TextPart {
    return isImpossible ? { text: '✕ not possible', size: 12, isStrong: true, condition: 'fail' } : { text: summary ?? (kind === 'added' ? clientsText(site.clients) : ''), size: 12, isStrong: true };
}
