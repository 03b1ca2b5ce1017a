import type { Preview } from '../state/preview.js';

/** Handles a press on the picture: selects a site, a server or a sign and shows its text, or opens its context menu. */
export function handlePress(event: MouseEvent, preview: Preview): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const branch = target?.closest<SVGElement>('[data-branch]')?.dataset['branch'];
    const part = target?.closest<SVGElement>('[data-part]')?.dataset['part'];
    if (event.type === 'contextmenu') {
        event.preventDefault();
        if (part !== undefined) {
            preview.menu.value = { part, x: event.clientX, y: event.clientY };
        }
    } else if (branch !== undefined) {
        return event.type === 'click' ? preview.toggle(branch) : undefined;
    } else if (event.detail > 1) {
        return; // `followDoublePress` handles it
    } else if (part === undefined) {
        preview.select(undefined);
    } else if (target?.closest('[data-problems]') && event.type === 'click') {
        // The problem sign leads to the most severe problem, which is the first.
        preview.select(part);
        preview.channel.send({ kind: 'open', part, problem: 0 });
    } else {
        preview.open(part);
    }
}

/**
 * Focuses the text of the selected part on a double press that begins in the picture. The first press may have moved the picture, or opened the details
 * below the pointer, so the second one is about the same part, wherever it is.
 */
export function followDoublePress(pane: HTMLElement, preview: Preview): () => void {
    const listeners = new AbortController();
    let isAboutPart = false;
    const onMouseDown = ({ detail, target }: MouseEvent): void => {
        if (detail === 1) {
            isAboutPart = target instanceof Element && pane.contains(target) && target.closest('[data-branch]') === null;
        }
    };
    const onMouseUp = ({ detail }: MouseEvent): void => {
        const { value } = preview.selection;
        if (detail === 2 && isAboutPart && value !== undefined) {
            preview.open(value, true);
        }
    };
    document.addEventListener('mousedown', onMouseDown, { capture: true, signal: listeners.signal });
    // Not `dblclick`: browsers omit it if the element below the pointer changes between the second press and its release.
    document.addEventListener('mouseup', onMouseUp, { capture: true, signal: listeners.signal });
    return () => listeners.abort();
}
