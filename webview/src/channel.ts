import type { AnswerTo, FromPage, Question, ToPage } from '@sup/protocol/preview';

/** What the host gives a page. Kept in here: nobody else sends messages or keeps state. */
interface VsCodeApi {
    postMessage(message: unknown, transfer?: readonly Transferable[]): void;
    getState(): unknown;
    setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Why a question has no answer. `cancelled`: nobody wants it any more. */
export class NoAnswer extends Error {
    constructor(message: string, readonly isCancelled = false) {
        super(message);
    }
}

interface Waiting {
    readonly kind: Question['kind'];
    resolve(answer: never): void;
    reject(reason: NoAnswer): void;
    onProgress(percentage: number): void;
}

export interface Asked<T> {
    readonly answer: Promise<T | null>;
    cancel(): void;
}

/** The way between the page and the extension. Messages that are answers go to who asked; all others to the listener. */
export class Channel {
    private readonly host = acquireVsCodeApi();
    private readonly waiting = new Map<number, Waiting>();
    private asked = 0;

    constructor(listener: (message: ToPage) => void) {
        window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => this.settle(data) || listener(data));
    }

    send(message: FromPage, transfer: readonly Transferable[] = []): void {
        this.host.postMessage(message, transfer);
    }

    ask<K extends Question['kind']>(question: Question & { readonly kind: K }, onProgress: (percentage: number) => void = () => undefined): Asked<AnswerTo<K>> {
        const id = ++this.asked;
        const answer = new Promise<AnswerTo<K> | null>((resolve, reject) => this.waiting.set(id, { kind: question.kind, resolve, reject, onProgress }));
        this.send({ kind: 'ask', id, question });
        return {
            answer,
            cancel: () => {
                if (this.take(id, waiting => waiting.reject(new NoAnswer('Cancelled.', true)))) {
                    this.send({ kind: 'cancel', id });
                }
            }
        };
    }

    /** What the page remembers when it is hidden or the editor starts again. */
    get remembered(): unknown {
        return this.host.getState();
    }

    remember(state: object): void {
        this.host.setState(state);
    }

    private settle(message: ToPage): boolean {
        switch (message.kind) {
            case 'answer':
                this.take(message.id, waiting => waiting.resolve(message.answer as never));
                return true;
            case 'refused':
                this.take(message.id, waiting => waiting.reject(new NoAnswer(message.message)));
                return true;
            case 'progress':
                this.waiting.get(message.id)?.onProgress(message.percentage);
                return true;
            default:
                return false;
        }
    }

    /** Ends a question, once. */
    private take(id: number, end: (waiting: Waiting) => void): boolean {
        const waiting = this.waiting.get(id);
        this.waiting.delete(id);
        if (waiting) {
            end(waiting);
        }
        return waiting !== undefined;
    }
}
