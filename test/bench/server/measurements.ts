import { performance } from 'node:perf_hooks';
import { errorMessage } from '@sup/model';
import { median, quantile } from '../quantile.js';
import type { Editor } from './editor.js';
import { isAnswer, type Question } from './questions.js';
import type { Session } from './session.js';
import { giveUp, inTurns, logProgress, type Times, type Turns, type Works } from './turns.js';

export interface Measurement {
    readonly median: number;
    readonly p95: number;
    readonly runs: number;
}

/** Measurements by the names of the measurement and the server. */
export type Measured = Readonly<Record<string, Readonly<Record<string, Measurement>>>>;

/** Servers that are measured in turn, by name. */
export type Sessions = Readonly<Record<string, Session>>;

export class Measurements {
    readonly all: Record<string, Record<string, Measurement>> = {};
    /** The reasons for missing measurements, by the names of the measurement and the server. */
    readonly reasons: Record<string, Record<string, string>> = {};
    private readonly started = performance.now();

    /** `patience`: milliseconds after which no further measurement begins. `haste`: divides the time for each measurement. */
    constructor(private readonly label: string, private readonly patience: number, private readonly haste = 1) {}

    add(name: string, times: Times): void {
        const known = Object.entries(times).filter((entry): entry is [string, readonly number[]] => entry[1] !== undefined);
        this.all[name] = Object.fromEntries(known.map(([serverName, values]) => [serverName, measurementOf(values)]));
        logProgress(`${this.label}: ${name} ${known.map(([serverName, values]) => `${serverName} ${median(values).toFixed(2)} (${values.length})`).join(', ') || '–'}`);
    }

    async measure(name: string, { most, enough }: Turns, works: Works): Promise<void> {
        if (performance.now() - this.started > this.patience) {
            Object.keys(works).forEach(serverName => this.giveUp(name, serverName, `${this.patience / 1_000} s for all measurements are over`));
            return;
        }
        this.add(name, await inTurns(name, { most, enough: enough / this.haste }, works, (what, serverName, reason) => this.giveUp(what, serverName, reason)));
    }

    /** Measures servers from their start to the last request. */
    async measureSessions(sessions: Sessions, questions: readonly Question[]): Promise<void> {
        const inAll = (work: (session: Session) => Promise<number>): Works => worksOf(sessions, session => () => work(session));
        await this.measure('start', { most: 9, enough: 6_000 }, inAll(session => session.start()));
        await this.measure('open', { most: 7, enough: 15_000 }, inAll(session => session.open()));
        this.add('memory', worksOf(sessions, ({ memories }) => memories.length > 0 ? [...memories] : undefined));
        for (const [serverName, session] of Object.entries(sessions)) {
            if (!this.all['open']?.[serverName]) {
                await session.stop();
            }
        }
        await this.work('keystroke', { most: 40, enough: 12_000 }, sessions, editor => editor.keystroke());
        await this.work('burst', { most: 7, enough: 8_000 }, sessions, editor => editor.burst());
        for (const question of questions) {
            await this.measureQuestion(question, sessions);
        }
    }

    private giveUp(name: string, serverName: string, reason: unknown): void {
        (this.reasons[name] ??= {})[serverName] = errorMessage(reason);
        giveUp(`${this.label}: ${name}`, serverName, reason);
    }

    private async measureQuestion({ name, method, isOffered, ask }: Question, sessions: Sessions): Promise<void> {
        const offering = Object.entries(sessions).filter(([serverName, { server, editor }]) => {
            const offers = server.isFloor || !editor || isOffered(editor.client.capabilities) || editor.client.registered.has(method);
            if (!offers) {
                this.giveUp(name, serverName, 'not offered');
            }
            return offers;
        });
        if (offering.some(([, { server }]) => !server.isFloor)) {
            await this.work(name, { most: 15, enough: 5_000 }, Object.fromEntries(offering), async (editor, { server }) => {
                const { result, time } = await ask(editor);
                if (!server.isFloor && !isAnswer(result)) {
                    throw new Error('the answer holds nothing');
                }
                return time;
            });
        }
    }

    /** Measures work in an open document. */
    private async work(name: string, turns: Turns, sessions: Sessions, work: (editor: Editor, session: Session) => Promise<number>): Promise<void> {
        const atWork = new Set<Session>();
        await this.measure(name, turns, worksOf(sessions, session => session.editor && (async () => {
            const editor = session.editor!;
            atWork.add(session);
            try {
                const time = await work(editor, session);
                await editor.client.rest();
                return time;
            } finally {
                atWork.delete(session);
            }
        })));
        // A server that is still working would delay everything that follows.
        for (const session of atWork) {
            await session.stop();
        }
    }
}

function worksOf<T>(sessions: Sessions, of: (session: Session) => T): Record<string, T> {
    return Object.fromEntries(Object.entries(sessions).map(([serverName, session]) => [serverName, of(session)]));
}

function measurementOf(values: readonly number[]): Measurement {
    return { median: median(values), p95: quantile(values, 0.95), runs: values.length };
}
