import type { SceneSite } from '@sup/picture';
import type { Preview } from '../state/preview.js';

/** Milliseconds before a site reacts to the pointer, so that passing over it has no effect. */
const delay = 150;

/** Tracks the site under the pointer, or with the keyboard focus. Returns a function that removes the listeners. */
export function followHover(pane: HTMLElement, { hovered }: Preview): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const set = (target: EventTarget | null): void => {
        const site = target instanceof Element ? target.closest<SVGElement>('[role=treeitem]')?.dataset['part'] : undefined;
        clearTimeout(timer);
        if (site === undefined) {
            hovered.value = undefined;
        } else if (site !== hovered.peek()) {
            timer = setTimeout(() => (hovered.value = site), delay);
        }
    };
    const clear = (): void => set(null);
    const { signal, abort } = listenerController();
    pane.addEventListener('pointerover', ({ target, buttons }) => set(buttons === 0 ? target : null), { signal });
    pane.addEventListener('pointerleave', clear, { signal });
    pane.addEventListener('pointerdown', clear, { signal });
    pane.addEventListener('wheel', clear, { signal, passive: true });
    pane.addEventListener('focusin', ({ target }) => set(target instanceof Element && target.matches(':focus-visible') ? target : null), { signal });
    pane.addEventListener('focusout', clear, { signal });
    return () => {
        clear();
        abort();
    };
}

function listenerController(): { readonly signal: AbortSignal; abort(): void } {
    const controller = new AbortController();
    return { signal: controller.signal, abort: () => controller.abort() };
}

/** A site, its way to the top and everything below it; undefined for a site that is related to all others. */
export function relatedTo(sites: ReadonlyMap<string, SceneSite>, id: string): ReadonlySet<string> | undefined {
    const site = sites.get(id);
    if (!site || site.parent === undefined) {
        return undefined;
    }
    const related = new Set<string>();
    for (let above: SceneSite | undefined = site; above; above = above.parent === undefined ? undefined : sites.get(above.parent)) {
        related.add(above.id);
    }
    const waiting = [...site.children];
    for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
        related.add(below);
        waiting.push(...sites.get(below)?.children ?? []);
    }
    return related;
}

/** Marks the boxes of related sites, so that the style sheet can dim the others. */
export function markRelated(picture: SVGElement, related: ReadonlySet<string> | undefined): void {
    picture.classList.toggle('has-related', related !== undefined);
    if (related) {
        for (const item of picture.querySelectorAll<SVGElement>('[role=treeitem]')) {
            item.classList.toggle('related', related.has(item.dataset['part'] ?? ''));
        }
    }
}
