import { capital } from '@sup/model';
import { clientsText, type PlacedBox, stateSentence, supplyText } from '@sup/picture';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

const width = 250;
/** About its height, to decide on which side of the box there is room. */
const height = 96;
const gap = 6;

/** The facts about the site under the pointer, if its box has no room for them. Screen readers get them from the description of the box. */
export function HoverCard({ preview }: { readonly preview: Preview }): VNode | null {
    const { hovered, drawing, states, layers, menu } = preview;
    const box = drawing.visible.value?.boxes.find(({ site }) => site === hovered.value);
    const site = box && drawing.sites.value.get(box.site);
    if (!site || box.role === 'band' || box.level === 'full' || box.level === 'card' && box.role === 'cell' || menu.value) {
        return null;
    }
    const { left, top } = positionOf(box, preview);
    const state = states.value?.get(site.id);
    const stated = state ? stateSentence(state) : '';
    const figure = layers.shown.value?.figures.get(site.id);
    const link = [site.link?.speed, site.link?.window].filter(Boolean).join(', ');
    return <div class="hover-card" aria-hidden="true" style={{ left: `${left}px`, top: `${top}px`, width: `${width}px` }}>
        <p><strong>{site.code}</strong> {site.title}</p>
        <p>{[site.kind === undefined ? 'site' : `${site.kind} site`, clientsText(site.clients) || 'no clients'].join(', ')}</p>
        {stated !== '' && <p class="text-fail">{stated}</p>}
        {figure && figure.sentence !== '' && <p>{capital(figure.sentence)}</p>}
        <p class="muted">{supplyText(site.supply)}</p>
        {link !== '' && <p class="muted">Link: {link}</p>}
    </div>;
}

/** Below the box, or above it where there is no room; within the pane. */
function positionOf(box: PlacedBox, { navigation: { viewport }, drawing, typeScale }: Preview): { readonly left: number; readonly top: number } {
    const { x, y, scale: own } = viewport.value ?? { x: 0, y: 0, scale: 1 };
    const scale = own * typeScale.value;
    const pane = { width: drawing.pane.value.width * typeScale.value, height: drawing.pane.value.height * typeScale.value };
    const below = (box.y + box.height - y) * scale + gap;
    return {
        left: Math.max(Math.min((box.x - x) * scale, pane.width - width - gap), gap),
        top: below + height <= pane.height ? below : Math.max((box.y - y) * scale - gap - height, gap)
    };
}
