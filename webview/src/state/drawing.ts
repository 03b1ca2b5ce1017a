import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { cropLayout, type Layout, layOut, type Rectangle, type Scene, type SceneSite } from '@sup/picture';
import { contains, type Pane, visibleArea } from '../picture/camera.js';
import type { Viewport } from './saved-view.js';

/** The margin drawn around the visible area, as a fraction of the pane, so that small movements do not add boxes. */
const overscan = 0.5;

interface View {
    readonly scene: ReadonlySignal<Scene | undefined>;
    readonly direction: ReadonlySignal<'down' | 'right'>;
    readonly collapsed: ReadonlySignal<ReadonlySet<string> | undefined>;
    readonly navigation: { readonly viewport: ReadonlySignal<Viewport | undefined>; readonly zoom: ReadonlySignal<number> };
    readonly isTimeShown: ReadonlySignal<boolean>;
}

const noSites: ReadonlySet<string> = new Set();

/** Derives the drawn part of a scene. Each step is recomputed only when its inputs change. */
export class Drawing {
    /** The size of the picture's pane. */
    readonly pane = signal<Pane>({ width: 0, height: 0 });
    /** Undefined until the size of the pane is known. */
    readonly layout: ReadonlySignal<Layout | undefined>;
    /** The sites of the scene, by id. */
    readonly sites: ReadonlySignal<ReadonlyMap<string, SceneSite>>;
    /** The part of the layout that is in the page: the visible area and a margin around it. */
    readonly visible: ReadonlySignal<Layout | undefined>;
    private readonly area: ReadonlySignal<Rectangle | undefined>;

    constructor({ scene, direction, collapsed, navigation: { viewport, zoom }, isTimeShown }: View) {
        this.layout = computed(() => scene.value && this.pane.value.width > 0 ? layOut(scene.value, {
            direction: direction.value, pane: this.pane.value, purpose: isTimeShown.value ? 'time' : undefined, zoom: zoom.value, collapsed: collapsed.value ?? noSites
        }) : undefined);
        this.sites = computed(() => new Map(scene.value?.sites.map(site => [site.id, site])));
        let last: { readonly scale: number; readonly area: Rectangle } | undefined;
        this.area = computed(() => {
            const { value } = viewport;
            if (!value) {
                return undefined;
            }
            // Reuses the area while it contains the visible area, so that nothing is redrawn.
            if (last?.scale !== value.scale || !contains(last.area, visibleArea(value, this.pane.value))) {
                last = { scale: value.scale, area: visibleArea(value, this.pane.value, overscan) };
            }
            return last.area;
        });
        this.visible = computed(() => this.layout.value && this.area.value && cropLayout(this.layout.value, this.area.value));
    }
}
