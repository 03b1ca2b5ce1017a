import type { Preview } from '../state/preview.js';

/** Does what a press on the picture asks for: a site, a server or a sign is selected and its text shown; with the other button, its menu. */
export function pressed(event: MouseEvent, preview: Preview): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const branch = target?.closest<SVGElement>('[data-branch]')?.dataset['branch'];
    const part = target?.closest<SVGElement>('[data-part]')?.dataset['part'];
    if (event.type === 'contextmenu') {
        event.preventDefault();
        if (part !== undefined) {
            preview.select(part);
            preview.menu.value = { part, x: event.clientX, y: event.clientY };
        }
    } else if (branch !== undefined) {
        return event.type === 'click' ? preview.toggle(branch) : undefined;
    } else if (part === undefined) {
        preview.select(undefined);
    } else if (target?.closest('[data-problems]') && event.type === 'click') {
        // The sign of its gravest problem leads to where that is.
        preview.select(part);
        preview.channel.send({ kind: 'open', part, problem: 0 });
    } else {
        preview.open(part, event.type === 'dblclick');
    }
}
