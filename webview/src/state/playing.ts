import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { errorMessage } from '@sup/model';
import type { Recording } from '@sup/playback';
import type { PlayedRun, PreviewContent, RunQuestion, TimedEvent } from '@sup/protocol/preview';
import { type Asked, type Channel, NoAnswer } from '../channel.js';

/** So long the plan rests before it is run again, in milliseconds: somebody may be typing. */
const rest = 300;

/** A run that is being worked out. */
export interface Pending {
    readonly percentage: number;
    cancel(): void;
}

interface Surroundings {
    readonly channel: Channel;
    readonly content: ReadonlySignal<PreviewContent | undefined>;
    readonly isTimeOpen: Signal<boolean>;
}

/** When every client has scanned once and all is as on any other day, in minutes: from then on something happens that is asked for while nobody looks at time. */
const settled = 7 * 24 * 60;

/** Minutes of the run that pass in a second. */
export const speeds = [60, 360, 1_440, 4_320] as const;

/** Which run is looked at, and which moment of it. */
export class Playing {
    readonly question: Signal<RunQuestion>;
    /** The minute of the run that is shown; while it plays, between minutes too. */
    readonly time: Signal<number>;
    readonly run: Signal<PlayedRun | undefined> = signal(undefined);
    readonly recording: ReadonlySignal<Recording | undefined> = computed(() => this.run.value?.recording);
    readonly pending: Signal<Pending | undefined> = signal(undefined);
    /** Why there is no run, or not the one that was asked for. */
    readonly trouble: Signal<string | undefined> = signal(undefined);
    readonly isPlaying = signal(false);
    /** Minutes a second. */
    readonly speed: Signal<number> = signal(speeds[1]);
    /** Questions that were asked before, for going back. */
    readonly earlier: Signal<readonly RunQuestion[]> = signal([]);
    private asked: Asked<PlayedRun> | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly surroundings: Surroundings, question: RunQuestion = { events: [] }, time = 0) {
        this.question = signal(question);
        this.time = signal(time);
        // The first run is made when somebody first looks at time.
        effect(() => {
            if (this.surroundings.isTimeOpen.value && this.surroundings.content.value && !this.run.peek() && !this.pending.peek()) {
                this.ask();
            }
        });
    }

    /** Plays another run, from its start. */
    play(question: RunQuestion): void {
        batch(() => {
            this.surroundings.isTimeOpen.value = true;
            this.question.value = question;
            this.earlier.value = [];
            this.time.value = 0;
            this.isPlaying.value = false;
        });
        this.ask();
    }

    /** When something happens that somebody asks for now: at the moment that is shown, where one is. At the very end of the run nothing happens any more. */
    get moment(): number {
        const last = (this.recording.value?.duration ?? Infinity) - 1;
        return Math.min(this.surroundings.isTimeOpen.value ? Math.floor(this.time.value) : settled, Math.max(last, 0));
    }

    /** Lets something happen besides, and goes on from there. */
    add(event: string): void {
        const at = this.moment;
        batch(() => {
            this.time.value = at;
            this.change([...this.question.value.events, { at, event }]);
        });
    }

    /** The same run with other events besides. */
    change(events: readonly TimedEvent[]): void {
        batch(() => {
            this.surroundings.isTimeOpen.value = true;
            this.earlier.value = [...this.earlier.value, this.question.value];
            this.question.value = { ...this.question.value, events: [...events].sort((a, b) => a.at - b.at) };
        });
        this.ask();
    }

    /** Takes the last change back. */
    undo(): void {
        const last = this.earlier.value.at(-1);
        if (last) {
            batch(() => {
                this.earlier.value = this.earlier.value.slice(0, -1);
                this.question.value = last;
            });
            this.ask();
        }
    }

    /** The plan has changed: the run is made again, once it rests. What was recorded is shown until then. */
    renew(): void {
        if (this.surroundings.isTimeOpen.peek() && (this.run.peek() ?? this.trouble.peek())) {
            clearTimeout(this.timer);
            this.timer = setTimeout(() => this.ask(), rest);
        }
    }

    private ask(): void {
        clearTimeout(this.timer);
        this.asked?.cancel();
        const asked = this.surroundings.channel.ask({ kind: 'play', ...this.question.peek() }, percentage => (this.pending.value = { percentage, cancel: () => asked.cancel() }));
        this.asked = asked;
        this.pending.value = { percentage: 0, cancel: () => asked.cancel() };
        asked.answer.then(run => this.show(run), (error: unknown) => this.fail(error, asked));
    }

    private show(run: PlayedRun | null): void {
        batch(() => {
            this.pending.value = undefined;
            this.trouble.value = run ? undefined : 'There is no such scenario any more.';
            this.run.value = run ?? undefined;
            this.time.value = Math.min(this.time.value, run?.recording.duration ?? 0);
        });
    }

    /** A question that a newer one has taken the place of is nobody's trouble. */
    private fail(error: unknown, asked: Asked<PlayedRun>): void {
        if (this.asked === asked) {
            batch(() => {
                this.pending.value = undefined;
                this.trouble.value = error instanceof NoAnswer && error.isCancelled ? 'The run was cancelled.' : errorMessage(error);
            });
        }
    }
}
