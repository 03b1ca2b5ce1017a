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
        // The first press may have moved the picture, so the second one is about the same part, wherever it is.
        const { value } = preview.selection;
        return event.type === 'dblclick' && value !== undefined ? preview.open(value, true) : undefined;
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
