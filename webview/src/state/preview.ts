import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { collapseToFit, type Direction, onlyWhatChanges, rectangleOfPart, type Rectangle, type Scene, type SceneSite, siteOfPart, type SiteState } from '@sup/picture';
import type { ComparedPlans, PreviewContent, ToPage } from '@sup/protocol/preview';
import { Channel } from '../channel.js';
import { Adaptive, defaultTimeHeight, isLegendOpenByDefault, pageSize } from './adaptive.js';
import { ComparisonAge } from './comparison-age.js';
import { Drawing } from './drawing.js';
import { rasterize } from '../shell/rasterize.js';
import type { Mode, Side } from './mode.js';
import { Layers } from './layers.js';
import { Navigation } from './navigation.js';
import type { OpenMenu } from './open-menu.js';
import { Playing } from './playing.js';
import { RolloutPlayer } from './rollout-player.js';
import { type SavedView, savedViewFrom } from './saved-view.js';
import { Search } from './search.js';
import { siteStatesAt } from '../time/site-states.js';

/** Larger hierarchies start with their lower levels collapsed. */
const maxInitialSites = 400;

/** The {@link Preview.selection} of the hierarchy as a whole. */
export const hierarchyPart = 'hierarchy';

/** How much larger type is while the page is presented. */
const presentedScale = 1.25;

/** Whether two scenes of different files show one hierarchy, although one of them may have been edited. */
function isSameHierarchy(one: Scene, other: Scene): boolean {
    return one.title === other.title && one.tops[0] === other.tops[0];
}

/** The state of the page. Components read the signals, and write them through methods or, where no other state depends on them, directly. */
export class Preview {
    readonly channel = new Channel(message => this.receive(message));
    private readonly saved = savedViewFrom(this.channel.remembered);

    /** The URI of the previewed document and the name of its file, which the extension writes into the page. */
    readonly document = signal(document.body.dataset['document'] ?? '');
    readonly file = signal(document.body.dataset['file'] ?? '');
    /** Whether the preview stays with its document instead of following the active editor. */
    readonly isPinned = signal(false);
    readonly content: Signal<PreviewContent | undefined> = signal(undefined);
    /** Why the content is out of date or missing. */
    readonly outOfDate: Signal<string | undefined> = signal(undefined);
    readonly compared: Signal<ComparedPlans | undefined> = signal(undefined);
    readonly comparisonAge = new ComparisonAge(this);
    readonly side: Signal<Side> = signal('both');
    /** Whether the picture of a comparison leaves out the sites that are as before. */
    readonly isOnlyChanges = signal(false);
    readonly rollout: RolloutPlayer = new RolloutPlayer({ channel: this.channel, compared: this.compared, anchored: change => this.navigation.anchored(change), reveal: part => this.navigation.isFitted ? undefined : this.revealPart(part), announce: text => (this.announcement.value = text) });
    readonly scene: ReadonlySignal<Scene | undefined> = computed(() => {
        const compared = this.compared.value?.[this.side.value];
        return this.rollout.scene.value ?? (compared && this.side.value === 'both' && this.isOnlyChanges.value ? onlyWhatChanges(compared) : compared ?? this.content.value?.scene);
    });

    /** The selected part: `site:OSL`, `server:OSLSUP01`, `microsoft-update`. */
    readonly selection: Signal<string | undefined> = signal(this.saved.selection);
    /** The selected site, or the site that the selected part belongs to. */
    readonly selectedSite: ReadonlySignal<SceneSite | undefined> = computed(() => this.siteOf(this.selection.value));
    readonly navigation: Navigation = new Navigation(this, this.saved.camera);
    readonly direction: Signal<Direction> = signal(this.saved.direction ?? 'down');
    /** Sites with collapsed branches; undefined until the first scene arrives. */
    readonly collapsed: Signal<ReadonlySet<string> | undefined> = signal(this.saved.collapsed && new Set(this.saved.collapsed));
    readonly mode: Signal<Mode> = signal(this.saved.isListed ? 'list' : this.saved.isTimeOpen ? 'time' : 'plan');
    /** Whether a run is played, even while a comparison hides it. */
    readonly isTimeOpen: ReadonlySignal<boolean> = computed(() => this.mode.value === 'time');
    /** Whether the picture shows the state of a run. */
    readonly isTimeShown: ReadonlySignal<boolean> = computed(() => this.isTimeOpen.value && this.compared.value === undefined);
    /** Whether the picture shows the plan itself: not a run, a comparison or the list. */
    readonly isPlanDrawn: ReadonlySignal<boolean> = computed(() => this.mode.value === 'plan' && this.compared.value === undefined);
    readonly layers = new Layers(this, this.saved.layer);
    readonly drawing = new Drawing(this);
    readonly search = new Search(this.scene);

    /** Whether a list of sites is shown instead of the picture. */
    readonly isListed: ReadonlySignal<boolean> = computed(() => this.mode.value === 'list' && this.compared.value === undefined);
    /** Whether the page is shown on a wall: type is larger and nothing moves. */
    readonly isPresenting = signal(false);
    readonly typeScale: ReadonlySignal<number> = computed(() => this.isPresenting.value ? presentedScale : 1);
    /** Whether sites without problems are dimmed. */
    readonly isProblemsOnly = signal(false);
    /** The site under the pointer. */
    readonly hovered: Signal<string | undefined> = signal(undefined);
    readonly menu: Signal<OpenMenu | undefined> = signal(undefined);

    private readonly page = pageSize();
    readonly isLegendOpen = new Adaptive(this.page, this.saved.isLegendOpen, isLegendOpenByDefault);
    /** In pixels. */
    readonly timeHeight = new Adaptive(this.page, this.saved.timeHeight, defaultTimeHeight);
    readonly playing = new Playing(this, this.saved.question, this.saved.time);

    /** The states of the sites at the current time; undefined unless a run is shown. */
    readonly states: ReadonlySignal<ReadonlyMap<string, SiteState> | undefined> = computed(() => {
        const [run, scene] = [this.playing.run.value, this.scene.value];
        return this.isTimeShown.value && run && scene ? siteStatesAt(scene, run, this.playing.time.value) : undefined;
    });

    /** Announced by screen readers: the effect of the last user action. */
    readonly announcement = signal('');

    /** The persisted part of the state, from which the extension restores the panel. */
    readonly view: ReadonlySignal<SavedView> = computed(() => ({
        version: 1, document: this.document.value, isPinned: this.isPinned.value,
        camera: this.navigation.camera, direction: this.direction.value, collapsed: this.collapsed.value && [...this.collapsed.value], selection: this.selection.value,
        isListed: this.mode.value === 'list', layer: this.layers.chosen.value, isLegendOpen: this.isLegendOpen.chosen.value, isTimeOpen: this.isTimeOpen.value, timeHeight: this.timeHeight.chosen.value, question: this.playing.definition.value, time: Math.floor(this.playing.time.value)
    }));

    /** Shows the plan, a run or the list, and ends a comparison. */
    show(mode: Mode): void {
        this.mode.value = mode;
        if (this.compared.value) {
            this.channel.send({ kind: 'end-comparison' });
        }
    }

    /** Shows the page for a room, or as usual. */
    present(isOn: boolean): void {
        batch(() => {
            this.isPresenting.value = isOn;
            this.isLegendOpen.chosen.value = isOn || this.isLegendOpen.chosen.value;
        });
    }

    /** Shows the run that is played. */
    showTime(): void {
        this.show('time');
    }

    /** Selects a part and scrolls it into view. */
    select(part: string | undefined): void {
        batch(() => {
            this.selection.value = part;
            if (part !== undefined) {
                this.revealPart(part);
            }
        });
    }

    /** Selects a part and shows its text in the editor. The former place of a site leads to the site. */
    open(place: string, takesFocus = false): void {
        const part = this.siteOf(place)?.formerPlaceOf ?? place;
        this.select(part);
        if (part !== 'microsoft-update') {
            this.channel.send({ kind: 'open', part, takesFocus });
        }
    }

    /** Expands or collapses the branch of a site. */
    toggle(site: string, isExpanded = this.collapsed.value?.has(site) === true): void {
        const collapsed = new Set(this.collapsed.value);
        collapsed[isExpanded ? 'delete' : 'add'](site);
        this.navigation.anchored(() => (this.collapsed.value = collapsed), site);
    }

    /** Selects the version of two compared plans to draw. */
    showSide(side: Side): void {
        this.navigation.anchored(() => (this.side.value = side));
    }

    /** Shows or leaves out the sites of a comparison that are as before. */
    toggleOnlyChanges(): void {
        this.navigation.anchored(() => (this.isOnlyChanges.value = !this.isOnlyChanges.value));
    }

    /** The place of the selected part in the drawing. */
    selectedBounds(): Rectangle | undefined {
        return this.boundsOf(this.selection.peek());
    }

    private revealPart(part: string): void {
        this.expandAncestors(part);
        this.navigation.reveal(this.boundsOf(part));
    }

    private boundsOf(part: string | undefined): Rectangle | undefined {
        const [scene, layout] = [this.scene.value, this.drawing.layout.value];
        return scene && layout && part !== undefined ? rectangleOfPart(scene, layout, part) : undefined;
    }

    /** Expands the branches that hide a part. */
    private expandAncestors(part: string): void {
        const { sites } = this.drawing;
        const ancestors: string[] = [];
        for (let site = this.siteOf(part); site?.parent !== undefined; site = sites.value.get(site.parent)) {
            ancestors.push(site.parent);
        }
        if (ancestors.some(id => this.collapsed.value?.has(id))) {
            this.navigation.anchored(() => (this.collapsed.value = new Set([...this.collapsed.value ?? []].filter(id => !ancestors.includes(id)))));
        }
    }

    private siteOf(part: string | undefined): SceneSite | undefined {
        return part === undefined ? undefined : this.drawing.sites.value.get(part) ?? (this.scene.value && siteOfPart(this.scene.value, part));
    }

    private receive(message: ToPage): void {
        switch (message.kind) {
            case 'show': return this.showContent(message.file, message.content);
            case 'source': return batch(() => {
                this.document.value = message.document;
                this.isPinned.value = message.isPinned;
            });
            case 'nothing': return void (this.outOfDate.value = message.reason);
            case 'select': return this.drawing.sites.value.size === 0 || this.siteOf(message.part) ? this.select(message.part) : undefined;
            case 'play': return this.playing.play({ scenario: message.scenario, events: [] });
            case 'compare': return this.navigation.anchored(() => {
                this.rollout.reset();
                this.compared.value = message.plans;
                this.comparisonAge.begin();
                this.side.value = 'both';
            });
            case 'rasterize': return void rasterize(this.channel, message);
            default:
        }
    }

    private showContent(file: string, content: PreviewContent): void {
        const last = this.content.peek()?.scene;
        const isOther = last !== undefined && file !== this.file.peek() && !isSameHierarchy(last, content.scene);
        this.navigation.anchored(() => {
            if (isOther) {
                this.collapsed.value = undefined;
                this.playing.reset();
                this.layers.reset();
            }
            this.file.value = file;
            this.outOfDate.value = undefined;
            this.content.value = content;
            this.collapsed.value ??= content.scene.sites.length > maxInitialSites ? collapseToFit(content.scene, maxInitialSites) : new Set();
            if (!isOther) {
                this.playing.scheduleRerun();
                this.layers.markOutdated();
            }
        });
    }
}
