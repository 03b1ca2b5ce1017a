import type { SceneSite } from '@sup/picture';
import type { Preview } from '../state/preview.js';
import { pan, zoomStep } from './camera.js';
import { elementOf } from './element-of.js';
import { TypeAhead } from './type-ahead.js';

/** Pixels of the screen that a picture moves by a key. */
const stride = 80;

/** The keys of the picture: those of a tree, by the pattern of the ARIA Authoring Practices Guide, and those for looking around. */
export class KeyboardTree {
    private readonly typed = new TypeAhead();
    private readonly listener = (event: KeyboardEvent): void => {
        if (!event.defaultPrevented && this.handle(event)) {
            event.preventDefault();
        }
    };

    constructor(private readonly pane: HTMLElement, private readonly preview: Preview) {
        pane.addEventListener('keydown', this.listener);
    }

    dispose(): void {
        this.pane.removeEventListener('keydown', this.listener);
    }

    /** Whether a key means something here. */
    private handle(event: KeyboardEvent): boolean {
        const { ctrlKey, metaKey, altKey, key } = event;
        const site = this.current(event);
        if (ctrlKey || metaKey || altKey || !site) {
            return ctrlKey && this.look(key);
        }
        switch (key) {
            case 'ArrowDown': return this.go(this.neighbour(site, 1));
            case 'ArrowUp': return this.go(this.neighbour(site, -1));
            case 'ArrowRight': return this.openOrEnter(site);
            case 'ArrowLeft': return this.closeOrLeave(site);
            case 'Home': return this.go(this.inOrder[0]);
            case 'End': return this.go(this.inOrder.at(-1));
            case 'Enter': return (this.preview.open(site.id, true), true);
            case ' ': return (this.preview.select(site.id), true);
            case 'Escape': return (this.preview.select(undefined), true);
            case 'ContextMenu': return this.menu(site);
            case 'F10': return event.shiftKey && this.menu(site);
            case '+':
            case '-':
            case '0': return this.look(key);
            default: return key.length === 1 && this.go(this.typed.find(key, this.inOrder, site));
        }
    }

    /** The site that has the focus; what a site is drawn of may have it too. */
    private current({ target }: KeyboardEvent): SceneSite | undefined {
        const item = target instanceof Element ? target.closest<SVGElement>('[role=treeitem]') : null;
        return item ? this.preview.drawing.sites.value.get(item.dataset['part']!) : undefined;
    }

    /** The sites that are not hidden, from top to bottom. */
    private get inOrder(): readonly SceneSite[] {
        const { layout, sites } = this.preview.drawing;
        return layout.value?.boxes.map(({ site }) => sites.value.get(site)!) ?? [];
    }

    private neighbour(site: SceneSite, by: 1 | -1): SceneSite | undefined {
        const { inOrder } = this;
        return inOrder[inOrder.indexOf(site) + by];
    }

    private openOrEnter(site: SceneSite): boolean {
        if (this.preview.collapsed.value?.has(site.id)) {
            this.preview.toggle(site.id, true);
            return true;
        }
        return this.go(site.children[0] === undefined ? undefined : this.preview.drawing.sites.value.get(site.children[0]));
    }

    private closeOrLeave(site: SceneSite): boolean {
        if (site.children.length > 0 && !this.preview.collapsed.value?.has(site.id)) {
            this.preview.toggle(site.id, false);
            return true;
        }
        return this.go(site.parent === undefined ? undefined : this.preview.drawing.sites.value.get(site.parent));
    }

    private menu({ id }: SceneSite): boolean {
        const { left, bottom } = elementOf(this.pane, id)!.getBoundingClientRect();
        this.preview.menu.value = { part: id, x: left + 12, y: Math.min(bottom, innerHeight) - 12 };
        return true;
    }

    /** Selects a site and gives it the focus; it has to be drawn first. */
    private go(site: SceneSite | undefined): boolean {
        if (site) {
            this.preview.select(site.id);
            queueMicrotask(() => elementOf(this.pane, site.id)?.focus({ preventScroll: true }));
        }
        return true;
    }

    private look(key: string): boolean {
        const { preview } = this;
        const { viewport } = preview;
        const by = ({ ArrowLeft: [stride, 0], ArrowRight: [-stride, 0], ArrowUp: [0, stride], ArrowDown: [0, -stride] } as Record<string, readonly [number, number] | undefined>)[key];
        if (!viewport.value) {
            return false;
        }
        if (by) {
            viewport.value = pan(viewport.value, { x: by[0], y: by[1] });
        } else if (key === '+' || key === '-') {
            preview.zoomBy(key === '+' ? zoomStep : 1 / zoomStep);
        } else if (key === '0') {
            preview.fit();
        }
        return by !== undefined || key === '+' || key === '-' || key === '0';
    }
}
