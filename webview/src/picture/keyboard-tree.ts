import type { SceneSite } from '@sup/picture';
import type { Preview } from '../state/preview.js';
import { pan, zoomStep } from './camera.js';
import { elementOf } from './element-of.js';
import { TypeAhead } from './type-ahead.js';

/** The movement per key press, in screen pixels. */
const panStep = 80;

/** The keyboard control of the picture: tree navigation as in the ARIA Authoring Practices Guide, and panning and zooming. */
export class KeyboardTree {
    private readonly typeAhead = new TypeAhead();
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

    /** Returns whether the key has a function. */
    private handle(event: KeyboardEvent): boolean {
        const { ctrlKey, metaKey, altKey, key } = event;
        const site = this.current(event);
        if (ctrlKey || metaKey || altKey || !site) {
            return ctrlKey && this.moveCamera(key);
        }
        switch (key) {
            case 'ArrowDown': return this.focusSite(this.neighbour(site, 1));
            case 'ArrowUp': return this.focusSite(this.neighbour(site, -1));
            case 'ArrowRight': return this.expandOrEnter(site);
            case 'ArrowLeft': return this.collapseOrLeave(site);
            case 'Home': return this.focusSite(this.visibleSites[0]);
            case 'End': return this.focusSite(this.visibleSites.at(-1));
            case 'Enter': return (this.preview.open(site.id, true), true);
            case ' ': return (this.preview.select(site.id), true);
            case 'Escape': return (this.preview.select(undefined), true);
            case 'ContextMenu': return this.openMenu(site);
            case 'F10': return event.shiftKey && this.openMenu(site);
            case '+':
            case '-':
            case '0': return this.moveCamera(key);
            default: return key.length === 1 && this.focusSite(this.typeAhead.find(key, this.visibleSites, site));
        }
    }

    /** The site that has the focus, itself or in one of its elements. */
    private current({ target }: KeyboardEvent): SceneSite | undefined {
        const item = target instanceof Element ? target.closest<SVGElement>('[role=treeitem]') : null;
        return item ? this.preview.drawing.sites.value.get(item.dataset['part']!) : undefined;
    }

    /** The sites outside collapsed branches, from top to bottom. */
    private get visibleSites(): readonly SceneSite[] {
        const { layout, sites } = this.preview.drawing;
        return layout.value?.boxes.map(({ site }) => sites.value.get(site)!) ?? [];
    }

    private neighbour(site: SceneSite, by: 1 | -1): SceneSite | undefined {
        const { visibleSites } = this;
        return visibleSites[visibleSites.indexOf(site) + by];
    }

    private expandOrEnter(site: SceneSite): boolean {
        if (this.preview.collapsed.value?.has(site.id)) {
            this.preview.toggle(site.id, true);
            return true;
        }
        const next = this.neighbour(site, 1);
        return this.focusSite(next?.parent === site.id ? next : undefined);
    }

    private collapseOrLeave(site: SceneSite): boolean {
        if (site.children.length > 0 && !this.preview.collapsed.value?.has(site.id)) {
            this.preview.toggle(site.id, false);
            return true;
        }
        return this.focusSite(site.parent === undefined ? undefined : this.preview.drawing.sites.value.get(site.parent));
    }

    private openMenu({ id }: SceneSite): boolean {
        const { left, bottom } = elementOf(this.pane, id)!.getBoundingClientRect();
        this.preview.menu.value = { part: id, x: left + 12, y: Math.min(bottom, innerHeight) - 12 };
        return true;
    }

    /** Selects a site and focuses it once it is drawn. */
    private focusSite(site: SceneSite | undefined): boolean {
        if (site) {
            this.preview.select(site.id);
            queueMicrotask(() => elementOf(this.pane, site.id)?.focus({ preventScroll: true }));
        }
        return true;
    }

    private moveCamera(key: string): boolean {
        const { preview } = this;
        const { viewport } = preview.navigation;
        const by = ({ ArrowLeft: [panStep, 0], ArrowRight: [-panStep, 0], ArrowUp: [0, panStep], ArrowDown: [0, -panStep] } as Record<string, readonly [number, number] | undefined>)[key];
        if (!viewport.value) {
            return false;
        }
        if (by) {
            viewport.value = pan(viewport.value, { x: by[0], y: by[1] });
        } else if (key === '+' || key === '-') {
            preview.navigation.zoomBy(key === '+' ? zoomStep : 1 / zoomStep);
        } else if (key === '0') {
            preview.navigation.fit();
        }
        return by !== undefined || key === '+' || key === '-' || key === '0';
    }
}
