import { type Message, type NotificationMessage, type RequestMessage, type ResponseMessage } from 'vscode-languageserver-protocol/node';
import type { Random } from '../support/random.js';
import { type Asked, excerpt, faultOfAnswer, faultOfSent } from './judge.js';
import { canonical, type Mirror } from './mirror.js';
import type { Outgoing } from './outgoing.js';
import { Watchdog } from './watchdog.js';
import { Wire } from './wire.js';

/** A request without an answer for this long counts as a hang, in milliseconds: far more than a busy machine needs. */
const deadline = 120_000;

/** The number of messages of each side that are shown with a fault. */
const shown = { sent: 25, received: 8 };

/** A fault of the server, with the last messages before it. */
export interface Fault {
    readonly what: string;
    readonly lastMessages: readonly string[];
}

/** Faults of one kind differ only in names and numbers, and errors also in their request; one of each kind is enough. */
function kindOf(subject: string, what: string): string {
    const error = /^is answered with the error .*/.exec(what)?.[0];
    return error?.replace(/\S+:\/?\S+/g, '') ?? `${subject} ${what.replace(/\s*[\d"'`/].*/s, '')}`;
}

/** A session with a server process that checks every message of the server. */
export class Session {
    /** The first fault of each kind. */
    readonly faults = new Map<string, Fault>();
    private readonly wire = new Wire({ receive: message => this.receive(message), broken: why => this.end(why) });
    private readonly watchdog = new Watchdog(deadline, what => this.end(`hangs: ${what}`));
    private readonly asked = new Map<number, Asked & { readonly answered: (result: unknown) => void }>();
    /** The version of the last published diagnostics of each document. */
    private readonly published = new Map<string, number | undefined>();
    private readonly last = { sent: [] as string[], received: [] as string[] };
    private waiting: { readonly isMet: () => boolean; readonly resolve: () => void }[] = [];
    private sentMessages = 0;
    /** The last client message that the server is known to have read, because it has answered that one or a later one. */
    private known = 0;
    private hasEnded = false;

    /** `settings` draws new settings for every configuration request of the server. */
    constructor(private readonly mirror: Mirror, private readonly settings: Random) {}

    get isOver(): boolean {
        return this.hasEnded;
    }

    get pending(): number {
        return this.asked.size;
    }

    /** Sends a message, and returns its number. */
    async send({ kind, method, params, isForged = false }: Outgoing, answered: (result: unknown) => void = () => undefined): Promise<number> {
        const number = ++this.sentMessages;
        this.remember('sent', `→ ${number} ${method} ${excerpt(params, 700)}`);
        if (kind === 'request') {
            this.asked.set(number, { method, params, number, isForged, isCancelled: false, answered });
            this.watchdog.awaits(number, `an answer to ${method} ${excerpt(params)}`);
        } else {
            this.mirror.sent(number, method, params);
        }
        await this.wire.send({ ...kind === 'request' && { id: number }, method, params });
        return number;
    }

    /** Sends a request, and returns its result. */
    async ask(outgoing: Outgoing): Promise<unknown> {
        let result: unknown;
        await this.send(outgoing, answer => { result = answer; });
        await this.answered();
        return result;
    }

    async cancel(number: number): Promise<void> {
        const asked = this.asked.get(number);
        if (asked) {
            asked.isCancelled = true;
        }
        this.remember('sent', `→ cancels ${number}`);
        await this.wire.send({ method: '$/cancelRequest', params: { id: number } });
    }

    /** Waits until at most `most` requests are pending. The watchdog ends the session if they stay pending. */
    answered(most = 0): Promise<void> {
        return this.until(() => this.asked.size <= most);
    }

    /** Waits for diagnostics of the current version of every open document. */
    async settled(): Promise<void> {
        await this.answered();
        const isSettled = (): boolean => this.unsettled() === undefined;
        this.watchdog.awaits('diagnostics', 'diagnostics of the open documents');
        await this.until(isSettled);
        this.watchdog.arrived('diagnostics');
    }

    /** Shuts the server down as an editor does. */
    async stop(): Promise<void> {
        if (!this.hasEnded) {
            await this.ask({ kind: 'request', method: 'shutdown', params: undefined });
            this.wire.close();
            this.watchdog.awaits('exit', 'the end of the process');
            await this.wire.send({ method: 'exit' });
            const code = await Promise.race([this.wire.ended(), this.until(() => false)]);
            if (code !== 0) {
                this.note('the process', `ends with ${code}`);
            }
        }
    }

    /** Kills the server, whatever it is doing. */
    kill(): void {
        this.watchdog.stop();
        this.wire.kill();
    }

    private unsettled(): string | undefined {
        return this.mirror.opened().find(uri => this.published.get(canonical(uri)) !== this.mirror.document(uri)!.version);
    }

    private until(isMet: () => boolean): Promise<void> {
        return new Promise(resolve => {
            this.waiting.push({ isMet, resolve });
            this.resolveMet();
        });
    }

    private resolveMet(): void {
        const met = this.waiting.filter(({ isMet }) => this.hasEnded || isMet());
        this.waiting = this.waiting.filter(each => !met.includes(each));
        met.forEach(({ resolve }) => resolve());
    }

    private receive(message: Message): void {
        this.remember('received', `← ${excerpt(message, 200)}`);
        if ('method' in message) {
            this.receiveSent(message as NotificationMessage | RequestMessage);
        } else {
            this.receiveAnswer(message as ResponseMessage);
        }
        this.resolveMet();
    }

    private receiveAnswer(message: ResponseMessage): void {
        const asked = this.asked.get(message.id as number);
        if (!asked) {
            this.note('an answer', `to an unknown request, or to one that was answered before: ${excerpt(message)}`);
            return;
        }
        this.asked.delete(asked.number);
        this.watchdog.arrived(asked.number);
        const fault = faultOfAnswer(asked, message, this.mirror);
        if (fault) {
            this.note(asked.method, `${fault}\n  requested as number ${asked.number}: ${excerpt(asked.params)}`);
        }
        // A cancelled request may be answered out of order.
        if (!asked.isCancelled && asked.number > this.known) {
            this.known = asked.number;
            this.mirror.forgetBefore(Math.min(this.known, ...this.asked.keys()));
        }
        asked.answered(message.result);
    }

    private receiveSent(message: NotificationMessage | RequestMessage): void {
        const fault = faultOfSent(message, this.known, this.mirror);
        if (fault) {
            this.note(message.method, fault);
        }
        if (message.method === 'textDocument/publishDiagnostics') {
            const { uri, version } = message.params as unknown as { uri: string; version?: number };
            this.published.set(canonical(uri), version);
        }
        if ('id' in message) {
            void this.wire.send({ id: message.id, result: this.answerTo(message) });
        }
    }

    private answerTo({ method, params }: RequestMessage): unknown {
        if (method !== 'workspace/configuration') {
            return null;
        }
        const values = [null, {}, { 'unknown-parent': 'off' }, { 'category:tree': 'hint' }, 5, true, false];
        return (params as unknown as { items: readonly unknown[] }).items.map(() => this.settings.of(values));
    }

    private remember(side: 'sent' | 'received', message: string): void {
        this.last[side].push(message);
        if (this.last[side].length > shown[side]) {
            this.last[side].shift();
        }
    }

    private note(subject: string, what: string): void {
        const kind = kindOf(subject, what);
        if (!this.faults.has(kind)) {
            this.faults.set(kind, { what: `${subject} ${what}`, lastMessages: [...this.last.sent, ...this.last.received] });
        }
    }

    private end(why: string): void {
        if (!this.hasEnded) {
            this.hasEnded = true;
            const document = this.unsettled();
            this.note('the session', `${why}${document ? ` (the last diagnostics of ${document} are for version ${this.published.get(canonical(document))}, not ${this.mirror.document(document)!.version})` : ''}`);
            this.wire.kill();
            this.resolveMet();
        }
    }
}
