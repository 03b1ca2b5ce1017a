import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position } from 'vscode-languageserver-protocol';
import { type Answer, BenchClient, type Published } from './client.js';
import { after, type BenchPlan } from './plans.js';

const typed = 'X';

/** Somebody who works in a plan: types a character behind the parent code of the middle site, takes it away again, and asks in between. */
export class Editor {
    readonly client: BenchClient;
    readonly uri: string;
    /** Names the semantic tokens that were given last. */
    tokens: string | undefined;
    private version = 0;
    /** Whether the middle site reports to no site that there is. */
    private isBroken = false;

    /** `isFloor`: a server that knows nothing of plans, whose diagnostics only have to be of the right version. */
    constructor(args: readonly string[], folder: string, readonly plan: BenchPlan, private readonly isFloor: boolean) {
        // As the extension starts it.
        this.client = new BenchClient(args, folder, isFloor ? {} : { NODE_COMPILE_CACHE: join(tmpdir(), 'sup-bench-compile-cache') });
        this.uri = pathToFileURL(join(folder, plan.name)).href;
    }

    get textDocument(): { readonly uri: string } {
        return { uri: this.uri };
    }

    /** Where names are completed: behind the first character of the parent code. */
    get cursor(): Position {
        return after(this.plan.parentCode.start, 1);
    }

    /** Milliseconds until the diagnostics. */
    async open(): Promise<number> {
        this.version++;
        const arrived = this.upToDate();
        const sent = this.client.notify('textDocument/didOpen', { textDocument: { uri: this.uri, languageId: 'sup', version: this.version, text: this.plan.text } });
        return await arrived - sent;
    }

    /** Milliseconds until the diagnostics that say so, and nothing else. */
    async keystroke(): Promise<number> {
        const { sent, arrived } = this.type();
        return await arrived - sent;
    }

    /** Milliseconds from the last of ten keystrokes to its diagnostics. */
    async burst(): Promise<number> {
        for (let i = 0; i < 9; i++) {
            this.type().arrived.catch(() => undefined);
            await sleep(50);
        }
        return this.keystroke();
    }

    /** Asks right behind a keystroke, as an editor does while somebody types. Comes back when the diagnostics are there, too. */
    async askTyping(method: string, params: object): Promise<Answer> {
        const { arrived } = this.type();
        const [answer] = await Promise.all([this.client.request(method, params), arrived]);
        return answer;
    }

    /** Asks while nobody types, and no character is too many. */
    async askAtRest(method: string, params: object): Promise<Answer> {
        if (this.isBroken) {
            await this.keystroke();
            await this.client.rest();
        }
        return this.client.request(method, params);
    }

    private type(): { readonly sent: number; readonly arrived: Promise<number> } {
        const { end } = this.plan.parentCode;
        const change = this.isBroken ? { range: { start: end, end: after(end, typed.length) }, text: '' } : { range: { start: end, end }, text: typed };
        this.isBroken = !this.isBroken;
        this.version++;
        const arrived = this.upToDate();
        return { arrived, sent: this.client.notify('textDocument/didChange', { textDocument: { uri: this.uri, version: this.version }, contentChanges: [change] }) };
    }

    /** The moment at which the diagnostics are those of the text as it is now. */
    private upToDate(): Promise<number> {
        const { version, isBroken, plan: { parentCode, fault } } = this;
        const wanted = (isBroken ? [parentCode, fault] : [fault]).map(({ start }) => start.line).join();
        const isTrue = ({ diagnostics }: Published): boolean => diagnostics.map(({ range }) => range.start.line).sort((a, b) => a - b).join() === wanted;
        return this.client.published(published => published.uri === this.uri && published.version === version && (this.isFloor || isTrue(published)));
    }
}
