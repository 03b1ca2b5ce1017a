import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { changedScene, type Scene } from '@sup/picture';
import type { ComparedPlans, PlayedRollout, RolloutStep } from '@sup/protocol/preview';
import type { Channel } from '../channel.js';
import { stepSentence } from '../rollout/step-text.js';
import { ServerTask } from './server-task.js';

/** Milliseconds for which each step is shown during playback: long enough to read its title. */
const stepDuration = 3_000;

interface RolloutContext {
    readonly channel: Channel;
    readonly compared: ReadonlySignal<ComparedPlans | undefined>;
    /** Applies a change of the picture, in which one site stays at its position. */
    anchored(change: () => void): void;
    /** Moves a part of an enlarged picture into view. */
    reveal(part: string): void;
    announce(text: string): void;
}

/** The order of the changes between two compared plans, and the step that is shown. */
export class RolloutPlayer {
    /** Whether the rollout is shown instead of the differences. */
    readonly isOpen = signal(false);
    /** Whether the picture shows the hierarchy after a step. */
    readonly isShown: ReadonlySignal<boolean> = computed(() => this.isOpen.value && this.context.compared.value !== undefined);
    readonly rollout: Signal<PlayedRollout | undefined> = signal(undefined);
    readonly task = new ServerTask<PlayedRollout>({ nothing: 'There is no comparison to order any more. Compare again.', cancelled: 'The rollout was cancelled.' });
    /** The number of the step that is shown; 0 before the first one. */
    readonly step = signal(0);
    readonly isPlaying = signal(false);
    readonly current: ReadonlySignal<RolloutStep | undefined> = computed(() => this.rollout.value?.steps[this.step.value - 1]);
    /** The pictures before the first step and after each one. A picture that was too large to send is undefined. */
    private readonly scenes: ReadonlySignal<readonly (Scene | undefined)[]> = computed(() => this.rollout.value ? scenesOf(this.rollout.value) : []);
    /** The picture after the current step, or the last one before it that was not too large. */
    readonly scene: ReadonlySignal<Scene | undefined> = computed(() => this.isShown.value ? this.scenes.value.slice(0, this.step.value + 1).findLast(scene => scene !== undefined) : undefined);
    /** Whether the picture is that of an earlier step. */
    readonly isSceneMissing: ReadonlySignal<boolean> = computed(() => this.rollout.value !== undefined && this.scenes.value[this.step.value] === undefined);

    constructor(private readonly context: RolloutContext) {
        // The order is requested lazily, when the tab is opened.
        effect(() => {
            if (this.isShown.value && !this.rollout.peek() && !this.task.pending.peek() && this.task.failure.peek() === undefined) {
                this.order();
            }
        });
        effect(() => {
            if (this.isPlaying.value && this.isShown.value) {
                const next = this.step.value + 1;
                const timer = setTimeout(() => this.goTo(next), stepDuration);
                return () => clearTimeout(timer);
            }
            return undefined;
        });
    }

    get count(): number {
        return this.rollout.value?.steps.length ?? 0;
    }

    /** Shows a step. Playback ends at the last one. */
    goTo(step: number): void {
        const shown = Math.max(0, Math.min(step, this.count));
        batch(() => {
            this.isPlaying.value &&= shown < this.count;
            this.show(shown);
        });
    }

    /** Shows the rollout of the comparison, or its differences. */
    open(isOpen: boolean): void {
        this.context.anchored(() => (this.isOpen.value = isOpen));
    }

    playOrPause(): void {
        const isPlaying = !this.isPlaying.value;
        if (isPlaying) {
            this.goTo(this.step.value >= this.count ? 0 : this.step.value);
        }
        this.isPlaying.value = isPlaying;
    }

    /** Forgets the rollout, because the comparison is another one. */
    reset(): void {
        batch(() => {
            this.task.reset();
            this.isOpen.value = this.isPlaying.value = false;
            this.step.value = 0;
            this.rollout.value = undefined;
        });
    }

    order(): void {
        this.task.start(onProgress => this.context.channel.request({ kind: 'rollout' }, onProgress), rollout => {
            this.rollout.value = rollout;
            this.show(0);
        });
    }

    /** Shows the hierarchy after a step, and brings a site that the step changes into view. */
    private show(step: number): void {
        this.context.anchored(() => (this.step.value = step));
        const [site] = this.current.peek()?.sites ?? [];
        if (site !== undefined) {
            this.context.reveal(site);
        }
        this.context.announce(stepSentence(this.current.peek(), this.count));
    }
}

function scenesOf({ start, steps }: PlayedRollout): readonly (Scene | undefined)[] {
    const scenes: (Scene | undefined)[] = [start];
    for (const { change } of steps) {
        const last = scenes.at(-1);
        scenes.push(last && change && changedScene(last, change));
    }
    return scenes;
}
