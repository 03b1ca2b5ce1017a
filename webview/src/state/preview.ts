import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { collapseToFit, type Direction, placeOfPart, type Rectangle, type Scene, type SceneSite, siteWith } from '@sup/picture';
import type { ComparedPlans, PreviewContent, ToPage } from '@sup/protocol/preview';
import { Channel } from '../channel.js';
import { fit, reveal, zoom } from '../picture/camera.js';
import { anchorIn, held } from './anchor.js';
import { Drawing } from './drawing.js';
import { rasterize } from '../shell/rasterize.js';
import { Playing } from './playing.js';
import { type SavedView, savedViewFrom, type Viewport } from './saved-view.js';
import { Search } from './search.js';

/** So many sites are shown at first; of larger hierarchies the lower levels are collapsed. */
const mostAtFirst = 400;

/** Which version of two compared plans is drawn. */
export type Side = 'before' | 'both' | 'after';

/** A menu of what can be done to a part, and where on the page it was asked for. */
export interface OpenMenu {
    readonly part: string;
    readonly x: number;
    readonly y: number;
}

/** All that the page knows. Its parts read the signals, and change them by methods or, where nothing hangs on it, themselves. */
export class Preview {
    readonly channel = new Channel(message => this.receive(message));
    private readonly saved = savedViewFrom(this.channel.remembered);

    /** The name of the file that is previewed. */
    readonly file = signal('');
    readonly content: Signal<PreviewContent | undefined> = signal(undefined);
    /** Why what is shown is out of date, or why nothing is shown. */
    readonly outOfDate: Signal<string | undefined> = signal(undefined);
    readonly compared: Signal<ComparedPlans | undefined> = signal(undefined);
    readonly side: Signal<Side> = signal('both');
    /** What is drawn. */
    readonly scene: ReadonlySignal<Scene | undefined> = computed(() => this.compared.value?.[this.side.value] ?? this.content.value?.scene);

    /** The part that is looked at: `site:OSL`, `server:OSLSUP01`, `microsoft-update`. */
    readonly selection: Signal<string | undefined> = signal(this.saved.selection);
    /** The site that is selected, or that the selected part belongs to. */
    readonly selectedSite: ReadonlySignal<SceneSite | undefined> = computed(() => this.siteOf(this.selection.value));
    /** Undefined until the picture has been fitted into its pane. */
    readonly viewport: Signal<Viewport | undefined> = signal(this.saved.viewport);
    readonly direction: Signal<Direction> = signal(this.saved.direction ?? 'down');
    /** Sites whose branches are not shown; undefined until the first scene decides it. */
    readonly collapsed: Signal<ReadonlySet<string> | undefined> = signal(this.saved.collapsed && new Set(this.saved.collapsed));
    readonly drawing = new Drawing(this);
    readonly search = new Search(this.scene);

    /** Whether sites stand in a list instead of the picture. */
    readonly isListed = signal(this.saved.isListed ?? false);
    /** Whether sites without problems are dimmed. */
    readonly isTroubleOnly = signal(false);
    readonly menu: Signal<OpenMenu | undefined> = signal(undefined);

    /** Whether the time line is open. */
    readonly isTimeOpen = signal(this.saved.isTimeOpen ?? false);
    readonly detailsWidth = signal(this.saved.detailsWidth ?? 300);
    readonly timeHeight = signal(this.saved.timeHeight ?? 260);
    readonly playing = new Playing(this, this.saved.question, this.saved.time);

    /** Said to screen readers: what somebody has just caused. */
    readonly announcement = signal('');

    /** What is remembered of all this. Where the document is, the extension has said in the page. */
    readonly view: ReadonlySignal<SavedView> = computed(() => ({
        version: 1, document: document.body.dataset['document'] ?? '',
        viewport: this.viewport.value, direction: this.direction.value, collapsed: this.collapsed.value && [...this.collapsed.value], selection: this.selection.value,
        isListed: this.isListed.value, isTimeOpen: this.isTimeOpen.value, timeHeight: this.timeHeight.value, detailsWidth: this.detailsWidth.value, question: this.playing.question.value, time: Math.floor(this.playing.time.value)
    }));

    /** Selects a part, and has it in sight. */
    select(part: string | undefined): void {
        batch(() => {
            this.selection.value = part;
            if (part !== undefined) {
                this.bringIntoSight(part);
            }
        });
    }

    /** Selects a part, and has the editor show its text. */
    open(part: string, takesFocus = false): void {
        this.select(part);
        if (part !== 'microsoft-update') {
            this.channel.send({ kind: 'open', part, takesFocus });
        }
    }

    /** Shows or hides what is below a site. */
    toggle(site: string, isOpen = this.collapsed.value?.has(site) === true): void {
        const collapsed = new Set(this.collapsed.value);
        collapsed[isOpen ? 'delete' : 'add'](site);
        this.inPlace(() => (this.collapsed.value = collapsed), site);
    }

    /** Draws the one or the other of two compared plans. */
    look(side: Side): void {
        this.inPlace(() => (this.side.value = side));
    }

    fit(area: Rectangle | undefined = this.whole): void {
        if (area) {
            this.viewport.value = fit(area, this.drawing.pane.value);
        }
    }

    /** Larger or smaller: around what is selected, where that can be seen; else around the middle. */
    zoomBy(factor: number): void {
        const { pane: { value: { width, height } } } = this.drawing;
        const { value } = this.viewport;
        if (value) {
            const place = this.placeOf(this.selection.value);
            const middle = { x: width / 2, y: height / 2 };
            const part = place && { x: (place.x + place.width / 2 - value.x) * value.scale, y: (place.y + place.height / 2 - value.y) * value.scale };
            const isInSight = part && part.x >= 0 && part.y >= 0 && part.x <= width && part.y <= height;
            this.viewport.value = zoom(value, factor, isInSight ? part : middle);
        }
    }

    /** Changes what is drawn without moving what is looked at: whatever the layout does, one site stays where it is on the screen. */
    private inPlace(change: () => void, site = this.selectedSite.peek()?.id): void {
        const { layout, pane } = this.drawing;
        const [before, viewport] = [layout.peek(), this.viewport.peek()];
        const anchor = before && viewport && anchorIn(before, viewport, pane.peek(), site);
        batch(() => {
            change();
            const after = layout.peek();
            if (anchor && after) {
                this.viewport.value = held(viewport, anchor, after);
            }
        });
    }

    private bringIntoSight(part: string): void {
        this.openAbove(part);
        const place = this.placeOf(part);
        if (place && this.viewport.value) {
            this.viewport.value = reveal(this.viewport.value, place, this.drawing.pane.value);
        }
    }

    private placeOf(part: string | undefined): Rectangle | undefined {
        const [scene, layout] = [this.scene.value, this.drawing.layout.value];
        return scene && layout && part !== undefined ? placeOfPart(scene, layout, part) : undefined;
    }

    /** Opens the branches that a part is hidden in. */
    private openAbove(part: string): void {
        const { sites } = this.drawing;
        const above: string[] = [];
        for (let site = this.siteOf(part); site?.parent !== undefined; site = sites.value.get(site.parent)) {
            above.push(site.parent);
        }
        if (above.some(id => this.collapsed.value?.has(id))) {
            this.inPlace(() => (this.collapsed.value = new Set([...this.collapsed.value ?? []].filter(id => !above.includes(id)))));
        }
    }

    private siteOf(part: string | undefined): SceneSite | undefined {
        return part === undefined ? undefined : this.drawing.sites.value.get(part) ?? (this.scene.value && siteWith(this.scene.value, part));
    }

    private get whole(): Rectangle | undefined {
        const layout = this.drawing.layout.value;
        return layout && { x: 0, y: 0, width: layout.width, height: layout.height };
    }

    private receive(message: ToPage): void {
        switch (message.kind) {
            case 'show': return this.show(message.file, message.content);
            case 'nothing': return void (this.outOfDate.value = message.reason);
            case 'select': return this.drawing.sites.value.size === 0 || this.siteOf(message.part) ? this.select(message.part) : undefined;
            case 'play': return this.playing.play({ scenario: message.scenario, events: [] });
            case 'compare': return this.inPlace(() => {
                this.compared.value = message.plans;
                this.side.value = 'both';
            });
            case 'rasterize': return void rasterize(this.channel, message);
            default:
        }
    }

    private show(file: string, content: PreviewContent): void {
        this.inPlace(() => {
            this.file.value = file;
            this.outOfDate.value = undefined;
            this.content.value = content;
            this.collapsed.value ??= content.scene.sites.length > mostAtFirst ? collapseToFit(content.scene, mostAtFirst) : new Set();
            this.playing.renew();
        });
    }
}
