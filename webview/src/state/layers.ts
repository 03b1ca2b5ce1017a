import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { buildLayer, type Layer, type LayerName, type OutageOverview, type Scene } from '@sup/picture';
import type { Channel } from '../channel.js';
import { ServerTask } from './server-task.js';

interface LayersContext {
    readonly channel: Channel;
    readonly scene: ReadonlySignal<Scene | undefined>;
    /** Whether the picture shows the plan: not a run and not a comparison, which have figures of their own. */
    readonly isPlanDrawn: ReadonlySignal<boolean>;
}

/** The figures that the picture adds to the structure of the plan. */
export class Layers {
    readonly chosen: Signal<LayerName | undefined>;
    /** The effect of failures; undefined until they have been simulated. */
    readonly outages: Signal<OutageOverview | undefined> = signal(undefined);
    /** Whether the plan has changed since {@link outages} were simulated. */
    readonly isOutdated = signal(false);
    readonly task = new ServerTask<OutageOverview>({ nothing: 'The file does not belong to a hierarchy.', cancelled: 'The simulation of failures was cancelled.' });
    readonly shown: ReadonlySignal<Layer | undefined> = computed(() => {
        const [name, scene] = [this.chosen.value, this.context.scene.value];
        return name && scene && this.context.isPlanDrawn.value ? buildLayer(scene, name, this.outages.value) : undefined;
    });

    constructor(private readonly context: LayersContext, chosen: LayerName | undefined) {
        this.chosen = signal(chosen);
    }

    /** Shows a layer, or none. Outages are simulated when they are first shown. */
    choose(name: LayerName | undefined): void {
        this.chosen.value = name;
        if (name === 'outages' && !this.outages.value && !this.task.pending.value) {
            this.simulate();
        }
    }

    /** Simulates the failure of each part. The last figures stay in the picture until then. */
    simulate(): void {
        const wasOutdated = this.isOutdated.peek();
        this.isOutdated.value = false;
        this.task.start(onProgress => this.context.channel.request({ kind: 'outages' }, onProgress), outages => (this.outages.value = outages), () => {
            // Earlier figures stay, and stay outdated if they were.
            this.isOutdated.value = this.outages.peek() !== undefined && (wasOutdated || this.isOutdated.peek());
        });
    }

    /** Forgets the outages: another hierarchy is shown. */
    reset(): void {
        this.task.reset();
        this.outages.value = undefined;
        this.isOutdated.value = false;
        if (this.chosen.peek() === 'outages') {
            this.chosen.value = undefined;
        }
    }

    /** The plan has changed. Outages are not simulated again after each edit, because that takes long: they are marked as outdated. */
    markOutdated(): void {
        this.isOutdated.value = this.outages.peek() !== undefined || this.task.pending.peek() !== undefined;
    }
}
