import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Layout, Rectangle, SceneSite } from '@sup/picture';
import { clampZoom, fit, type Pane, type Point, reveal } from '../picture/camera.js';
import { anchoredViewport, anchorPoint, keepPoint } from './anchor.js';
import type { Camera, Viewport } from './saved-view.js';

interface NavigationContext {
    readonly drawing: { readonly layout: ReadonlySignal<Layout | undefined>; readonly pane: Signal<Pane> };
    readonly selectedSite: ReadonlySignal<SceneSite | undefined>;
    /** The place of the selected part in the drawing. */
    selectedBounds(): Rectangle | undefined;
}

/** The visible part of the drawing. A picture that was fitted stays fitted; in any other, one site stays at its position on the screen. */
export class Navigation {
    /** Undefined until the picture has been fitted into its pane. */
    readonly viewport: Signal<Viewport | undefined>;
    /** How many times larger the picture is than one that fits the pane. */
    readonly zoom: Signal<number>;
    /** The viewport of the last fit. While it is the current one, the picture stays fitted. */
    private readonly fitted: Signal<Viewport | undefined> = signal(undefined);

    constructor(private readonly context: NavigationContext, camera: Camera | undefined) {
        this.viewport = signal(camera);
        this.zoom = signal(camera?.zoom ?? 1);
    }

    /** The visible part that the user has chosen; undefined while the picture is fitted. */
    get camera(): Camera | undefined {
        return this.viewport.value && !this.isFitted ? { ...this.viewport.value, zoom: this.zoom.value } : undefined;
    }

    get isFitted(): boolean {
        return this.viewport.value === undefined || this.viewport.value === this.fitted.value;
    }

    /** Shows the whole picture. Where it cannot show the codes of all sites at once, it is as wide as the pane and taller. */
    fit(): void {
        batch(() => {
            this.zoom.value = 1;
            this.showFitted();
        });
    }

    /** Adapts the picture to a size of its pane. */
    resize(pane: Pane): void {
        this.anchored(() => (this.context.drawing.pane.value = pane));
    }

    /** Zooms around a point of the pane; without one, around the selected part if it is visible, otherwise around the center. */
    zoomBy(factor: number, point?: Point): void {
        const { layout, pane } = this.context.drawing;
        const [before, viewport, { width, height }] = [layout.peek(), this.viewport.peek(), pane.peek()];
        if (!before || !viewport) {
            return;
        }
        const at = point ?? this.selectedPoint(viewport, { width, height }) ?? { x: width / 2, y: height / 2 };
        const anchor = anchorPoint(before, viewport, at, point ? undefined : this.context.selectedSite.peek()?.id);
        batch(() => {
            this.zoom.value = Math.max(this.zoom.peek() * factor, 1);
            const { growth } = layout.peek()!;
            this.zoom.value = clampZoom(this.zoom.peek(), growth);
            const after = layout.peek()!;
            if (this.zoom.peek() === 1 && after.height <= height) {
                this.showFitted();
            } else {
                this.viewport.value = (anchor && keepPoint(anchor, after, this.zoom.peek() / after.growth)) ?? viewport;
            }
        });
    }

    /** Changes the drawing. One site stays at its position on the screen, however the layout changes. */
    anchored(change: () => void, site = this.context.selectedSite.peek()?.id): void {
        const { layout, pane } = this.context.drawing;
        const [before, viewport] = [layout.peek(), this.viewport.peek()];
        const wasFitted = viewport === undefined || viewport === this.fitted.peek();
        batch(() => {
            change();
            const after = layout.peek();
            if (wasFitted) {
                this.showFitted();
            } else if (before && after) {
                this.viewport.value = anchoredViewport(before, after, viewport, pane.peek(), { site, scale: this.zoom.peek() / after.growth });
            }
        });
    }

    /** Moves an area of the drawing into the pane. */
    reveal(area: Rectangle | undefined): void {
        if (area && this.viewport.value) {
            this.viewport.value = reveal(this.viewport.value, area, this.context.drawing.pane.value);
        }
    }

    private selectedPoint({ x, y, scale }: Viewport, { width, height }: Pane): Point | undefined {
        const bounds = this.context.selectedBounds();
        const part = bounds && { x: (bounds.x + bounds.width / 2 - x) * scale, y: (bounds.y + bounds.height / 2 - y) * scale };
        return part && part.x >= 0 && part.y >= 0 && part.x <= width && part.y <= height ? part : undefined;
    }

    private showFitted(): void {
        const layout = this.context.drawing.layout.peek();
        if (layout) {
            this.viewport.value = this.fitted.value = fit(layout, this.context.drawing.pane.peek());
        }
    }
}
