import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { errorMessage } from '@sup/model';
import { buildLayer, type Layer, type LayerName, type OutageOverview, type Scene } from '@sup/picture';
import { type Channel, RequestError, type RequestHandle } from '../channel.js';
import type { SimulationProgress } from './playing.js';

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
    readonly pending: Signal<SimulationProgress | undefined> = signal(undefined);
    /** Why there are no outages to show. */
    readonly failure: Signal<string | undefined> = signal(undefined);
    readonly shown: ReadonlySignal<Layer | undefined> = computed(() => {
        const [name, scene] = [this.chosen.value, this.context.scene.value];
        return name && scene && this.context.isPlanDrawn.value ? buildLayer(scene, name, this.outages.value) : undefined;
    });
    private request: RequestHandle<OutageOverview> | undefined;

    constructor(private readonly context: LayersContext, chosen: LayerName | undefined) {
        this.chosen = signal(chosen);
    }

    /** Shows a layer, or none. Outages are simulated when they are first shown. */
    choose(name: LayerName | undefined): void {
        this.chosen.value = name;
        if (name === 'outages' && !this.outages.value && !this.pending.value) {
            this.simulate();
        }
    }

    /** Simulates the failure of each part. The last figures stay in the picture until then. */
    simulate(): void {
        this.request?.cancel();
        const wasOutdated = this.isOutdated.peek();
        const request = this.context.channel.request({ kind: 'outages' }, percentage => (this.pending.value = { percentage, cancel: () => request.cancel() }));
        this.request = request;
        this.failure.value = undefined;
        this.isOutdated.value = false;
        this.pending.value = { percentage: 0, cancel: () => request.cancel() };
        request.response.then(overview => this.show(overview, request), (error: unknown) => this.fail(error, request, wasOutdated));
    }

    /** The plan has changed. Outages are not simulated again after each edit, because that takes long: they are marked as outdated. */
    markOutdated(): void {
        this.isOutdated.value = this.outages.peek() !== undefined || this.pending.peek() !== undefined;
    }

    private show(overview: OutageOverview | null, request: RequestHandle<OutageOverview>): void {
        if (this.request === request) {
            batch(() => {
                this.pending.value = undefined;
                this.outages.value = overview ?? undefined;
                this.failure.value = overview ? undefined : 'The file does not belong to a hierarchy.';
            });
        }
    }

    /** Reports a failure, unless a newer request has superseded this one. Earlier figures stay, and stay outdated if they were. */
    private fail(error: unknown, request: RequestHandle<OutageOverview>, wasOutdated: boolean): void {
        if (this.request === request) {
            batch(() => {
                this.pending.value = undefined;
                this.isOutdated.value = this.outages.peek() !== undefined && (wasOutdated || this.isOutdated.peek());
                this.failure.value = error instanceof RequestError && error.isCancelled ? 'The simulation of failures was cancelled.' : errorMessage(error);
            });
        }
    }
}
