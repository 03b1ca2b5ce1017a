import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Recording } from '@sup/playback';
import type { PlayedRun, PreviewContent, RunDefinition, TimedEvent } from '@sup/protocol/preview';
import type { Channel } from '../channel.js';
import { ServerTask } from './server-task.js';

/** Milliseconds between an edit of the plan and the next run: debounces typing. */
const rerunDelay = 300;

interface PlayingContext {
    readonly channel: Channel;
    readonly content: ReadonlySignal<PreviewContent | undefined>;
    readonly isTimeOpen: ReadonlySignal<boolean>;
    showTime(): void;
}

/** When all clients have scanned once and the hierarchy has settled, in minutes. Events are added here while the time pane is closed. */
const steadyStateMinute = 7 * 24 * 60;

/** Simulated minutes per second. */
export const speeds = [60, 360, 1_440, 4_320] as const;

/** The run that is played, and the current time in it. */
export class Playing {
    readonly definition: Signal<RunDefinition>;
    /** The current minute of the run; fractional during playback. */
    readonly time: Signal<number>;
    readonly run: Signal<PlayedRun | undefined> = signal(undefined);
    readonly recording: ReadonlySignal<Recording | undefined> = computed(() => this.run.value?.recording);
    readonly task = new ServerTask<PlayedRun>({ nothing: 'This scenario no longer exists.', cancelled: 'The run was cancelled.' });
    readonly isPlaying = signal(false);
    /** Simulated minutes per second. */
    readonly speed: Signal<number> = signal(speeds[1]);
    /** Earlier definitions, latest last. */
    readonly undoStack: Signal<readonly RunDefinition[]> = signal([]);
    /** Whether the next run is shown at its worst moment: it answers what an added event would cause. */
    private goesToWorst = false;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly context: PlayingContext, definition: RunDefinition = { events: [] }, time = 0) {
        this.definition = signal(definition);
        this.time = signal(time);
        // The first run is requested lazily, when the time pane is opened.
        effect(() => {
            if (this.context.isTimeOpen.value && this.context.content.value && !this.run.peek() && !this.task.pending.peek()) {
                this.requestRun();
            }
        });
    }

    /** Plays another run from its start. */
    play(definition: RunDefinition): void {
        batch(() => {
            this.context.showTime();
            this.definition.value = definition;
            this.undoStack.value = [];
            this.time.value = 0;
            this.isPlaying.value = false;
        });
        this.goesToWorst = false;
        this.requestRun();
    }

    /** Forgets the run: another hierarchy is shown, which does not have its scenario and the parts that its events name. */
    reset(): void {
        clearTimeout(this.timer);
        this.task.reset();
        this.goesToWorst = false;
        batch(() => {
            this.run.value = undefined;
            this.definition.value = { events: [] };
            this.undoStack.value = [];
            this.time.value = 0;
            this.isPlaying.value = false;
        });
    }

    /** The minute at which a new event is added: the current time if the time pane is open. It lies before the end of the run, where an event would have no effect. */
    get eventTime(): number {
        const last = (this.recording.value?.duration ?? Infinity) - 1;
        return Math.min(this.context.isTimeOpen.value ? Math.floor(this.time.value) : steadyStateMinute, Math.max(last, 0));
    }

    /** Adds an event at {@link eventTime}, and moves the current time to the worst moment that follows from it. */
    addEvent(event: string): void {
        const at = this.eventTime;
        batch(() => {
            this.time.value = at;
            this.setEvents([...this.definition.value.events, { at, event }]);
            this.goesToWorst = true;
        });
    }

    goToWorst(): void {
        this.time.value = this.run.value?.difference?.worst ?? this.time.value;
    }

    /** Replaces the added events of the run. */
    setEvents(events: readonly TimedEvent[]): void {
        this.goesToWorst = false;
        batch(() => {
            this.context.showTime();
            this.undoStack.value = [...this.undoStack.value, this.definition.value];
            this.definition.value = { ...this.definition.value, events: [...events].sort((a, b) => a.at - b.at) };
        });
        this.requestRun();
    }

    undo(): void {
        const last = this.undoStack.value.at(-1);
        if (last) {
            batch(() => {
                this.undoStack.value = this.undoStack.value.slice(0, -1);
                this.definition.value = last;
            });
            this.goesToWorst = false;
            this.requestRun();
        }
    }

    /** The plan has changed: simulates the run again after a pause in typing. The old recording stays visible until then. */
    scheduleRerun(): void {
        if (this.context.isTimeOpen.peek() && (this.run.peek() ?? this.task.pending.peek() ?? this.task.failure.peek())) {
            clearTimeout(this.timer);
            this.timer = setTimeout(() => this.requestRun(), rerunDelay);
        }
    }

    private requestRun(): void {
        clearTimeout(this.timer);
        this.task.start(onProgress => this.context.channel.request({ kind: 'play', ...this.definition.peek() }, onProgress), run => this.show(run));
    }

    private show(run: PlayedRun | undefined): void {
        this.run.value = run;
        this.time.value = Math.min(this.time.value, run?.recording.duration ?? 0);
        if (this.goesToWorst) {
            this.goToWorst();
        }
        this.goesToWorst = false;
    }
}
