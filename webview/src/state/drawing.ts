import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Detail, detailAt, type Layout, layOut, type Rectangle, type Scene, type SceneSite, within } from '@sup/picture';
import { contains, type Pane, seen } from '../picture/camera.js';
import type { Viewport } from './saved-view.js';

/** So much is drawn around what is in sight, in panes: whoever moves a little sees no new boxes come. */
const around = 0.5;

interface View {
    readonly scene: ReadonlySignal<Scene | undefined>;
    readonly direction: ReadonlySignal<'down' | 'right'>;
    readonly collapsed: ReadonlySignal<ReadonlySet<string> | undefined>;
    readonly viewport: ReadonlySignal<Viewport | undefined>;
}

/** What of a scene is drawn at the moment, and how. Each step is worked out only when what it rests on has changed. */
export class Drawing {
    /** The size of the pane that the picture is in. */
    readonly pane = signal<Pane>({ width: 0, height: 0 });
    readonly layout: ReadonlySignal<Layout | undefined>;
    /** The sites of the scene, by id. */
    readonly sites: ReadonlySignal<ReadonlyMap<string, SceneSite>>;
    readonly detail: ReadonlySignal<Detail>;
    /** What is in the page: all that is in sight, and something around it. */
    readonly shown: ReadonlySignal<Layout | undefined>;
    private readonly area: ReadonlySignal<Rectangle | undefined>;

    constructor({ scene, direction, collapsed, viewport }: View) {
        this.layout = computed(() => scene.value && layOut(scene.value, { direction: direction.value, detail: 'full', collapsed: collapsed.value ?? new Set() }));
        this.sites = computed(() => new Map(scene.value?.sites.map(site => [site.id, site])));
        this.detail = computed(() => detailAt(viewport.value?.scale ?? 1));
        let last: { readonly scale: number; readonly area: Rectangle } | undefined;
        this.area = computed(() => {
            const { value } = viewport;
            if (!value) {
                return undefined;
            }
            // The same area again while what is in sight is well within it, so that nothing is drawn again.
            if (last?.scale !== value.scale || !contains(last.area, seen(value, this.pane.value))) {
                last = { scale: value.scale, area: seen(value, this.pane.value, around) };
            }
            return last.area;
        });
        this.shown = computed(() => this.layout.value && this.area.value && within(this.layout.value, this.area.value));
    }
}
